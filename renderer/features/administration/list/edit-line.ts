/** Edits that came from elsewhere in the words of the register, which an organizer has on her own device. */
import type { Lookups } from '@renderer/data/format-value';
import { titleOfRecord } from '@renderer/data/record-title';
import type { RegisterStore } from '@renderer/data/register-store';
import { type CollectionName, collectionLabels, collectionNames } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { schemaAt } from '@shared/domain/schema-path';

interface ForeignEdit {
  readonly collection: string;
  readonly documentId: string;
  readonly paths: readonly string[];
}
export interface EditLine<E extends ForeignEdit> {
  readonly edit: E;
  readonly tableLabel: string;
  readonly title: string;
  readonly what: string;
}

const isCollection = (name: string): name is CollectionName =>
  (collectionNames as readonly string[]).includes(name);

/** @param unknown what to call a record this device does not have */
export function editLine<E extends ForeignEdit>(
  edit: E,
  register: Pick<RegisterStore, 'table'>,
  lookups: Lookups,
  unknown: string,
): EditLine<E> {
  const { collection, documentId, paths } = edit;
  if (!isCollection(collection)) return { edit, tableLabel: collection, title: documentId, what: '' };
  const document: LedgerDocument | undefined = register.table(collection).getIncludingDeleted(documentId);
  const kind = document && 'kind' in document && typeof document.kind === 'string' ? document.kind : null;
  const labels = [...new Set(paths.map((path) => schemaAt(collection, kind, path).fields[0]?.label ?? path))];
  return {
    edit,
    tableLabel: collectionLabels[collection],
    title: document === undefined ? unknown : titleOfRecord(collection, document, lookups),
    what:
      paths.length === 0 ? '新建' : paths.includes('deletedAt') ? '删除或恢复' : `修改${labels.join('、')}`,
  };
}
