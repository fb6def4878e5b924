/** Proposed answers with the words on their button. */
import { z } from 'zod';
import { codesOf, schemaOf } from './columns/field-catalogue';
import type { FieldValue, ProblemFix } from './model';

/** A value as the clerk reads it: codes by their official label. */
export function labelOfValue(field: string, value: FieldValue): string {
  if (value === null) return '留空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return codesOf(field)?.labels[value] ?? value;
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

const isCode = (field: string): boolean => schemaOf(field).schema instanceof z.ZodEnum;
