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

export async function findSession(on: Queryable, tokenDigest: string): Promise<SessionRow | null> {
  const rows = await on.query<SessionRow & Row>(
    `select s.county_id as "countyId", s.token_digest as "tokenDigest", s.expires_at as "expiresAt",
        u.user_id as "userId", u.name, u.role, u.is_active as "isActive",
        u.must_change_password as "mustChangePassword",
        d.device_id as "deviceId", d.state as "deviceState", d.last_seen_at as "lastSeenAt",
        up.ancestors as "userAncestors", dp.ancestors as "deviceAncestors"
      from sessions s
      join users u on u.county_id = s.county_id and u.user_id = s.user_id
      join devices d on d.county_id = s.county_id and d.device_id = s.device_id
      join org_tree up on up.county_id = s.county_id and up.org_unit_id = u.org_unit_id
      join org_tree dp on dp.county_id = s.county_id and dp.org_unit_id = d.org_unit_id
      where s.token_digest = $1`,
    [tokenDigest],
  );
  return rows[0] ?? null;
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
