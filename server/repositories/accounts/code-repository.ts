/** One-time enrolment codes; only their digests are kept. */
import type { Queryable, Row } from '../../db/database';
import { inRealm, type Realm } from './place-repository';

export interface NewCode {
  readonly id: string;
  readonly codeDigest: string;
  readonly orgUnitId: string;
  readonly note: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string;
}
export interface ListedCode extends Omit<NewCode, 'codeDigest' | 'createdBy'> {
  readonly usedAt: string | null;
}

export async function insertCode(on: Queryable, countyId: string, code: NewCode): Promise<void> {
  await on.query(
    `insert into enrolment_codes
        (county_id, code_id, code_digest, org_unit_id, note, created_at, created_by, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      countyId,
      code.id,
      code.codeDigest,
      code.orgUnitId,
      code.note,
      code.createdAt,
      code.createdBy,
      code.expiresAt,
    ],
  );
}

/** Takes a code for one device, at most once however many ask at the same moment. @returns null when it is not to be had */
export async function takeCode(
  on: Queryable,
  codeDigest: string,
  deviceId: string,
  now: string,
): Promise<{ readonly countyId: string; readonly codeDigest: string; readonly orgUnitId: string } | null> {
  const rows = await on.query<{ countyId: string; codeDigest: string; orgUnitId: string }>(
    `update enrolment_codes set used_at = $3, device_id = $2
      where code_digest = $1 and used_at is null and expires_at > $3
      returning county_id as "countyId", code_digest as "codeDigest", org_unit_id as "orgUnitId"`,
    [codeDigest, deviceId, now],
  );
  return rows[0] ?? null;
}

/** Forgets a code nobody has used: it lets no device in any more. @returns null when there is no such one in the realm */
export async function deleteUnusedCode(
  on: Queryable,
  realm: Realm,
  id: string,
): Promise<{ readonly orgUnitId: string; readonly note: string } | null> {
  const rows = await on.query<{ orgUnitId: string; note: string }>(
    `delete from enrolment_codes
      where county_id = $1 and ${inRealm('org_unit_id')} and code_id = $3 and used_at is null
      returning org_unit_id as "orgUnitId", note`,
    [realm.countyId, realm.rootId, id],
  );
  return rows[0] ?? null;
}

export async function listCodes(on: Queryable, realm: Realm): Promise<readonly ListedCode[]> {
  return on.query<ListedCode & Row>(
    `select code_id as id, org_unit_id as "orgUnitId", note, created_at as "createdAt",
        expires_at as "expiresAt", used_at as "usedAt"
      from enrolment_codes where county_id = $1 and ${inRealm('org_unit_id')}
      order by created_at desc, code_id desc limit 200`,
    [realm.countyId, realm.rootId],
  );
}
