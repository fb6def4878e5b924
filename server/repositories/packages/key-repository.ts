/** Keys of county and devices, and who has logged in where (SPEC.md, PACKAGE-2 and PACKAGE-3). */
import type { KeyPairs, PublicKeys } from '@shared/sync/packages/keys';
import type { Queryable, Row } from '../../db/database';

export async function findCountyKeys(on: Queryable, countyId: string): Promise<KeyPairs | null> {
  const rows = await on.query<KeyPairs & Row>(
    'select public_keys as public, secret_keys as secret from county_keys where county_id = $1',
    [countyId],
  );
  return rows[0] ?? null;
}

/** Keeps the keys that are there, if some are: two processes may make them at the same moment. */
export async function insertCountyKeys(
  on: Queryable,
  countyId: string,
  keys: KeyPairs,
  at: string,
): Promise<void> {
  await on.query(
    `insert into county_keys (county_id, public_keys, secret_keys, created_at) values ($1, $2::json, $3::json, $4)
      on conflict do nothing`,
    [countyId, JSON.stringify(keys.public), JSON.stringify(keys.secret), at],
  );
}

export async function insertDeviceKeys(
  on: Queryable,
  countyId: string,
  deviceId: string,
  keys: PublicKeys,
): Promise<void> {
  await on.query('insert into device_keys (county_id, device_id, public_keys) values ($1, $2, $3::json)', [
    countyId,
    deviceId,
    JSON.stringify(keys),
  ]);
}

/** null: the device was enrolled without keys. */
export async function findDeviceKeys(
  on: Queryable,
  countyId: string,
  deviceId: string,
): Promise<PublicKeys | null> {
  const rows = await on.query<{ keys: PublicKeys }>(
    'select public_keys as keys from device_keys where county_id = $1 and device_id = $2',
    [countyId, deviceId],
  );
  return rows[0]?.keys ?? null;
}

export async function notePersonOfDevice(
  on: Queryable,
  { countyId, deviceId }: { readonly countyId: string; readonly deviceId: string },
  userId: string,
): Promise<void> {
  await on.query(
    `insert into device_people (county_id, device_id, user_id) values ($1, $2, $3) on conflict do nothing`,
    [countyId, deviceId, userId],
  );
}

export async function isPersonOfDevice(
  on: Queryable,
  { countyId, deviceId }: { readonly countyId: string; readonly deviceId: string },
  userId: string,
): Promise<boolean> {
  const rows = await on.query(
    'select user_id from device_people where county_id = $1 and device_id = $2 and user_id = $3',
    [countyId, deviceId, userId],
  );
  return rows.length > 0;
}
