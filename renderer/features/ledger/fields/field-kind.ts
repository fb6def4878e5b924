/** Which kind of cell or form field a value of the model is, read from its schema and its name. */
import type { CellKind, Lookup } from '@renderer/components/data-grid/grid-types';
import { ethnicities } from '@shared/domain/code-lists';
import type { CollectionName } from '@shared/domain/collections';
import { codeLabelsOf, type FieldMeta } from '@shared/domain/define';
import { visitPlanSchema } from '@shared/domain/instructor';
import { schemaAt } from '@shared/domain/schema-path';
import { day, partialDay } from '@shared/domain/values';
import { z } from 'zod';
import { type ReferenceName, referenceNames } from './references';
import { visitPlanOptions } from './visit-plan';

/** Lookups for every kind of thing a field may refer to. */
export type Lookups = Readonly<Record<ReferenceName, Lookup>>;

export interface FieldOf {
  readonly meta: FieldMeta;
  readonly kind: CellKind;
}

/** null for values that no single cell can hold (maps, objects). */
export function fieldAt(collection: CollectionName, path: string, lookups: Lookups): FieldOf | null {
  const { fields, schema } = schemaAt(collection, null, path);
  const meta = fields.at(-1);
  if (schema === null || meta === undefined) return null;
  const kind = kindOf(schema, path.slice(path.lastIndexOf('.') + 1), lookups);
  return kind === null ? null : { meta, kind };
}

/** @param name last part of the path: a reference is told by its name */
export function kindOf(schema: z.ZodType, name: string, lookups: Lookups): CellKind | null {
  const reference = referenceNames[name];
  if (reference !== undefined) {
    const lookup = lookups[reference];
    return schema instanceof z.ZodArray
      ? { type: 'choices', options: lookup.search('', Number.MAX_SAFE_INTEGER) }
      : { type: 'lookup', lookup };
  }
  if (schema === visitPlanSchema) return { type: 'choice', options: visitPlanOptions };
  const codes = codeLabelsOf(schema);
  if (codes !== null) return { type: 'choice', options: optionsOf(codes) };
  if (schema instanceof z.ZodBoolean) return { type: 'flag' };
  if (schema instanceof z.ZodNumber) return numberKind(schema);
  if (schema instanceof z.ZodString) return textKind(schema);
  if (schema instanceof z.ZodEnum) return enumKind();
  return schema instanceof z.ZodArray ? listKind(schema) : null;
}

const optionsOf = (codes: { codes: readonly string[]; labels: Readonly<Record<string, string>> }) =>
  codes.codes.map((value) => ({ value, label: codes.labels[value] ?? value }));

/** The only list of values without labels of its own is the official list of ethnic groups. */
const enumKind = (): CellKind => ({
  type: 'choice',
  options: ethnicities.map((value) => ({ value, label: value })),
});

function numberKind(schema: z.ZodNumber): CellKind {
  const [min, max] = [schema.minValue, schema.maxValue];
  return {
    type: 'number',
    isInteger: schema.format === 'safeint',
    ...(min === null || min < -1e15 ? {} : { min }),
    ...(max === null || max > 1e15 ? {} : { max }),
  };
}

const patternsOf = (schema: z.ZodString): string => String(schema.def.checks?.map(patternOf) ?? '');
const patternOf = (check: z.core.$ZodCheck): string => {
  const { def } = check._zod;
  return 'pattern' in def ? String(def.pattern) : '';
};
const [dayPattern, partialDayPattern] = [patternsOf(day), patternsOf(partialDay)];

function textKind(schema: z.ZodString): CellKind {
  const patterns = patternsOf(schema);
  if (patterns.includes(partialDayPattern)) return { type: 'date', isPartial: true };
  if (patterns.includes(dayPattern)) return { type: 'date' };
  return schema.maxLength === null ? { type: 'text' } : { type: 'text', maxLength: schema.maxLength };
}

/** A list of codes is chosen from; a list of free texts is typed with separators, which the column parses. */
function listKind(schema: z.ZodArray): CellKind {
  // zod types elements by its core interface; every schema of the model is a classic one.
  const codes = codeLabelsOf(schema.element as z.ZodType);
  return codes === null ? { type: 'text' } : { type: 'choices', options: optionsOf(codes) };
}
