/** The way in from the server's own console: the first administrator, and the last resort when all are locked out. */
import { accountProblems } from '@shared/problems/account-problems';
import { serverProblems } from '@shared/problems/server-problems';
import type { Queryable } from '../../db/database';
import { type CountyRow, listCounties, lockCounties } from '../../repositories/accounts/county-repository';
import { deleteSessionsOfUser } from '../../repositories/accounts/session-repository';
import { findUserByName, insertUser, updateUser } from '../../repositories/accounts/user-repository';
import { findRootId } from '../../repositories/org-tree';
import { issueCode } from '../enrolment/keep-codes';
import type { Environment } from '../environment';
import { createCountyWithin } from '../org-tree/county-office';
import { Refusal } from '../refusal';
import { hashPassword, newInitialPassword } from '../sessions/passwords';
import { audit } from './audit';
import { normalizeUserName } from './user-name';

export interface AdministratorOrder {
  /** Name of the county to begin; null = there is one already. */
  readonly countyName: string | null;
  readonly name: string;
  readonly userName: string;
}
export interface MadeAdministrator {
  readonly countyName: string;
  readonly userName: string;
  /** Shown once; she is asked to choose her own. */
  readonly password: string;
  /** For her first device. */
  readonly code: string;
}

/**
 * Begins the county where there is none. An administrator of that user name who exists gets a new password and is
 * active and unlocked again. All or nothing, and one at a time: two consoles on one database do not begin two counties.
 * @throws Refusal `noCounty`, `otherCounty`, `nameTaken` (by somebody who is no administrator)
 */
export async function createAdministrator(
  environment: Environment,
  order: AdministratorOrder,
): Promise<MadeAdministrator> {
  const userName = normalizeUserName(order.userName);
  const password = newInitialPassword();
  const secret = { passwordHash: await hashPassword(password), mustChangePassword: true };
  return environment.database.transaction(async (tx) => {
    await lockCounties(tx);
    const county = await requireCounty(environment, tx, order.countyName);
    const orgUnitId = (await findRootId(tx, county.id)) ?? county.id;
    await giveAccount(environment, tx, county.id, { ...secret, userName, name: order.name, orgUnitId });
    const codeOrder = { countyId: county.id, orgUnitId, note: order.name, createdBy: 'console' };
    const { code } = await issueCode(environment, codeOrder, tx);
    return { countyName: county.name, userName, password, code };
  });
}

async function requireCounty(
  environment: Environment,
  tx: Queryable,
  wanted: string | null,
): Promise<CountyRow> {
  const [county] = await listCounties(tx);
  if (county !== undefined) {
    if (wanted !== null && wanted !== county.name) {
      throw new Refusal(serverProblems.otherCounty({ name: county.name }));
    }
    return county;
  }
  if (wanted === null) throw new Refusal(serverProblems.noCounty({}));
  const made = { id: environment.newId(), name: wanted };
  await createCountyWithin(environment, tx, made);
  await audit(tx, environment, { countyId: made.id, userId: null, action: 'createCounty', subject: wanted });
  return made;
}

interface Account {
  readonly userName: string;
  readonly name: string;
  readonly orgUnitId: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
}

async function giveAccount(
  environment: Environment,
  tx: Queryable,
  countyId: string,
  { userName, passwordHash, mustChangePassword, ...account }: Account,
): Promise<void> {
  const secret = { passwordHash, mustChangePassword };
  const known = await findUserByName(tx, countyId, userName);
  const act = { countyId, userId: null, subject: userName, detail: '在服务器控制台办理' };
  if (known === null) {
    const user = {
      id: environment.newId(),
      userName,
      role: 'administrator' as const,
      ...account,
      ...secret,
    };
    await insertUser(tx, countyId, user, environment.now());
    await audit(tx, environment, { ...act, action: 'createUser' });
    return;
  }
  if (known.role !== 'administrator') throw new Refusal(accountProblems.nameTaken({ name: userName }));
  await updateUser(tx, countyId, known.id, { ...secret, isActive: true });
  await deleteSessionsOfUser(tx, countyId, known.id, null);
  await audit(tx, environment, { ...act, action: 'resetPassword' });
}
