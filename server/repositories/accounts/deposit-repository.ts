/** Unlock codes devices have handed over, sealed (SPEC.md, DEVICE-4); one per device, the newest. */
import type { UnlockDeposit } from '@shared/sync/unlock-help';
import type { Queryable, Row } from '../../db/database';
import { inRealm, type Realm } from './place-repository';

export async function keepDeposit(
  on: Queryable,
  { countyId, deviceId }: { readonly countyId: string; readonly deviceId: string },
  { request, box }: UnlockDeposit,
  at: string,
): Promise<void> {
  await on.query(
    `insert into unlock_deposits (county_id, device_id, request, box, kept_at) values ($1, $2, $3, $4, $5)
      on conflict (county_id, device_id) do update set request = $3, box = $4, kept_at = $5
        where unlock_deposits.request <> $3`,
    [countyId, deviceId, request, box, at],
  );
}

/** @returns null also for a device outside the realm */
export async function findDeposit(
  on: Queryable,
  realm: Realm,
  request: string,
): Promise<{ readonly deviceId: string; readonly box: string } | null> {
  const rows = await on.query<{ deviceId: string; box: string } & Row>(
    `select u.device_id as "deviceId", u.box
      from unlock_deposits u join devices d on d.county_id = u.county_id and d.device_id = u.device_id
      where u.county_id = $1 and ${inRealm('d.org_unit_id')} and u.request = $3`,
    [realm.countyId, realm.rootId, request],
  );
  return rows[0] ?? null;
}

/** A device that is gone asks nobody any more. */
export async function forgetDeposit(on: Queryable, countyId: string, deviceId: string): Promise<void> {
  await on.query('delete from unlock_deposits where county_id = $1 and device_id = $2', [countyId, deviceId]);
}
