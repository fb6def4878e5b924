/** One conflict as a person settles it: which record and field, the three values in words, what still stands. */
import { formatInstant, formatValue, type Lookups } from '@renderer/data/format-value';
import { describeChange } from '@renderer/data/history';
import { linkToRecord, type RecordLink, titleOfRecord } from '@renderer/data/record-title';
import type { RegisterStore } from '@renderer/data/register-store';
import { hasParent, isSame, valueAt } from '@shared/domain/changes';
import { type CollectionName, collectionLabels, collectionNames } from '@shared/domain/collections';
import type { Conflict } from '@shared/domain/conflict';
import type { LedgerDocument } from '@shared/domain/document';
import { type Edit, editsOf } from '@shared/domain/edit';
import { schemaAt } from '@shared/domain/schema-path';
import { z } from 'zod';

/**
 * `live`: the usual case. `deleted`: the record was deleted meanwhile. `missing`: it is not on this device (any
 * more). `entryGone`: the entry the field belongs to was removed (APPLY-5).
 */
export type Situation = 'live' | 'deleted' | 'missing' | 'entryGone';

export interface Side {
  readonly value: unknown;
  readonly text: string;
  readonly by: string;
  /** Instant in UTC by the clock of the computer it was typed on. */
  readonly at: string;
  readonly atText: string;
  readonly device: string | null;
}

export interface ConflictView {
  readonly id: string;
  readonly conflict: Conflict;
  readonly collection: CollectionName;
  readonly kind: string | null;
  /** null = not on this device. */
  readonly document: LedgerDocument | null;
  readonly tableLabel: string;
  readonly title: string;
  readonly link: RecordLink | null;
  readonly fieldLabel: string;
  /** The path with entries left unnamed (`covers.*.to`): the same field of any record. */
  readonly fieldKey: string;
  readonly situation: Situation;
  readonly before: string;
  readonly mine: Side;
  /** The county's value as it stands now, with who wrote it. */
  readonly theirs: Side;
  /** What the county's value was when the conflict arose; null = it still is. */
  readonly theirsThen: string | null;
  /** Import or bulk change the proposal came from; null = typed one by one. */
  readonly batchId: string | null;
  /** What was kept, once it is settled; null while it is open. */
  readonly kept: string | null;
}

const isCollection = (name: string): name is CollectionName =>
  (collectionNames as readonly string[]).includes(name);

/** null for a conflict in a table this version does not know. */
export function viewConflict(
  conflict: Conflict,
  register: Pick<RegisterStore, 'table'>,
  lookups: Lookups,
): ConflictView | null {
  const { documentCollection: collection, path } = conflict;
  if (!isCollection(collection)) return null;
  const document: LedgerDocument | null =
    register.table(collection).getIncludingDeleted(conflict.documentId) ?? null;
  const kind =
    document !== null && 'kind' in document && typeof document.kind === 'string' ? document.kind : null;
  const words = wordsFor(collection, kind, document, path, lookups);
  const edits = document === null ? [] : editsOf(document);
  const proposal = edits.find((edit) => edit.editId === conflict.mine.editId);
  const now = nowAt(conflict, document, edits);
  return {
    id: conflict.id,
    conflict,
    collection,
    kind,
    document,
    tableLabel: collectionLabels[collection],
    title: document === null ? '本机没有的记录' : titleOfRecord(collection, document, lookups),
    link: document === null || document.deletedAt !== null ? null : linkToRecord(collection, document),
    fieldLabel: words.label,
    fieldKey: fieldKeyOf(collection, kind, path),
    situation: situationOf(document, path),
    before: words.format(conflict.before),
    mine: sideOf({ ...conflict.mine, device: proposal?.device ?? null }, words.format),
    theirs: sideOf(now, words.format),
    theirsThen: isSame(now.value, conflict.theirs.value) ? null : words.format(conflict.theirs.value),
    batchId: proposal?.batchId ?? null,
    kept: keptText(conflict, edits, words.format),
  };
}

function keptText(
  { state, choice, path, mine, theirs, settledAt }: Conflict,
  edits: readonly Edit[],
  format: (value: unknown) => string,
): string | null {
  if (state === 'open') return null;
  if (choice !== 'other') return format(choice === 'mine' ? mine.value : theirs.value);
  const third = edits.find((edit) => path in edit.changes && edit.at >= (settledAt ?? ''));
  return third === undefined ? '另填的值' : format(third.changes[path]?.to);
}

interface Written {
  readonly value: unknown;
  readonly by: string;
  readonly at: string;
  readonly device: string | null;
}

/** The value that stands now. Somebody may have changed it again since the conflict arose. */
function nowAt(
  { theirs, path, state }: Conflict,
  document: LedgerDocument | null,
  edits: readonly Edit[],
): Written {
  const writerOf = (editId: string | null) => edits.find((edit) => edit.editId === editId)?.device ?? null;
  if (document === null) return { ...theirs, device: null };
  // A settled conflict shows what there was to choose from.
  if (state === 'settled') return { ...theirs, device: writerOf(theirs.editId) };
  // The conflict document has no "missing"; null stands for it.
  const value = valueAt(document, path) ?? null;
  if (isSame(value, theirs.value)) return { ...theirs, device: writerOf(theirs.editId) };
  const writer = edits.filter((edit) => touches(edit, path)).at(-1);
  return {
    value,
    by: writer?.by ?? document.updatedBy,
    at: writer?.at ?? document.updatedAt,
    device: writer?.device ?? null,
  };
}

const touches = ({ changes }: Edit, path: string): boolean =>
  Object.keys(changes).some((other) => `${path}.`.startsWith(`${other}.`) || other.startsWith(`${path}.`));

const sideOf = (written: Written, format: (value: unknown) => string): Side => ({
  value: written.value,
  text: format(written.value),
  by: written.by,
  at: written.at,
  atText: formatInstant(written.at),
  device: written.device,
});

function wordsFor(
  collection: CollectionName,
  kind: string | null,
  document: LedgerDocument | null,
  path: string,
  lookups: Lookups,
): { readonly label: string; readonly format: (value: unknown) => string } {
  const { schema, fields } = schemaAt(collection, kind, path);
  if (document === null)
    return {
      label: fields.map(({ label }) => label).join('·') || path,
      format: (value) => formatValue(schema, value, lookups, fields.at(-1)?.measure),
    };
  const describe = (value: unknown) =>
    describeChange(collection, document, path, { from: null, to: value }, lookups);
  return { label: describe(null).label, format: (value) => describe(value).to };
}

function situationOf(document: LedgerDocument | null, path: string): Situation {
  if (document === null) return 'missing';
  if (document.deletedAt !== null && path !== 'deletedAt') return 'deleted';
  return hasParent(document, path) ? 'live' : 'entryGone';
}

/** `covers.k1.to` → `covers.*.to`: keys of map entries are ids, dates or codes of one record only. */
export function fieldKeyOf(collection: CollectionName, kind: string | null, path: string): string {
  const keys = path.split('.');
  return keys
    .map((key, at) => (at > 0 && isMapAt(collection, kind, keys.slice(0, at).join('.')) ? '*' : key))
    .join('.');
}

/** Whether what lies directly below a path are entries of a map. */
export const isMapAt = (collection: CollectionName, kind: string | null, path: string): boolean =>
  schemaAt(collection, kind, path).schema instanceof z.ZodRecord;
