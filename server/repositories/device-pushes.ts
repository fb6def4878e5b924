import type { Queryable } from '../db/database';
import type { DeviceState } from './accounts/device-repository';

/**
 * What a device last sent, and how far it had pulled: for the county's list of devices. Its row is locked from here to the
 * commit: a revocation comes wholly before the push or wholly after it.
 * @returns the device's state now; null: the county does not know it
 */
export async function notePush(
  tx: Queryable,
  device: { readonly countyId: string; readonly deviceId: string },
  push: { readonly at: string; readonly editCount: number; readonly pulledThrough: number },
): Promise<DeviceState | null> {
  const [row] = await tx.query<{ state: DeviceState }>(
    `update devices set last_push_at = $3, last_push_count = $4, pulled_through = $5
     where county_id = $1 and device_id = $2 returning state`,
    [device.countyId, device.deviceId, push.at, push.editCount, push.pulledThrough],
  );
  return row?.state ?? null;
}
