/**
 * Every document of the register: is it still there, does it say what it said, has it the present shape? Goes through what
 * is in memory, in slices between which the page paints; only what looks wrong is looked up on the disk.
 */
import { type CollectionName, collectionSchemas } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import type { OpenTables } from '../county/outbox';
import type { WritableTable } from '../live-table';
import type { BookEntries, FingerprintBook, Pace } from './fingerprint-book';
import { judgeRow } from './judge-row';

/** missing, changed, older: against what was taken down (see judge-row.ts). misshapen: not of the present shape. */
export const findingKinds = ['missing', 'changed', 'older', 'misshapen'] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  readonly collection: CollectionName;
  readonly ids: readonly string[];
}

export interface DocumentsCheck {
  /** Documents looked at, those in the bin among them. */
  readonly count: number;
  /** Of these, unchanged since they were taken down. */
  readonly sameCount: number;
  readonly findings: readonly Finding[];
}

export async function checkDocuments(
  open: OpenTables,
  book: FingerprintBook,
  pace: Pace,
): Promise<DocumentsCheck> {
  const findings: Finding[] = [];
  let [count, sameCount] = [0, 0];
  for (const collection of open.names) {
    const seen = await checkTable(collection, open.tables(collection), book, pace);
    count += seen.count;
    sameCount += seen.sameCount;
    for (const kind of findingKinds)
      if (seen.found[kind].length > 0) findings.push({ kind, collection, ids: seen.found[kind] });
  }
  return { count, sameCount, findings };
}

type Table = WritableTable<LedgerDocument>;
/** Ids of what differs from the book. */
export type Losses = Record<Exclude<FindingKind, 'misshapen'>, string[]>;

async function checkTable(collection: CollectionName, table: Table, book: FingerprintBook, pace: Pace) {
  const entries = await book.read(collection);
  const { suspects, fresh, misshapen, sameCount } = await goThrough(collection, table, entries, pace);
  const found = { ...(await confirmSuspects(collection, table, book, suspects)), misshapen };
  await book.record(collection, table, fresh, pace);
  return { count: table.allIncludingDeleted().length, sameCount, found };
}

async function goThrough(
  collection: CollectionName,
  table: Table,
  { prints, going }: BookEntries,
  pace: Pace,
) {
  const suspects: string[] = [];
  const fresh: string[] = [];
  const misshapen: string[] = [];
  let sameCount = 0;
  for (const { id } of table.allIncludingDeleted()) {
    await pace();
    const row = table.rowOf(id);
    if (!row?.document) continue;
    const verdict = judgeRow(prints.get(id), row);
    if (verdict === 'same') sameCount += 1;
    else (verdict === 'new' ? fresh : suspects).push(id);
    if (!collectionSchemas[collection].safeParse(row.document).success) misshapen.push(id);
  }
  for (const id of prints.keys()) if (!table.rowOf(id)?.document) suspects.push(id);
  // Gone as announced: nothing more needs to be known about them.
  for (const id of going) if (!table.rowOf(id)?.document) fresh.push(id);
  return { suspects, fresh, misshapen, sameCount };
}

/**
 * Another window may just have written or removed what looks wrong here. A loss is one only when the disk says so while the
 * book does not change: the book is told of a removal before it happens, and of a write after it.
 */
export async function confirmSuspects(
  collection: CollectionName,
  table: Pick<Table, 'readRows' | 'damagedIds'>,
  book: FingerprintBook,
  suspects: readonly string[],
): Promise<Losses> {
  const losses: Losses = { missing: [], changed: [], older: [] };
  if (suspects.length === 0) return losses;
  const before = (await book.read(collection)).prints;
  const rows = new Map((await table.readRows(suspects)).map((row) => [row.id, row]));
  const after = (await book.read(collection)).prints;
  for (const id of suspects) {
    const print = after.get(id);
    if (print === undefined || before.get(id)?.join() !== print.join()) continue;
    const row = rows.get(id);
    const verdict = row?.document ? judgeRow(print, row) : 'missing';
    // One that does not open is there, and the program says so elsewhere.
    if (verdict === 'missing' && table.damagedIds.has(id)) continue;
    if (verdict !== 'same' && verdict !== 'new') losses[verdict].push(id);
  }
  return losses;
}
