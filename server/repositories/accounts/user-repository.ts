/** People who may log in. */
import type { Role } from '@shared/sync/access';
import type { Queryable, Row } from '../../db/database';
import { inRealm, type Realm } from './place-repository';

export interface UserRow {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
  readonly role: Role;
  readonly orgUnitId: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly isActive: boolean;
  readonly lockedUntil: string | null;
  readonly lastLoginAt: string | null;
}
export type NewUser = Omit<UserRow, 'isActive' | 'lockedUntil' | 'lastLoginAt'>;
export type UserChanges = Partial<
  Pick<UserRow, 'name' | 'role' | 'orgUnitId' | 'isActive' | 'passwordHash' | 'mustChangePassword'>
>;

const columns = `user_id as id, user_name as "userName", name, role, org_unit_id as "orgUnitId",
  password_hash as "passwordHash", must_change_password as "mustChangePassword", is_active as "isActive",
  locked_until as "lockedUntil", last_login_at as "lastLoginAt"`;
type UserQueryRow = UserRow & Row;

/** What counting one more try found. `isLast` = another wrong one is not taken before the lock ends. */
export type Attempt =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'locked'; readonly until: string }
  | { readonly kind: 'allowed'; readonly user: UserRow; readonly isLast: boolean };

export interface LockRule {
  readonly now: string;
  readonly failuresAllowed: number;
  readonly lockUntil: string;
}

/**
 * Counts a try before its password is looked at, so that a hundred guesses at the same moment are no more than the
 * few that are allowed. A right password takes the count back (`noteLogin`).
 */
export async function countAttempt(
  on: Queryable,
  countyId: string,
  userName: string,
  { now, failuresAllowed, lockUntil }: LockRule,
): Promise<Attempt> {
  const failures = `case when locked_until is null then failed_logins else 0 end + 1`;
  const counted = await on.query<UserQueryRow & { failures: number }>(
    `update users set failed_logins = ${failures},
        locked_until = case when ${failures} >= $4 then $5::timestamptz end
      where county_id = $1 and lower(user_name) = lower($2) and (locked_until is null or locked_until <= $3)
      returning failed_logins as failures, ${columns}`,
    [countyId, userName, now, failuresAllowed, lockUntil],
  );
  const user = counted[0];
  if (user !== undefined) return { kind: 'allowed', user, isLast: user.failures >= failuresAllowed };
  const locked = await on.query<{ until: string | null }>(
    `select locked_until as until from users where county_id = $1 and lower(user_name) = lower($2)`,
    [countyId, userName],
  );
  const until = locked[0]?.until;
  return until === undefined ? { kind: 'unknown' } : { kind: 'locked', until: until ?? lockUntil };
}

/** A right password: forgets the failures. */
export async function noteLogin(on: Queryable, countyId: string, userId: string, at: string): Promise<void> {
  await on.query(
    `update users set failed_logins = 0, locked_until = null, last_login_at = $3
      where county_id = $1 and user_id = $2`,
    [countyId, userId, at],
  );
}

export async function findUser(on: Queryable, realm: Realm, userId: string): Promise<UserRow | null> {
  const rows = await on.query<UserQueryRow>(
    `select ${columns} from users where county_id = $1 and ${inRealm('org_unit_id')} and user_id = $3`,
    [realm.countyId, realm.rootId, userId],
  );
  return rows[0] ?? null;
}

export async function findUserByName(
  on: Queryable,
  countyId: string,
  userName: string,
): Promise<UserRow | null> {
  const rows = await on.query<UserQueryRow>(
    `select ${columns} from users where county_id = $1 and lower(user_name) = lower($2)`,
    [countyId, userName],
  );
  return rows[0] ?? null;
}

export async function listUsers(on: Queryable, realm: Realm): Promise<readonly UserRow[]> {
  return on.query<UserQueryRow>(
    `select ${columns} from users where county_id = $1 and ${inRealm('org_unit_id')}
      order by is_active desc, user_name`,
    [realm.countyId, realm.rootId],
  );
}

/** @returns false when the name is taken */
export async function insertUser(
  on: Queryable,
  countyId: string,
  user: NewUser,
  createdAt: string,
): Promise<boolean> {
  const rows = await on.query(
    `insert into users (county_id, user_id, user_name, name, role, org_unit_id, password_hash,
        must_change_password, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict do nothing returning user_id`,
    [
      countyId,
      user.id,
      user.userName,
      user.name,
      user.role,
      user.orgUnitId,
      user.passwordHash,
      user.mustChangePassword,
      createdAt,
    ],
  );
  return rows.length > 0;
}

/** Sets what is given. A new password also takes a lock away. */
export async function updateUser(
  on: Queryable,
  countyId: string,
  userId: string,
  changes: UserChanges,
): Promise<void> {
  await on.query(
    `update users set name = coalesce($3, name), role = coalesce($4, role),
        org_unit_id = coalesce($5, org_unit_id), is_active = coalesce($6::boolean, is_active),
        password_hash = coalesce($7, password_hash),
        must_change_password = coalesce($8::boolean, must_change_password),
        failed_logins = case when $7::text is null then failed_logins else 0 end,
        locked_until = case when $7::text is null then locked_until end
      where county_id = $1 and user_id = $2`,
    [
      countyId,
      userId,
      changes.name ?? null,
      changes.role ?? null,
      changes.orgUnitId ?? null,
      changes.isActive ?? null,
      changes.passwordHash ?? null,
      changes.mustChangePassword ?? null,
    ],
  );
}

/**
 * Locks every active administrator's row and counts them: two of them who leave at the same moment cannot both be
 * "not the last".
 */
export async function lockActiveAdministrators(
  on: Queryable,
  countyId: string,
): Promise<ReadonlySet<string>> {
  const rows = await on.query<{ id: string }>(
    `select user_id as id from users where county_id = $1 and role = 'administrator' and is_active
      order by user_id for update`,
    [countyId],
  );
  return new Set(rows.map(({ id }) => id));
}
