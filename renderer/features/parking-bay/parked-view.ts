/** One parked edit as a person deals with it: which record, why the county refused it, what had been typed. */
import { formatInstant, formatValue, type Lookups } from '@renderer/data/format-value';
import { describeChange } from '@renderer/data/history';
import { linkToRecord, type RecordLink, titleOfRecord } from '@renderer/data/record-title';
import type { RegisterStore } from '@renderer/data/register-store';
import { hasParent, valueAt } from '@shared/domain/changes';
import { type CollectionName, collectionLabels, collectionNames } from '@shared/domain/collections';
import type { ParkedEdit } from '@shared/domain/conflict';
import type { LedgerDocument } from '@shared/domain/document';
import type { Change } from '@shared/domain/edit';
import { schemaAt } from '@shared/domain/schema-path';
import { contentLines } from './content-fields';

export interface ParkedLine {
  readonly path: string;
  readonly label: string;
  /** What the record says now; for a refused creation 未填. */
  readonly now: string;
  readonly typed: string;
  /** As the edit holds it; undefined = the entry was removed. */
  readonly value: unknown;
  /** Whether the value has a place in the record as it is now. */
  readonly isReachable: boolean;
}

export interface ParkedView {
  readonly id: string;
  readonly parked: ParkedEdit;
  readonly collection: CollectionName;
  readonly kind: string | null;
  /** null = the record is not on this device; always so for a refused creation. */
  readonly document: LedgerDocument | null;
  readonly isCreation: boolean;
  readonly tableLabel: string;
  readonly title: string;
  readonly link: RecordLink | null;
  readonly atText: string;
  readonly lines: readonly ParkedLine[];
}

const isCollection = (name: string): name is CollectionName =>
  (collectionNames as readonly string[]).includes(name);

/** null for an edit of a table this version does not know. */
export function viewParked(
  parked: ParkedEdit,
  register: Pick<RegisterStore, 'table'>,
  lookups: Lookups,
): ParkedView | null {
  const { documentCollection: collection, edit, content } = parked;
  if (!isCollection(collection)) return null;
  const isCreation = edit.op === 'create';
  const found: LedgerDocument | undefined = register.table(collection).getIncludingDeleted(parked.documentId);
  const document = isCreation ? null : (found ?? null);
  // Content the county refused is only read field by field.
  const shown = document ?? (content as LedgerDocument | null);
  const kind = kindOf(shown);
  return {
    id: parked.id,
    parked,
    collection,
    kind,
    document,
    isCreation,
    tableLabel: collectionLabels[collection],
    title: shown === null ? '本机没有的记录' : titleOfRecord(collection, shown, lookups) || '没有名称的记录',
    link: document === null || document.deletedAt !== null ? null : linkToRecord(collection, document),
    atText: formatInstant(edit.at),
    lines: isCreation
      ? // What was handed over in vain is itself no record to fill in again.
        collection === 'conflicts'
        ? []
        : contentLines(collection, kind, content ?? {}, lookups)
      : Object.entries(edit.changes).map(([path, change]) =>
          lineOf({ collection, kind, document, lookups }, path, change),
        ),
  };
}

const kindOf = (document: object | null): string | null =>
  document !== null && 'kind' in document && typeof document.kind === 'string' ? document.kind : null;

interface LineContext {
  readonly collection: CollectionName;
  readonly kind: string | null;
  readonly document: LedgerDocument | null;
  readonly lookups: Lookups;
}

function lineOf(context: LineContext, path: string, change: Change): ParkedLine {
  const { collection, kind, document, lookups } = context;
  const isRemoval = !('to' in change);
  if (document === null) {
    const { schema, fields } = schemaAt(collection, kind, path);
    const label = fields.map((field) => field.label).join('·') || path;
    const typed = isRemoval ? '删除这一项' : formatValue(schema, change.to, lookups, fields.at(-1)?.measure);
    return { path, label, now: '—', typed, value: change.to, isReachable: false };
  }
  const now = valueAt(document, path) ?? null;
  const words = describeChange(collection, document, path, { from: now, to: change.to }, lookups);
  return {
    path,
    label: words.label,
    now: words.from,
    typed: isRemoval ? '删除这一项' : words.to,
    value: change.to,
    isReachable: hasParent(document, path),
  };
}
