/**
 * PULL-1 to PULL-4: pages alone bring everything. A device that compares with the county mends what it lacks (AGREE-3), which
 * would hide every page that left something out; so what it asks for then is looked at.
 */
import type { TransportRequest } from '@renderer/sync/county/transport';
import { fetchRequest } from '@shared/sync/messages';
import type { Device } from '../world/device';

/** @returns documents the device has to ask for though every page it was given was whole */
export function holesIn(device: Device, request: TransportRequest): string[] {
  const { running, line, person } = device;
  if (!running || !request.url.endsWith('/documents/fetch') || line.hasLied) return [];
  // A register that was kept alone reads the county's places before its first page, to match its own with them.
  if (device.remembered()?.joining) return [];
  // What it could not read, or holds without a number, it knows that it has to ask for.
  if (running.engine.status.get().unreadableCount > 0) return [];
  const { collection, ids } = fetchRequest.parse(JSON.parse(request.body ?? ''));
  const table = running.register.table(collection);
  return ids
    .filter((id) => table.getIncludingDeleted(id)?.seq !== 0)
    .map((id) => `PULL-1: no page told ${person.userName} of ${collection}/${id}`);
}
