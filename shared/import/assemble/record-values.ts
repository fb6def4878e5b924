/** Values of one record out of a row that speaks of several. */
import type { FieldValue, FieldValues } from '../model';
import type { ParsedRow } from '../parsed-rows';

/** Fields of one record, without its prefix: `unit.owner.name` → `owner.name`. */
export function valuesOf(row: ParsedRow, record: string): Record<string, FieldValue> {
  const prefix = `${record}.`;
  const values: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(row.values))
    if (field.startsWith(prefix)) values[field.slice(prefix.length)] = value;
  return values;
}

export const textIn = (row: ParsedRow, field: string): string | null => {
  const value = row.values[field];
  return typeof value === 'string' && value !== '' ? value : null;
};

export const listIn = (row: ParsedRow, field: string): readonly string[] => {
  const value = row.values[field];
  if (Array.isArray(value)) return value;
  return typeof value === 'string' && value !== '' ? [value] : [];
};

/** `first` completed by what only `second` says. */
export function merged(first: FieldValues, second: FieldValues): FieldValues {
  const values: Record<string, FieldValue> = { ...second, ...first };
  for (const [field, value] of Object.entries(second))
    if (first[field] === undefined || first[field] === null) values[field] = value;
  return values;
}
