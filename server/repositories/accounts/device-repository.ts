/** Devices enrolled in a county; their tokens are kept as digests. */
import type { DeviceReport } from '@shared/sync/account-messages';
import type { Queryable, Row } from '../../db/database';
import { inRealm, type Realm } from './place-repository';

export type DeviceState = 'active' | 'draining' | 'wiped';

export interface DeviceRow {
  readonly countyId: string;
  readonly id: string;
  readonly name: string;
  readonly orgUnitId: string;
  readonly tokenDigest: string;
  readonly state: DeviceState;
}
export interface ListedDevice extends Omit<DeviceRow, 'countyId' | 'tokenDigest'> {
  readonly enrolledAt: string;
  readonly lastSeenAt: string | null;
  readonly lastUserName: string | null;
  readonly lastPushAt: string | null;
  readonly lastPushCount: number | null;
  readonly pulledThrough: number | null;
  readonly unsentCount: number | null;
  readonly lastAgreedAt: string | null;
}

export async function insertDevice(
  on: Queryable,
  device: Omit<DeviceRow, 'state'>,
  enrolledAt: string,
): Promise<void> {
  await on.query(
    `insert into devices (county_id, device_id, name, org_unit_id, token_digest, state, enrolled_at)
      values ($1, $2, $3, $4, $5, 'active', $6)`,
    [device.countyId, device.id, device.name, device.orgUnitId, device.tokenDigest, enrolledAt],
  );
}

const columns = `county_id as "countyId", device_id as id, name, org_unit_id as "orgUnitId",
  token_digest as "tokenDigest", state`;

export async function findDeviceByToken(on: Queryable, tokenDigest: string): Promise<DeviceRow | null> {
  const rows = await on.query<DeviceRow & Row>(`select ${columns} from devices where token_digest = $1`, [
    tokenDigest,
  ]);
  return rows[0] ?? null;
}

export async function findDevice(
  on: Queryable,
  countyId: string,
  deviceId: string,
): Promise<DeviceRow | null> {
  const rows = await on.query<DeviceRow & Row>(
    `select ${columns} from devices where county_id = $1 and device_id = $2`,
    [countyId, deviceId],
  );
  return rows[0] ?? null;
}

/** @param deviceId only this one; null = all of the realm, newest first */
export async function listDevices(
  on: Queryable,
  realm: Realm,
  deviceId: string | null,
): Promise<readonly ListedDevice[]> {
  return on.query<ListedDevice & Row>(
    `select d.device_id as id, d.name, d.org_unit_id as "orgUnitId", d.state,
        d.enrolled_at as "enrolledAt", d.last_seen_at as "lastSeenAt", u.name as "lastUserName",
        d.last_push_at as "lastPushAt", d.last_push_count as "lastPushCount",
        d.pulled_through as "pulledThrough", d.unsent_count as "unsentCount",
        d.last_agreed_at as "lastAgreedAt"
      from devices d left join users u on u.county_id = d.county_id and u.user_id = d.last_user_id
      where d.county_id = $1 and ${inRealm('d.org_unit_id')} and ($3::text is null or d.device_id = $3)
      order by d.enrolled_at desc, d.device_id`,
    [realm.countyId, realm.rootId, deviceId],
  );
}

/** A state is only ever left forwards: active, draining, wiped. @returns whether this call moved it */
export async function advanceDevice(
  on: Queryable,
  realm: Realm,
  deviceId: string,
  to: 'draining' | 'wiped',
): Promise<boolean> {
  const before = to === 'wiped' ? ['active', 'draining'] : ['active'];
  const rows = await on.query(
    `update devices set state = $4
      where county_id = $1 and device_id = $3 and ${inRealm('org_unit_id')} and state = any($5::text[])
      returning device_id`,
    [realm.countyId, realm.rootId, deviceId, to, before],
  );
  return rows.length > 0;
}

export async function noteSeen(
  on: Queryable,
  device: { readonly countyId: string; readonly deviceId: string },
  userId: string,
  at: string,
): Promise<void> {
  await on.query(
    `update devices set last_seen_at = $3, last_user_id = $4 where county_id = $1 and device_id = $2`,
    [device.countyId, device.deviceId, at, userId],
  );
}

export async function noteReport(
  on: Queryable,
  device: { readonly countyId: string; readonly deviceId: string },
  report: Omit<DeviceReport, 'deposit'>,
): Promise<void> {
  await on.query(
    `update devices set unsent_count = $3, pulled_through = coalesce($4::bigint, pulled_through),
        last_agreed_at = coalesce($5::timestamptz, last_agreed_at)
      where county_id = $1 and device_id = $2`,
    [device.countyId, device.deviceId, report.unsentCount, report.pulledThrough, report.agreedAt],
  );
}
