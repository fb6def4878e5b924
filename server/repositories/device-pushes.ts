import type { Queryable } from '../db/database';

/** What a device last sent, and how far it had pulled: for the county's list of devices. */
export async function notePush(
  tx: Queryable,
  device: { readonly countyId: string; readonly deviceId: string },
  push: { readonly at: string; readonly editCount: number; readonly pulledThrough: number },
): Promise<void> {
  await tx.query(
    `update devices set last_push_at = $3, last_push_count = $4, pulled_through = $5
     where county_id = $1 and device_id = $2`,
    [device.countyId, device.deviceId, push.at, push.editCount, push.pulledThrough],
  );
}
