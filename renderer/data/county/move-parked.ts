import type { OpenTables } from './outbox';
import { isWaiting } from './parked-edit';
import { rewriteAll } from './reoffer';
import type { InTurn } from './take-documents';

/** SCOPE-9: what waits here lies at the office's new place. No edit says so: nobody else knows of these documents. */
export async function moveParked(tables: OpenTables, inTurn: InTurn, homeId: string): Promise<void> {
  await rewriteAll(
    tables,
    inTurn,
    (document) => isWaiting(document) && document.orgUnitId !== homeId,
    (_ref, now) => (isWaiting(now) ? { ...now, orgUnitId: homeId } : 'same'),
  );
}
