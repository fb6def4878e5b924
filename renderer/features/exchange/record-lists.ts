/** Records on their way to the county, taken by it, and come from it: what the three lists of the page show. */
import { formatInstant, type Lookups } from '@renderer/data/format-value';
import { linkToRecord, type RecordLink, titleOfRecord } from '@renderer/data/record-title';
import { type Receipt, receiptLabels } from '@renderer/sync/status/receipt';
import {
  type CollectionName,
  collectionLabels,
  collectionNames,
  type Register,
} from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import type { AnsweredEdit, Edit } from '@shared/domain/edit';
import { schemaAt } from '@shared/domain/schema-path';

export interface RecordLine {
  readonly key: string;
  readonly tableLabel: string;
  readonly title: string;
  readonly link: RecordLink | null;
  /** What was done: 新建, 修改从业人员、联系电话, 删除. */
  readonly what: string;
  readonly by: string;
  /** How far it is: 县级已收，第 1024 号 …; 未上报. */
  readonly state: string;
  /** Came since the page was last looked at. */
  readonly isNew: boolean;
}

export interface RecordList {
  readonly lines: readonly RecordLine[];
  /** Of all, shown or not. */
  readonly count: number;
}

interface Found {
  readonly collection: CollectionName;
  readonly document: LedgerDocument;
}

/** More than a person reads; the rest is counted. */
const shownAtMost = 200;

function* documentsOf(register: Register): Generator<Found> {
  for (const collection of collectionNames)
    for (const document of register[collection]) yield { collection, document };
}

/** 县级已收，第 1024 号，2026-03-02 10:42; 已上报待答复. Empty for what needs no receipt. */
export function receiptText(receipt: Receipt | null): string {
  if (receipt === null) return '';
  const label = receiptLabels[receipt.state];
  if (receipt.state !== 'received') return label;
  return `${label}，第 ${receipt.seq} 号${receipt.at === null ? '' : `，${formatInstant(receipt.at)}`}`;
}

export type ReceiptOf = (collection: CollectionName, document: LedgerDocument) => Receipt | null;

/** What waits to be sent, the latest typed first. @param receiptOf also knows what is on its way */
export function waitingRecords(register: Register, lookups: Lookups, receiptOf: ReceiptOf): RecordList {
  const found = [...documentsOf(register)].filter(({ document }) => document.isPending);
  const lastOf = ({ document }: Found) => document.pending.at(-1)?.at ?? '';
  found.sort((a, b) => lastOf(b).localeCompare(lastOf(a)));
  const lines = found.slice(0, shownAtMost).map(({ collection, document }): RecordLine => {
    const last = document.pending.at(-1);
    return {
      ...aboutRecord(collection, document, lookups),
      what: whatWasDone(collection, document, document.pending),
      by: last === undefined ? '' : `${last.by} ${formatInstant(last.at)}`,
      state: receiptText(receiptOf(collection, document)),
      isNew: false,
    };
  });
  return { lines, count: found.length };
}

/** The receipts of what this person sent, the latest number first. @param sender as the county knows them */
export const takenRecords = (register: Register, lookups: Lookups, sender: string): RecordList =>
  answeredRecords(register, lookups, Number.MAX_SAFE_INTEGER, (edit) => edit.sentBy === sender);

/** What others changed. @param seenThrough highest number shown before: what lies above it is new */
export const receivedRecords = (
  register: Register,
  lookups: Lookups,
  sender: string,
  seenThrough: number,
): RecordList => answeredRecords(register, lookups, seenThrough, (edit) => edit.sentBy !== sender);

function answeredRecords(
  register: Register,
  lookups: Lookups,
  seenThrough: number,
  isWanted: (edit: AnsweredEdit) => boolean,
): RecordList {
  const found: (Found & { readonly edit: AnsweredEdit })[] = [];
  for (const { collection, document } of documentsOf(register)) {
    const edit = document.history.at(-1);
    // Conflicts have a page of their own.
    if (edit && collection !== 'conflicts' && isWanted(edit)) found.push({ collection, document, edit });
  }
  found.sort((a, b) => b.edit.seq - a.edit.seq);
  const lines = found.slice(0, shownAtMost).map(
    ({ collection, document, edit }): RecordLine => ({
      ...aboutRecord(collection, document, lookups),
      what: answeredText(collection, document, edit),
      by: edit.by,
      state: numberText(edit),
      isNew: edit.seq > seenThrough,
    }),
  );
  return { lines, count: found.length };
}

const numberText = ({ seq, receivedAt }: AnsweredEdit): string =>
  `第 ${seq} 号，${formatInstant(receivedAt)}`;

const aboutRecord = (collection: CollectionName, document: LedgerDocument, lookups: Lookups) => ({
  key: `${collection}/${document.id}`,
  tableLabel: collectionLabels[collection],
  title: titleOfRecord(collection, document, lookups),
  link: document.deletedAt === null ? linkToRecord(collection, document) : null,
});

/** What the county applied, and what of it waits in 冲突. */
function answeredText(collection: CollectionName, document: LedgerDocument, edit: AnsweredEdit): string {
  const { op, changes, kept } = edit;
  const what = whatWasDone(collection, document, [{ op, changes: { ...changes, ...kept } }]);
  return Object.keys(kept).length === 0 ? what : `${what}（与别处冲突，待处理）`;
}

/** Names of the first fields are enough to recognise one's own work. */
const namedFields = 3;

function whatWasDone(
  collection: CollectionName,
  document: LedgerDocument,
  edits: readonly Pick<Edit, 'op' | 'changes'>[],
): string {
  if (edits.some(({ op }) => op === 'create')) return '新建';
  const paths = [...new Set(edits.flatMap(({ changes }) => Object.keys(changes)))];
  if (paths.includes('deletedAt')) return document.deletedAt === null ? '恢复' : '删除';
  const kind = 'kind' in document && typeof document.kind === 'string' ? document.kind : null;
  const labels = [...new Set(paths.map((path) => schemaAt(collection, kind, path).fields[0]?.label ?? path))];
  const more = labels.length > namedFields ? `等 ${labels.length} 项` : '';
  return `修改${labels.slice(0, namedFields).join('、')}${more}`;
}

/** Highest number of the register: everything up to it has been shown. */
export function highestNumber(register: Register): number {
  let highest = 0;
  for (const { document } of documentsOf(register)) highest = Math.max(highest, document.seq ?? 0);
  return highest;
}
