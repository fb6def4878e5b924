/** The schema behind a dotted path of a document, through objects, maps and the kinds of a collection. */
import { type CollectionName, collectionSchemas } from '@shared/domain/collections';
import { type FieldMeta, metaOf, valueSchemaOf } from '@shared/domain/define';
import { z } from 'zod';

export interface PathSchema {
  /** Labels of the fields on the way, outermost first; map keys have none. */
  readonly fields: readonly FieldMeta[];
  /** Schema of the value itself, without null and defaults; null when the path leads nowhere. */
  readonly schema: z.ZodType | null;
}

/** @param kind of the document in collections that have several; null where there is none */
export function schemaAt(collection: CollectionName, kind: string | null, path: string): PathSchema {
  const fields: FieldMeta[] = [];
  let schema: z.ZodType | null = rootOf(collection, kind);
  for (const key of path.split('.')) {
    const parent: z.ZodType | null = schema;
    if (parent instanceof z.ZodObject) {
      // zod types shapes by its core interface; every schema of the model is a classic one.
      const field = parent.shape[key] as z.ZodType | undefined;
      if (field) fields.push(metaOf(field));
      schema = field ? valueSchemaOf(field) : null;
    } else schema = parent === null ? null : elementOf(parent);
  }
  return { fields, schema };
}

/** What a map or a list holds; null for anything else. */
export function elementOf(schema: z.ZodType): z.ZodType | null {
  if (schema instanceof z.ZodRecord) return valueSchemaOf(schema.valueType as z.ZodType);
  if (schema instanceof z.ZodArray) return valueSchemaOf(schema.element as z.ZodType);
  return null;
}

function rootOf(collection: CollectionName, kind: string | null): z.ZodType | null {
  const schema: z.ZodType = collectionSchemas[collection];
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const options = schema.options as readonly z.ZodType[];
  return options.find((option) => kindOf(option) === kind) ?? null;
}

function kindOf(option: z.ZodType): unknown {
  if (!(option instanceof z.ZodObject)) return null;
  const literal = option.shape['kind'] as z.ZodType | undefined;
  return literal instanceof z.ZodLiteral ? literal.value : null;
}
