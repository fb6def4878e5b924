/** Proposed answers with the words on their button. */
import { z } from 'zod';
import { schemaOf } from './columns/field-catalogue';
import type { FieldValue, ProblemFix } from './model';
import * as lists from './value-lists';

/** A value as the clerk reads it: codes by their official label. */
export function labelOfValue(field: string, value: FieldValue): string {
  if (value === null) return '留空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return lists.labelOfCode(field, value) ?? value;
  return Array.isArray(value) ? value.join('、') : String(value);
}

export const fixOf = (field: string, value: FieldValue, label?: string): ProblemFix => ({
  field,
  value,
  label:
    label ??
    (typeof value === 'boolean' || isCode(field)
      ? labelOfValue(field, value)
      : `改为${labelOfValue(field, value)}`),
});

function isCode(field: string): boolean {
  let schema = schemaOf(field);
  while (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    schema = schema.unwrap() as z.ZodType;
  return schema instanceof z.ZodEnum;
}
