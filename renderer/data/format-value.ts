/** Any value of the model as text, by its schema: codes by their labels, ids by names, nothing as 未填. */
import { codeLabelsOf, metaOf, valueSchemaOf } from '@shared/domain/define';
import { elementOf, fieldOf } from '@shared/domain/schema-path';
import { z } from 'zod';

export interface Lookups {
  /** Name of a document of any collection; null when there is none with this id. */
  nameOf(id: string): string | null;
}

export const notFilled = '未填';
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** Instant in UTC → YYYY-MM-DD HH:mm in China. */
export const formatInstant = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** @param schema of the value; null when the path is unknown to this version */
export function formatValue(
  schema: z.ZodType | null,
  value: unknown,
  lookups: Lookups,
  measure = '',
): string {
  if (value === null || value === undefined || value === '') return notFilled;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return `${value}${measure}`;
  if (typeof value === 'string') return formatText(schema, value, lookups);
  if (Array.isArray(value)) {
    const element = schema === null ? null : elementOf(schema);
    return value.map((item) => formatValue(element, item, lookups)).join('、') || notFilled;
  }
  return formatObject(schema, value, lookups);
}

function formatText(schema: z.ZodType | null, value: string, lookups: Lookups): string {
  const codes = schema === null ? null : codeLabelsOf(schema);
  if (codes) return codes.labels[value] ?? value;
  if (instantPattern.test(value)) return formatInstant(value);
  return lookups.nameOf(value) ?? value;
}

/** Filled fields only: “党员：张三，职务：书记”. */
function formatObject(schema: z.ZodType | null, value: object, lookups: Lookups): string {
  const parts: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item === null || item === undefined) continue;
    if (schema instanceof z.ZodObject) {
      const field = fieldOf(schema, key);
      const meta = field ? metaOf(field) : null;
      const inner = field ? valueSchemaOf(field) : null;
      parts.push(`${meta?.label ?? key}：${formatValue(inner, item, lookups, meta?.measure)}`);
    } else parts.push(formatValue(schema === null ? null : elementOf(schema), item, lookups));
  }
  return parts.join('，') || notFilled;
}
