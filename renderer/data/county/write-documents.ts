/** Writes documents as sync sees them: each on what is there at that moment, again when a window was faster. */
import { type CollectionName, collectionLabels } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { editsOf } from '@shared/domain/edit';
import type { StoredRow, WriteRow } from '../storage/table-storage';
import type { Tables } from '../write-edits';

export interface DocumentRef {
  readonly collection: CollectionName;
  readonly id: string;
}

/** What becomes of a document: another state, nothing (null), or what it is (`same`). */
export type Rebuild<R extends DocumentRef> = (
  ref: R,
  now: LedgerDocument | null,
) => LedgerDocument | null | 'same';

export interface WrittenDocuments<R extends DocumentRef> {
  readonly written: readonly R[];
  readonly removed: readonly R[];
  /** The database's own check refused them: this version cannot keep them. */
  readonly refused: readonly R[];
}

/** Windows that write one document at the same time give way in turn; more rounds than this is a fault. */
const maxRounds = 8;

/** @param refs of one or more collections, each document at most once; one transaction per collection */
export async function writeDocuments<R extends DocumentRef>(
  tables: Tables,
  refs: readonly R[],
  rebuild: Rebuild<R>,
): Promise<WrittenDocuments<R>> {
  const done = { written: [] as R[], removed: [] as R[], refused: [] as R[] };
  for (const [collection, own] of byCollection(refs)) {
    let open: readonly R[] = own;
    for (let round = 0; open.length > 0; round++) {
      if (round === maxRounds) throw new Error(`${collectionLabels[collection]}: no turn to write in`);
      open = await writeOnce(tables, collection, open, rebuild, done);
    }
  }
  return done;
}

async function writeOnce<R extends DocumentRef>(
  tables: Tables,
  collection: CollectionName,
  refs: readonly R[],
  rebuild: Rebuild<R>,
  done: { written: R[]; removed: R[]; refused: R[] },
): Promise<readonly R[]> {
  const table = tables(collection);
  const rows: WriteRow<LedgerDocument>[] = [];
  const changed: R[] = [];
  for (const ref of refs) {
    const row: StoredRow<LedgerDocument> | null = table.rowOf(ref.id);
    const next = rebuild(ref, row?.document ?? null);
    if (next === 'same' || (next === null && !row?.document)) continue;
    rows.push({ previous: row, next });
    changed.push(ref);
  }
  if (rows.length === 0) return [];
  const outcome = await table.write(rows);
  const conflicts = new Set(outcome.conflicts.map(({ id }) => id));
  const refused = new Set(outcome.refused.map(({ id }) => id));
  for (const [index, ref] of changed.entries())
    if (refused.has(ref.id)) done.refused.push(ref);
    else if (!conflicts.has(ref.id)) (rows[index]?.next ? done.written : done.removed).push(ref);
  return changed.filter(({ id }) => conflicts.has(id));
}

/** Told which edits are no loss any more when they are not found: the county has them, or a person gave them up. */
export type Settle = (editIds: readonly string[]) => Promise<void>;

/**
 * Takes documents out of the register and off the disk, where they would stay as marks with all their content.
 * @param mayGo asked again at the moment of removal: another window may just have written
 */
export async function removeDocuments<R extends DocumentRef>(
  tables: Tables,
  refs: readonly R[],
  settle: Settle,
  mayGo: (ref: R, document: LedgerDocument) => boolean = () => true,
): Promise<number> {
  const going = refs.flatMap((ref) => {
    const document = tables(ref.collection).rowOf(ref.id)?.document;
    return document && mayGo(ref, document) ? [{ ref, document }] : [];
  });
  if (going.length === 0) return 0;
  await settle(going.flatMap(({ document }) => editsOf(document).map(({ editId }) => editId)));
  const { removed } = await writeDocuments(
    tables,
    going.map(({ ref }) => ref),
    (ref, now) => (now !== null && mayGo(ref, now) ? null : 'same'),
  );
  for (const collection of byCollection(removed).keys()) await tables(collection).purge();
  return removed.length;
}

export function byCollection<R extends DocumentRef>(refs: readonly R[]): Map<CollectionName, R[]> {
  const groups = new Map<CollectionName, R[]>();
  for (const ref of refs) {
    const known = groups.get(ref.collection);
    if (known) known.push(ref);
    else groups.set(ref.collection, [ref]);
  }
  return groups;
}
