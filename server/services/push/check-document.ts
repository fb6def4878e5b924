/** What makes a document acceptable in itself, whoever sends it (SPEC.md, APPLY-8 and SKEW-3). */
import { valueAt } from '@shared/domain/changes';
import { type CollectionName, collectionLabels, collectionSchemas } from '@shared/domain/collections';
import { changeSchema } from '@shared/domain/edit';
import { schemaAt, schemaOfKind, schemaWithin } from '@shared/domain/schema-path';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import type { PlainDocument } from '@shared/sync/apply-edit';
import type { PushedEdit } from '@shared/sync/messages';
import { z } from 'zod';
import { isStorable } from './storable';

const kindOf = ({ kind }: PlainDocument): string | null => (typeof kind === 'string' ? kind : null);

/** Without the fields only a device has, and those only the county writes, whatever a device claims. */
function fieldsFromDevice(document: PlainDocument): PlainDocument {
  const { history: _, pending: __, isPending: ___, ...fields } = document;
  return { ...fields, seq: null };
}

export type Checked =
  /** With every default filled in. */
  { readonly ok: true; readonly document: PlainDocument } | { readonly ok: false; readonly problem: Problem };

/**
 * The document against its collection's schema. The history is left out: the county wrote it, and it grows. Problems
 * name a field, never a value (SCOPE-8).
 */
export function checkDocument(collection: CollectionName, document: PlainDocument): Checked {
  const result = collectionSchemas[collection].safeParse(fieldsFromDevice(document));
  if (result.success) {
    const { pending: _, isPending: __, history: ___, seq: ____, ...fields } = result.data;
    return { ok: true, document: fields };
  }
  const [issue] = result.error.issues;
  const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.');
  return { ok: false, problem: invalidAt(collection, document, path) };
}

function invalidAt(collection: CollectionName, document: PlainDocument, path: string): Problem {
  const labels = schemaAt(collection, kindOf(document), path).fields.map(({ label }) => label);
  const label = labels.join('·') || path || collectionLabels[collection];
  return syncProblems.invalidDocument({ label }, path === '' ? null : path);
}

/** A created document as the county starts it: numbers and histories are the county's own. */
export function contentOf(collection: CollectionName, content: PlainDocument): PlainDocument {
  const checked = checkDocument(collection, content);
  const fields = checked.ok ? checked.document : fieldsFromDevice(content);
  return { ...fields, history: [], seq: null };
}

/**
 * What makes an edit unacceptable before it is applied; null when nothing does.
 * @param basis the document it is about: the county's, or what this push creates; null when there is neither
 */
export function screenEdit(pushed: PushedEdit, basis: PlainDocument | null): Problem | null {
  const { collection, documentId, edit, content } = pushed;
  if (!isStorable(edit) || !isStorable(content)) return invalidAt(collection, {}, '');
  if (edit.op === 'create' && content !== null && content['id'] !== documentId)
    return syncProblems.bookkeepingChanged({ path: 'id' }, 'id');
  if (basis === null) return null;
  const unknown = Object.keys(edit.changes).find((path) => !isKnownPath(collection, kindOf(basis), path));
  return unknown === undefined ? null : syncProblems.invalidDocument({ label: unknown }, unknown);
}

/** SKEW-3. A path the model has: fields, entries of maps, and anything below a field that may hold anything. */
function isKnownPath(collection: CollectionName, kind: string | null, path: string): boolean {
  let schema = schemaOfKind(collection, kind);
  for (const key of path.split('.')) {
    if (schema === null) return false;
    // The sides of a change inside a parked edit hold anything too.
    if (schema instanceof z.ZodUnknown || schema === changeSchema) return true;
    schema = schemaWithin(schema, [key]).schema;
  }
  return schema !== null;
}

/**
 * The document with fields a later model added, when an edit starts from their defaults: stored documents keep the
 * shape of the model that wrote them, devices fill in what is missing (SKEW-1).
 */
export function withDefaultsFor(
  collection: CollectionName,
  document: PlainDocument,
  edits: readonly PushedEdit[],
): PlainDocument {
  const startsFromMissing = edits.some(({ edit }) =>
    Object.entries(edit.changes).some(
      ([path, change]) => change.from !== undefined && valueAt(document, path) === undefined,
    ),
  );
  if (!startsFromMissing) return document;
  const checked = checkDocument(collection, document);
  return checked.ok ? { ...checked.document, history: document['history'], seq: document['seq'] } : document;
}
