/** The county's accounts, for those who keep them. */
import { accountProblems } from '@shared/problems/account-problems';
import type { Role } from '@shared/sync/access';
import type { changeUserRequest, createUserRequest, UserMessage } from '@shared/sync/account-messages';
import type { z } from 'zod';
import type { Queryable } from '../../db/database';
import { listPlaces, type Place } from '../../repositories/accounts/place-repository';
import { deleteSessionsOfUser } from '../../repositories/accounts/session-repository';
import {
  findUser,
  insertUser,
  listUsers,
  lockActiveAdministrators,
  type UserRow,
  updateUser,
} from '../../repositories/accounts/user-repository';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { hashPassword, requireStrongPassword } from '../sessions/passwords';
import { audit } from './audit';
import { describeChanges } from './describe-changes';
import { mayKeepRole, placeIn, realmOf, requirePlace } from './realm';
import { normalizeUserName } from './user-name';

type CreateUser = z.output<typeof createUserRequest>;
type ChangeUser = z.output<typeof changeUserRequest>;

export async function describeUsers({ database }: Environment, caller: Caller): Promise<UserMessage[]> {
  const places = await listPlaces(database, caller.countyId);
  const users = await listUsers(database, realmOf(caller));
  return users.map((user) => userMessageOf(user, places));
}

/**
 * The password given is an initial one: the person is asked to choose her own at the first login.
 * @throws Refusal `notAllowed` (a role above the caller's reach), `notFound` (a place), `weakPassword`, `nameTaken`
 */
export async function createUser(
  environment: Environment,
  caller: Caller,
  { password, ...draft }: CreateUser,
): Promise<UserMessage> {
  requireRole(caller, draft.role);
  const userName = normalizeUserName(draft.userName);
  requireStrongPassword(password, userName);
  const passwordHash = await hashPassword(password);
  const { countyId, userId } = caller;
  const user = { ...draft, userName, id: environment.newId(), passwordHash, mustChangePassword: true };
  return environment.database.transaction(async (tx) => {
    await requirePlace(tx, caller, draft.orgUnitId);
    if (!(await insertUser(tx, countyId, user, environment.now()))) {
      throw new Refusal(accountProblems.nameTaken({ name: userName }));
    }
    const places = await listPlaces(tx, countyId);
    const detail = describeChanges(null, user, places);
    await audit(tx, environment, { countyId, userId, action: 'createUser', subject: userName, detail });
    return userMessageOf(await requireUser(tx, caller, user.id), places);
  });
}

/**
 * Whatever is given is changed. A new password, or deactivating, ends the person's sessions.
 * @throws Refusal `notFound` (outside the caller's realm), `notAllowed` (a role above the caller's reach),
 *   `weakPassword`, `lastAdministrator`
 */
export async function changeUser(
  environment: Environment,
  caller: Caller,
  id: string,
  { password, ...changes }: ChangeUser,
): Promise<UserMessage> {
  const known = await requireUser(environment.database, caller, id);
  requireRole(caller, known.role);
  if (changes.role !== undefined) requireRole(caller, changes.role);
  if (password !== undefined) requireStrongPassword(password, known.userName);
  const newPassword = password === undefined ? {} : await initialPassword(password);
  return environment.database.transaction(async (tx) => {
    // Read again: somebody may have given her a role above the caller's reach while the password was being hashed.
    const before = await requireUser(tx, caller, id);
    requireRole(caller, before.role);
    if (changes.orgUnitId !== undefined) await requirePlace(tx, caller, changes.orgUnitId);
    await keepAnAdministrator(tx, caller.countyId, before, changes);
    await updateUser(tx, caller.countyId, id, { ...changes, ...newPassword });
    if (password !== undefined || changes.isActive === false) {
      await deleteSessionsOfUser(tx, caller.countyId, id, null);
    }
    const places = await listPlaces(tx, caller.countyId);
    const after = await requireUser(tx, caller, id);
    await auditChange(tx, environment, caller, { before, after, places, isReset: password !== undefined });
    return userMessageOf(after, places);
  });
}

const initialPassword = async (password: string) => ({
  passwordHash: await hashPassword(password),
  mustChangePassword: true,
});

interface UserChange {
  readonly before: UserRow;
  readonly after: UserRow;
  readonly places: ReadonlyMap<string, Place>;
  readonly isReset: boolean;
}

async function auditChange(
  tx: Queryable,
  environment: Environment,
  { countyId, userId }: Caller,
  { before, after, places, isReset }: UserChange,
): Promise<void> {
  const act = { countyId, userId, subject: before.userName };
  const detail = describeChanges(before, after, places);
  if (detail !== '') await audit(tx, environment, { ...act, action: 'changeUser', detail });
  if (isReset) await audit(tx, environment, { ...act, action: 'resetPassword' });
}

function requireRole(caller: Caller, role: Role): void {
  if (!mayKeepRole(caller, role)) throw new Refusal(accountProblems.notAllowed({}));
}

async function requireUser(on: Queryable, caller: Caller, id: string): Promise<UserRow> {
  const user = await findUser(on, realmOf(caller), id);
  if (user === null) throw new Refusal(accountProblems.notFound({}));
  return user;
}

/** A county without an administrator could never be helped from inside again. */
async function keepAnAdministrator(
  tx: Queryable,
  countyId: string,
  { id }: UserRow,
  { role, isActive }: ChangeUser,
): Promise<void> {
  const isLeaving = isActive === false || (role !== undefined && role !== 'administrator');
  if (!isLeaving) return;
  const active = await lockActiveAdministrators(tx, countyId);
  if (active.has(id) && active.size === 1) throw new Refusal(accountProblems.lastAdministrator({}));
}

function userMessageOf(user: UserRow, places: ReadonlyMap<string, Place>): UserMessage {
  const { id, userName, name, role, isActive, lastLoginAt, lockedUntil } = user;
  const orgUnit = placeIn(places, user.orgUnitId);
  return { id, userName, name, role, orgUnit, isActive, lastLoginAt, lockedUntil };
}
