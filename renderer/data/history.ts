/** The edits of a document in words an office reads: which field, from what, to what, by whom and when. */
import { valueAt } from '@shared/domain/changes';
import { type CollectionName, collectionNames } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { type Change, type Edit, editsOf } from '@shared/domain/edit';
import { schemaAt } from '@shared/domain/schema-path';
import { formatInstant, formatValue, type Lookups } from './format-value';
import type { RegisterStore } from './register-store';

export interface ChangeLine {
  readonly path: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export interface HistoryEntry {
  readonly editId: string;
  readonly op: Edit['op'];
  /** Instant in UTC, and as a clerk reads it (YYYY-MM-DD HH:mm, China). */
  readonly at: string;
  readonly atText: string;
  readonly by: string;
  readonly device: string;
  readonly note: string | null;
  readonly batchId: string | null;
  /** Empty for the creation. */
  readonly changes: readonly ChangeLine[];
}

/** All edits of a document, newest first. */
export function historyOf(
  collection: CollectionName,
  document: LedgerDocument,
  lookups: Lookups,
): HistoryEntry[] {
  return [...editsOf(document)].reverse().map((edit) => ({
    editId: edit.editId,
    op: edit.op,
    at: edit.at,
    atText: formatInstant(edit.at),
    by: edit.by,
    device: edit.device,
    note: edit.note,
    batchId: edit.batchId,
    changes: Object.entries(edit.changes).map(([path, change]) =>
      describeChange(collection, document, path, change, lookups),
    ),
  }));
}

/** @param document as it is now: tells the kind, and names the map entries a path leads through */
export function describeChange(
  collection: CollectionName,
  document: LedgerDocument,
  path: string,
  change: Change,
  lookups: Lookups,
): ChangeLine {
  if (path === 'deletedAt')
    return { path, label: '记录', from: presence(change.from), to: presence(change.to) };
  const kind = 'kind' in document && typeof document.kind === 'string' ? document.kind : null;
  const { schema, fields } = schemaAt(collection, kind, path);
  const measure = fields.at(-1)?.measure;
  return {
    path,
    label: labelOf(collection, kind, document, path, lookups),
    from: formatValue(schema, change.from, lookups, measure),
    to: formatValue(schema, change.to, lookups, measure),
  };
}

const presence = (deletedAt: unknown): string => (typeof deletedAt === 'string' ? '已删除' : '在册');

/** `covers.<id>.to` → 覆盖单位（青溪纸业有限公司）·止. */
function labelOf(
  collection: CollectionName,
  kind: string | null,
  document: LedgerDocument,
  path: string,
  lookups: Lookups,
): string {
  const keys = path.split('.');
  const parts: string[] = [];
  let knownFields = 0;
  for (let depth = 1; depth <= keys.length; depth++) {
    const way = keys.slice(0, depth).join('.');
    const { fields } = schemaAt(collection, kind, way);
    const label = fields.at(-1)?.label ?? '';
    if (fields.length > knownFields) {
      // 出资人·出资人姓名 says it twice.
      if (label.startsWith(parts.at(-1) ?? '\0')) parts.pop();
      parts.push(label);
    } else if (parts.length > 0) parts.push(`${parts.pop()}（${entryName(document, way, lookups)}）`);
    knownFields = fields.length;
  }
  return parts.join('·') || path;
}

/** A map entry by what it points to or is called; else by its key, which then is a code or a date. */
function entryName(document: LedgerDocument, path: string, lookups: Lookups): string {
  const entry = valueAt(document, path);
  const key = path.slice(path.lastIndexOf('.') + 1);
  if (typeof entry !== 'object' || entry === null) return lookups.nameOf(key) ?? key;
  for (const [field, value] of Object.entries(entry))
    if (typeof value === 'string' && (field === 'name' || field === 'title' || field === 'item'))
      return value;
  for (const value of Object.values(entry)) {
    const name = typeof value === 'string' ? lookups.nameOf(value) : null;
    if (name !== null) return name;
  }
  return key;
}

/** Names of documents by id, deleted ones included: history speaks of what is gone. */
export function lookupsOf(store: RegisterStore): Lookups {
  return {
    nameOf(id) {
      for (const collection of collectionNames) {
        const found: LedgerDocument | undefined = store.table(collection).getIncludingDeleted(id);
        if (found) return nameOfDocument(found);
      }
      return null;
    },
  };
}

/** What people call a document; null when it has no name of its own. */
export function nameOfDocument(document: LedgerDocument): string | null {
  for (const field of ['name', 'topic', 'title', 'fileName'])
    if (field in document) {
      const value = valueAt(document, field);
      if (typeof value === 'string') return value;
    }
  return null;
}
