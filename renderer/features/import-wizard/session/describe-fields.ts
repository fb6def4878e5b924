/** Fields of planned records in a clerk's words. */
import { formatValue, type Lookups, notFilled } from '@renderer/data/format-value';
import { collectionSchemas } from '@shared/domain/collections';
import { schemaAt } from '@shared/domain/schema-path';
import type { FieldChange, PlannedCollection } from '@shared/import/plan-model';

export interface FieldLine {
  readonly path: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Kept by the program, of no interest in a preview. */
const silent = new Set(['id', 'orgUnitId', 'townshipId', 'attachments', 'kept', 'ext', 'source']);

function describe(collection: PlannedCollection, path: string, value: unknown, lookups: Lookups) {
  const { fields, schema } = schemaAt(collection, null, path);
  return {
    label: fields.map(({ label }) => label).join('·') || path,
    text: formatValue(schema, value, lookups, fields.at(-1)?.measure),
  };
}

export const describeChanges = (
  collection: PlannedCollection,
  changes: readonly FieldChange[],
  lookups: Lookups,
): FieldLine[] =>
  changes.map(({ path, before, after }) => {
    const { label, text } = describe(collection, path, after, lookups);
    return { path, label, before: describe(collection, path, before, lookups).text, after: text };
  });

/** Filled fields of a new record, `owner` and the like opened up. */
export function describeDraft(collection: PlannedCollection, draft: object, lookups: Lookups): FieldLine[] {
  // In the order of the model, which is the order of the forms.
  const order = Object.keys(collectionSchemas[collection].shape);
  const entries = Object.entries(draft).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return entries.flatMap(([path, value]): FieldLine[] => {
    if (silent.has(path)) return [];
    const { label, text } = describe(collection, path, value, lookups);
    return text === notFilled || text === '' ? [] : [{ path, label, before: '', after: text }];
  });
}
