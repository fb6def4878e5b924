/** Looking into the values of a row as read. */
import type { FieldValues, ReadRecord } from './model';

/** null for an empty cell and for a value that is no text. */
export function textValue(values: FieldValues, path: string): string | null {
  const value = values[path];
  return typeof value === 'string' ? value : null;
}

export const nameOf = ({ values }: Pick<ReadRecord, 'values'>): string => textValue(values, 'name') ?? '';
