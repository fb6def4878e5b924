import { accountProblems } from '@shared/problems/account-problems';
import { deleteSessionsOfUser } from '../../repositories/accounts/session-repository';
import { findUser, updateUser } from '../../repositories/accounts/user-repository';
import { audit } from '../accounts/audit';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { hashPassword, isPasswordRight, requireStrongPassword } from './passwords';
import { digestOfSecret } from './secrets';

/**
 * The person's own choice of password. Her other sessions end; this one goes on.
 * @param token of the present session
 * @throws Refusal `wrongLogin` (the old password), `weakPassword`
 */
export async function changeOwnPassword(
  environment: Environment,
  caller: Caller,
  token: string,
  { oldPassword, newPassword }: { readonly oldPassword: string; readonly newPassword: string },
): Promise<void> {
  const { countyId, userId } = caller;
  const user = await findUser(environment.database, { countyId, rootId: null }, userId);
  if (user === null || !(await isPasswordRight(user.passwordHash, oldPassword))) {
    throw new Refusal(accountProblems.wrongLogin({}));
  }
  requireStrongPassword(newPassword, user.userName);
  const passwordHash = await hashPassword(newPassword);
  await environment.database.transaction(async (tx) => {
    await updateUser(tx, countyId, userId, { passwordHash, mustChangePassword: false });
    await deleteSessionsOfUser(tx, countyId, userId, digestOfSecret(token));
    await audit(tx, environment, { countyId, userId, action: 'changePassword', subject: user.userName });
  });
}
