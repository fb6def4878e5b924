/** Sessions: who is logged in on which device. */
import type { Role } from '@shared/sync/access';
import type { Queryable, Row } from '../../db/database';

export interface NewSession {
  readonly countyId: string;
  readonly tokenDigest: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** A session with everything an access decision needs, read in one statement per request. */
export interface SessionRow {
  readonly countyId: string;
  readonly tokenDigest: string;
  readonly expiresAt: string;
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly isActive: boolean;
  readonly mustChangePassword: boolean;
  readonly deviceId: string;
  readonly deviceState: 'active' | 'draining' | 'wiped';
  readonly lastSeenAt: string | null;
  readonly userAncestors: readonly string[];
  readonly deviceAncestors: readonly string[];
}

/**
 * The places are looked up aside instead of joined: planning a join of five tables is two thirds of what this statement
 * would cost the embedded database, and it runs once per request.
 * @returns null when nobody has this token, or the place of the person or of the device is gone
 */
export async function findSession(on: Queryable, tokenDigest: string): Promise<SessionRow | null> {
  const [row] = await on.query<FoundSession & Row>(
    `select s.county_id as "countyId", s.token_digest as "tokenDigest", s.expires_at as "expiresAt",
        u.user_id as "userId", u.name, u.role, u.is_active as "isActive",
        u.must_change_password as "mustChangePassword",
        d.device_id as "deviceId", d.state as "deviceState", d.last_seen_at as "lastSeenAt",
        (select p.ancestors from org_tree p
          where p.county_id = s.county_id and p.org_unit_id = u.org_unit_id) as "userAncestors",
        (select p.ancestors from org_tree p
          where p.county_id = s.county_id and p.org_unit_id = d.org_unit_id) as "deviceAncestors"
      from sessions s
      join users u on u.county_id = s.county_id and u.user_id = s.user_id
      join devices d on d.county_id = s.county_id and d.device_id = s.device_id
      where s.token_digest = $1`,
    [tokenDigest],
  );
  if (!row) return null;
  const { userAncestors, deviceAncestors } = row;
  return userAncestors && deviceAncestors ? { ...row, userAncestors, deviceAncestors } : null;
}

interface FoundSession extends Omit<SessionRow, 'userAncestors' | 'deviceAncestors'> {
  readonly userAncestors: readonly string[] | null;
  readonly deviceAncestors: readonly string[] | null;
}

export async function insertSession(on: Queryable, session: NewSession): Promise<void> {
  await on.query(
    `insert into sessions (county_id, token_digest, user_id, device_id, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6)`,
    [
      session.countyId,
      session.tokenDigest,
      session.userId,
      session.deviceId,
      session.createdAt,
      session.expiresAt,
    ],
  );
}

export async function extendSession(on: Queryable, session: SessionRow, expiresAt: string): Promise<void> {
  await on.query(`update sessions set expires_at = $3 where county_id = $1 and token_digest = $2`, [
    session.countyId,
    session.tokenDigest,
    expiresAt,
  ]);
}

export async function deleteSession(on: Queryable, tokenDigest: string): Promise<void> {
  await on.query(`delete from sessions where token_digest = $1`, [tokenDigest]);
}

/** @param except digest of the session that stays; null = none does */
export async function deleteSessionsOfUser(
  on: Queryable,
  countyId: string,
  userId: string,
  except: string | null,
): Promise<void> {
  await on.query(
    `delete from sessions where county_id = $1 and user_id = $2 and token_digest is distinct from $3`,
    [countyId, userId, except],
  );
}

export async function deleteExpiredSessions(on: Queryable, now: string): Promise<void> {
  await on.query(`delete from sessions where expires_at <= $1`, [now]);
}
