/** Fields of a whole record for a form: single values, blocks of fields opened up, maps left whole. */
import { formatValue, type Lookups, notFilled } from '@renderer/data/format-value';
import { valueAt } from '@shared/domain/changes';
import type { CollectionName } from '@shared/domain/collections';
import { metaOf, valueSchemaOf } from '@shared/domain/define';
import { documentFields } from '@shared/domain/document';
import { schemaOfKind } from '@shared/domain/schema-path';
import { z } from 'zod';
import type { ParkedLine } from './parked-view';

export interface ContentField {
  readonly path: string;
  readonly label: string;
  readonly measure: string | undefined;
  readonly schema: z.ZodType;
  /** The register is incomplete without it. */
  readonly isMust: boolean;
}

/** In the order of the model; 类别 is part of the record and not asked again. */
export function contentFields(collection: CollectionName, kind: string | null): ContentField[] {
  const schema = schemaOfKind(collection, kind);
  return schema instanceof z.ZodObject ? fieldsOf(schema, '', '') : [];
}

function fieldsOf(schema: z.ZodObject, prefix: string, above: string): ContentField[] {
  // zod types shapes by its core interface; every schema of the model is a classic one.
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
  return Object.entries(shape).flatMap(([name, field]) => {
    if (prefix === '' && (name in documentFields || name === 'kind')) return [];
    const { label, measure, isMust } = metaOf(field);
    const value = valueSchemaOf(field);
    const path = `${prefix}${name}`;
    if (value instanceof z.ZodObject) return fieldsOf(value, `${path}.`, label);
    // 联系人·联系电话, but 出资人姓名 alone says it.
    const full = above === '' || label.startsWith(above) ? label : `${above}·${label}`;
    const isNeeded = isMust === true || !field.safeParse(undefined).success;
    return [{ path, label: full, measure, schema: value, isMust: isNeeded }];
  });
}

/** What a refused creation would have said: its filled fields. */
export function contentLines(
  collection: CollectionName,
  kind: string | null,
  content: object,
  lookups: Lookups,
): ParkedLine[] {
  return contentFields(collection, kind).flatMap(({ path, label, measure, schema }) => {
    const value = valueAt(content, path);
    const typed = formatValue(schema, value, lookups, measure);
    return typed === notFilled ? [] : [{ path, label, now: notFilled, typed, value, isReachable: true }];
  });
}
