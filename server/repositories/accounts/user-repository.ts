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
  greatest(locked_until, (select max(p.locked_until) from device_people p
    where p.county_id = users.county_id and p.user_id = users.user_id)) as "lockedUntil", last_login_at as "lastLoginAt"`;
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

/** Of the row `c` that counts: the person's on this computer where she has logged in before, else her account's. */
const failures = 'case when c.locked_until is null then c.failed_logins else 0 end + 1';
const counting = `failed_logins = ${failures}, locked_until = case when ${failures} >= $5 then $6::timestamptz end`;
const isOpen = '(c.locked_until is null or c.locked_until <= $4)';
const countSql = `
  with person as (
    select u.user_id, exists (select from device_people p
      where p.county_id = $1 and p.device_id = $2 and p.user_id = u.user_id) as is_at_home
    from users u where u.county_id = $1 and lower(u.user_name) = lower($3)
  ), at_home as (
    update device_people c set ${counting} from person
    where person.is_at_home and c.county_id = $1 and c.device_id = $2 and c.user_id = person.user_id and ${isOpen}
    returning c.user_id, c.failed_logins as failures
  ), elsewhere as (
    update users c set ${counting} from person
    where not person.is_at_home and c.county_id = $1 and c.user_id = person.user_id and ${isOpen}
    returning c.user_id, c.failed_logins as failures
  )
  select person.user_id as id, counted.failures,
    case when is_at_home
      then (select p.locked_until from device_people p
        where p.county_id = $1 and p.device_id = $2 and p.user_id = person.user_id)
      else (select u.locked_until from users u where u.county_id = $1 and u.user_id = person.user_id) end as until
  from person left join (select * from at_home union all select * from elsewhere) counted using (user_id)`;

/**
 * Counts a try before its password is looked at, so that a hundred guesses at the same moment are no more than the
 * few that are allowed. A right password takes the count back (`forgetFailures`). A computer on which the person has
 * logged in before has a count of its own: nobody locks her out of it from another one.
 */
export async function countAttempt(
  on: Queryable,
  { countyId, deviceId }: { readonly countyId: string; readonly deviceId: string },
  userName: string,
  { now, failuresAllowed, lockUntil }: LockRule,
): Promise<Attempt> {
  const [row] = await on.query<{ id: string; failures: number | null; until: string | null }>(countSql, [
    countyId,
    deviceId,
    userName,
    now,
    failuresAllowed,
    lockUntil,
  ]);
  if (row === undefined) return { kind: 'unknown' };
  // The lock as it was before this statement; none: somebody else's try has just begun one.
  if (row.failures === null) return { kind: 'locked', until: row.until ?? lockUntil };
  const user = await findUser(on, { countyId, rootId: null }, row.id);
  return user === null
    ? { kind: 'unknown' }
    : { kind: 'allowed', user, isLast: row.failures >= failuresAllowed };
}

/** A right password: the count that was counted by begins anew. */
export async function forgetFailures(
  on: Queryable,
  { countyId, deviceId }: { readonly countyId: string; readonly deviceId: string },
  userId: string,
): Promise<void> {
  const rows = await on.query(
    `update device_people set failed_logins = 0, locked_until = null
      where county_id = $1 and device_id = $2 and user_id = $3 returning user_id`,
    [countyId, deviceId, userId],
  );
  if (rows.length > 0) return;
  await on.query(
    `update users set failed_logins = 0, locked_until = null where county_id = $1 and user_id = $2`,
    [countyId, userId],
  );
}

export async function noteLogin(on: Queryable, countyId: string, userId: string, at: string): Promise<void> {
  await on.query(`update users set last_login_at = $3 where county_id = $1 and user_id = $2`, [
    countyId,
    userId,
    at,
  ]);
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

/** Sets what is given. A new password also takes every lock away. */
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
  if (changes.passwordHash === undefined) return;
  await on.query(
    `update device_people set failed_logins = 0, locked_until = null where county_id = $1 and user_id = $2`,
    [countyId, userId],
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
