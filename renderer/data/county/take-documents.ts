/** Takes what the county sent into the register (SPEC, PULL and REBASE): each document in one write. */
import { isSame } from '@shared/domain/changes';
import type { LedgerDocument } from '@shared/domain/document';
import type { PulledItem } from '@shared/sync/messages';
import { breathe } from '../breathe';
import type { Tables } from '../write-edits';
import { mergeCounty, readCountyDocument, withoutAnswered } from './county-document';
import { isWaiting } from './parked-edit';
import { type DocumentRef, removeDocuments, type Settle, writeDocuments } from './write-documents';

/** Documents written in one go; a clerk's own save gets its turn between two of them. */
const takenAtOnce = 250;

/** Lets a job run when nothing of this window is being saved. */
export type InTurn = <T>(job: () => Promise<T>) => Promise<T>;

export interface TakeContext {
  readonly tables: Tables;
  readonly inTurn: InTurn;
  readonly settle: Settle;
}

/** Ids of edits the county has just answered. */
export interface AnsweredIds {
  readonly answered: ReadonlySet<string>;
  /** Those of them it refused. */
  readonly rejected: ReadonlySet<string>;
}
const noAnswers: AnsweredIds = { answered: new Set(), rejected: new Set() };

export interface TakenItems {
  readonly writtenCount: number;
  readonly removedCount: number;
  /** Documents this version cannot read or keep: put aside, counted and fetched again (PULL-4). */
  readonly unreadable: readonly PulledItem[];
}

type ReadItem = PulledItem & { readonly read: LedgerDocument | null };

/** Documents of the register that these items would remove and that GUARD-1 counts. */
export const leavingOf = (
  tables: Tables,
  items: readonly PulledItem[],
  answers: AnsweredIds = noAnswers,
): readonly PulledItem[] =>
  items.filter((item) => {
    const now = tables(item.collection).rowOf(item.id)?.document ?? null;
    return now !== null && leaves(item, now, answers) && !goesUnasked(now, answers);
  });

/** @param mayRemove false keeps documents that left (GUARD-1) until a person says yes */
export async function takeItems(
  context: TakeContext,
  items: readonly PulledItem[],
  mayRemove: boolean,
  answers: AnsweredIds = noAnswers,
): Promise<TakenItems> {
  const total = { writtenCount: 0, removedCount: 0, unreadable: [] as PulledItem[] };
  const readFrom = (start: number) => items.slice(start, start + takenAtOnce).map(read);
  let part = readFrom(0);
  for (let next = takenAtOnce; part.length > 0; next += takenAtOnce) {
    const taking = context.inTurn(() => takePart(context, part, mayRemove, answers));
    // The next ones are read while the disk is busy with these.
    const reading = next < items.length ? breathe().then(() => readFrom(next)) : [];
    const [done, following] = await Promise.all([taking, reading]);
    total.writtenCount += done.writtenCount;
    total.removedCount += done.removedCount;
    total.unreadable.push(...done.unreadable);
    part = following;
  }
  return total;
}

const read = (item: PulledItem): ReadItem => ({ ...item, read: readCountyDocument(item) });

async function takePart(
  { tables, settle }: TakeContext,
  part: readonly ReadItem[],
  mayRemove: boolean,
  answers: AnsweredIds,
): Promise<TakenItems> {
  const mayGo = (item: ReadItem, now: LedgerDocument) =>
    leaves(item, now, answers) && (mayRemove || goesUnasked(now, answers));
  const gone = part.filter(({ document }) => document === null);
  const removedCount = await removeDocuments(tables, gone, settle, mayGo);
  const [unreadable, fine] = [part.filter(isUnreadable), part.filter((item) => !isUnreadable(item))];
  const { written, refused } = await writeDocuments(tables, fine, (item, now) =>
    nextState(item, now, answers),
  );
  await dropTakenAfterAll(tables, fine, settle);
  const aside = [...unreadable, ...refused];
  // The county's state cannot be kept here; its answers still hold.
  await writeDocuments(tables, aside, (item, now) => answeredState(item, now, answers));
  return { writtenCount: written.length, removedCount, unreadable: aside };
}

/**
 * After a restore an edit may be refused to one device and taken from another (EPOCH-3): what the county has in its
 * history no longer waits in the parking bay, unless it was handed over and is the county's business there.
 */
async function dropTakenAfterAll(tables: Tables, items: readonly ReadItem[], settle: Settle): Promise<void> {
  const conflicts = tables('conflicts');
  const parked = items.flatMap(({ read }) =>
    (read?.history ?? []).flatMap(({ editId }): DocumentRef[] =>
      isWaiting(conflicts.rowOf(editId)?.document) ? [{ collection: 'conflicts', id: editId }] : [],
    ),
  );
  await removeDocuments(tables, parked, settle, (_ref, now) => isWaiting(now));
}

const isUnreadable = (item: ReadItem): boolean => item.document !== null && item.read === null;

function nextState(
  item: ReadItem,
  now: LedgerDocument | null,
  answers: AnsweredIds,
): LedgerDocument | 'same' {
  if (item.read === null) return answeredState(item, now, answers);
  if (now === null) return item.read;
  // PULL-7. An answer that comes with an older document waits: sent again, the edit is answered with the present one.
  if (isOlder(item, now)) return 'same';
  const merged = mergeCounty(item.collection, item.read, now.pending, answers.answered);
  return isSame(merged, now) ? 'same' : merged;
}

function answeredState(
  { collection }: DocumentRef,
  now: LedgerDocument | null,
  { answered, rejected }: AnsweredIds,
): LedgerDocument | 'same' {
  return now?.pending.some(({ editId }) => answered.has(editId))
    ? withoutAnswered(collection, now, answered, rejected)
    : 'same';
}

/** SCOPE-4: the county no longer shows it, and nothing of it waits for an answer. */
const leaves = (item: PulledItem, now: LedgerDocument, { answered }: AnsweredIds): boolean =>
  item.document === null &&
  now.pending.every(({ editId }) => answered.has(editId)) &&
  (now.pending.length > 0 || !isOlder(item, now));

/** GUARD-1 does not protect what is deleted already, nor what never was the county's. */
const goesUnasked = (now: LedgerDocument, answers: AnsweredIds): boolean =>
  now.deletedAt !== null || isRefusedCreation(now, answers);

/** REJECT-2: such a document never was the county's; its content is in the parking bay. */
const isRefusedCreation = (now: LedgerDocument, { rejected }: AnsweredIds): boolean =>
  now.pending.some(({ op, editId }) => op === 'create' && rejected.has(editId));

const isOlder = ({ seq }: PulledItem, now: LedgerDocument): boolean => now.seq !== null && seq < now.seq;
