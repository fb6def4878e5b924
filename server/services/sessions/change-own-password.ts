import { accountProblems } from '@shared/problems/account-problems';
import { deleteSessionsOfUser } from '../../repositories/accounts/session-repository';
import { findUser, updateUser } from '../../repositories/accounts/user-repository';
import { audit } from '../accounts/audit';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { checkPassword } from './check-password';
import { hashPassword, requireStrongPassword } from './passwords';
import { digestOfSecret } from './secrets';
import type { UnknownNames } from './unknown-names';

/**
 * The person's own choice of password. Her other sessions end; this one goes on. The old password is asked for like at
 * a login, locks and all: a device left open must not be a place to guess it.
 * @param token of the present session
 * @throws Refusal `wrongLogin` (the old password), `lockedOut`, `weakPassword`, `samePassword`
 */
export async function changeOwnPassword(
  environment: Environment,
  unknownNames: UnknownNames,
  { caller, token }: { readonly caller: Caller; readonly token: string },
  { oldPassword, newPassword }: { readonly oldPassword: string; readonly newPassword: string },
): Promise<void> {
  const { countyId, userId, deviceId } = caller;
  const self = await findUser(environment.database, { countyId, rootId: null }, userId);
  const userName = self?.userName ?? '';
  requireStrongPassword(newPassword, userName);
  if (newPassword === oldPassword) throw new Refusal(accountProblems.samePassword({}));
  await checkPassword(environment, unknownNames, {
    countyId,
    deviceId,
    userName,
    password: oldPassword,
  });
  const passwordHash = await hashPassword(newPassword);
  await environment.database.transaction(async (tx) => {
    await updateUser(tx, countyId, userId, { passwordHash, mustChangePassword: false });
    await deleteSessionsOfUser(tx, countyId, userId, digestOfSecret(token));
    await audit(tx, environment, { countyId, userId, action: 'changePassword', subject: userName });
  });
}
