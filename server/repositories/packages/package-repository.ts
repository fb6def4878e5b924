/** Packages taken from devices and made for them (SPEC.md, PACKAGE-4). */
import type { Queryable, Row } from '../../db/database';
import { inRealm, type Realm } from '../accounts/place-repository';

export interface PackageRow {
  readonly deviceId: string;
  readonly direction: 'in' | 'out';
  readonly number: number;
  readonly kind: 'report' | 'receipt' | 'seed';
  readonly madeAt: string;
  readonly handledAt: string;
  readonly handledBy: string | null;
  readonly userId: string;
  readonly editCount: number;
  readonly answers: number | null;
  /** Base64; only of the newest receipt. */
  readonly file: string | null;
}
export interface ListedPackage extends Omit<PackageRow, 'file' | 'handledBy' | 'userId'> {
  readonly deviceName: string;
  readonly orgUnitId: string;
  /** null = at the console, or an account that is gone. */
  readonly handledBy: string | null;
  readonly person: string | null;
  readonly hasFile: boolean;
}

/** 0 = none. */
export async function lastNumber(
  on: Queryable,
  countyId: string,
  deviceId: string,
  direction: PackageRow['direction'],
): Promise<number> {
  const rows = await on.query<{ last: number | null }>(
    'select max(number) as last from packages where county_id = $1 and device_id = $2 and direction = $3',
    [countyId, deviceId, direction],
  );
  return rows[0]?.last ?? 0;
}

/** @returns false when the number is taken; then nothing is written */
export async function insertPackage(on: Queryable, countyId: string, one: PackageRow): Promise<boolean> {
  const rows = await on.query(
    `insert into packages (county_id, device_id, direction, number, kind, made_at, handled_at, handled_by, user_id,
        edit_count, answers, file)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning number`,
    [
      countyId,
      one.deviceId,
      one.direction,
      one.number,
      one.kind,
      one.madeAt,
      one.handledAt,
      one.handledBy,
      one.userId,
      one.editCount,
      one.answers,
      one.file,
    ],
  );
  return rows.length > 0;
}

/** Only the newest receipt of a device is kept. */
export async function forgetFiles(on: Queryable, countyId: string, deviceId: string): Promise<void> {
  await on.query(
    'update packages set file = null where county_id = $1 and device_id = $2 and file is not null',
    [countyId, deviceId],
  );
}

/** The newest receipt of a device of the realm; null when there is none. */
export async function findReceipt(
  on: Queryable,
  realm: Realm,
  deviceId: string,
): Promise<{ readonly number: number; readonly madeAt: string; readonly file: string } | null> {
  const rows = await on.query<{ number: number; madeAt: string; file: string }>(
    `select p.number, p.made_at as "madeAt", p.file from packages p
      join devices d on d.county_id = p.county_id and d.device_id = p.device_id
      where p.county_id = $1 and ${inRealm('d.org_unit_id')} and p.device_id = $3 and p.file is not null
      order by p.number desc limit 1`,
    [realm.countyId, realm.rootId, deviceId],
  );
  return rows[0] ?? null;
}

/** The newest 200 of the realm. */
export async function listPackages(on: Queryable, realm: Realm): Promise<readonly ListedPackage[]> {
  return on.query<ListedPackage & Row>(
    `select p.device_id as "deviceId", d.name as "deviceName", d.org_unit_id as "orgUnitId", p.direction, p.number,
        p.kind, p.made_at as "madeAt", p.handled_at as "handledAt", h.name as "handledBy", u.name as person,
        p.edit_count as "editCount", p.answers, p.file is not null as "hasFile"
      from packages p
      join devices d on d.county_id = p.county_id and d.device_id = p.device_id
      left join users h on h.county_id = p.county_id and h.user_id = p.handled_by
      left join users u on u.county_id = p.county_id and u.user_id = p.user_id
      where p.county_id = $1 and ${inRealm('d.org_unit_id')}
      order by p.handled_at desc, p.direction desc, p.number desc limit 200`,
    [realm.countyId, realm.rootId],
  );
}
