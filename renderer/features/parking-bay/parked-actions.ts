/** What can be done with a parked edit, as operations of one commit (REJECT-3). Nothing here deletes what was typed. */
import type { NewDocument, Operation } from '@renderer/data/register-store';
import { isSame, valueAt, withValueAt } from '@shared/domain/changes';
import type { CollectionName } from '@shared/domain/collections';
import { bookkeepingFields } from '@shared/domain/document';
import type { ParkedView } from './parked-view';

export interface Settled {
  readonly by: string;
  /** Instant in UTC. */
  readonly at: string;
}

/** Values of the form by path; undefined removes a map entry. */
export type TypedValues = Readonly<Record<string, unknown>>;

const settle = (
  { id }: ParkedView,
  { by, at }: Settled,
  changes: Readonly<Record<string, unknown>>,
): Operation => ({
  op: 'change',
  collection: 'conflicts',
  id,
  changes: { state: 'settled', settledAt: at, settledBy: by, ...changes },
});

/** Whether sending these values again would change anything in the record as it is now. */
export const changesAnything = ({ isCreation, document }: ParkedView, values: TypedValues): boolean =>
  isCreation ||
  (document !== null &&
    Object.entries(values).some(
      ([path, value]) => !isSame(valueAt(document, path) ?? null, value === undefined ? null : value),
    ));

/**
 * A new edit with the corrected values. A refused creation is created again, under its own id unless the county has
 * another record under it, so that what refers to it finds it.
 * @param isIdFree whether nothing on this device has the id
 */
export function resendOperations(
  view: ParkedView,
  values: TypedValues,
  settled: Settled,
  isIdFree: boolean,
): Operation[] {
  const { collection, document, isCreation } = view;
  // What was handed over stays so: it is the county's answer to those who handed it over.
  const outcome = view.parked.outcome === 'handedOver' ? {} : { outcome: 'resent' };
  const done = settle(view, settled, outcome);
  if (isCreation) return [creation(view, values, isIdFree), done];
  if (document === null) return [];
  return [{ op: 'change', collection, id: document.id, changes: values }, done];
}

/** Fields the store fills in anew. The owner follows from the content, which may have been corrected. */
const refilled: ReadonlySet<string> = new Set([...bookkeepingFields, 'orgUnitId', 'deletedAt', 'updatedAt']);

function creation(view: ParkedView, values: TypedValues, isIdFree: boolean): Operation {
  const { collection, parked } = view;
  const kept = Object.fromEntries(
    Object.entries(parked.content ?? {}).filter(([field]) => !refilled.has(field)),
  );
  const filled = Object.entries(values).reduce<object>(
    (draft, [path, value]) => withValueAt(draft, path, value),
    kept,
  );
  const isOwnId = isIdFree && parked.problemCode !== 'sync.idTaken';
  const draft = isOwnId ? { ...filled, id: parked.documentId } : filled;
  // The store checks every draft against the schema of its collection before anything is saved.
  return { op: 'create', collection, draft: draft as NewDocument<CollectionName> } as Operation;
}

export const discardOperations = (view: ParkedView, reason: string, settled: Settled): Operation[] => [
  settle(view, settled, { outcome: 'discarded', reason }),
];

/** From then on it travels; it stays open until the county has dealt with it. */
export const handOverOperations = ({ id }: ParkedView): Operation[] => [
  { op: 'change', collection: 'conflicts', id, changes: { outcome: 'handedOver' } },
];

/** The county's answer to what was handed over, when it does not take it up. */
export const declineOperations = (view: ParkedView, reason: string, settled: Settled): Operation[] => [
  settle(view, settled, { reason }),
];
