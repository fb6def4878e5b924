/** Differences between a record as read and a record as it stands: what a file may change, and what it may not. */
import { isSame, valueAt } from '@shared/domain/changes';
import { squeeze } from '@shared/lib/text';
import type { FieldValue, FieldValues } from './model';
import { exactKey } from './normalize-name';
import type { FieldChange } from './plan-model';

/** `merge`: the file's values win; `fill`: only what is empty is filled in. */
export type MergeMode = 'merge' | 'fill';

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const partialDay = /^\d{4}(-\d{2}){0,2}$/;

/** The file says nothing else than what is known: same but for typing, or a date less exact than the known one. */
export function agrees(known: unknown, read: unknown): boolean {
  if (isSame(known, read)) return true;
  if (Array.isArray(known) && Array.isArray(read))
    return known.length === read.length && read.every((item) => known.includes(item));
  if (typeof known !== 'string' || typeof read !== 'string') return false;
  if (partialDay.test(known) && partialDay.test(read)) return known.startsWith(read);
  return squeeze(known) === squeeze(read);
}

/**
 * What the values change on a record. An empty cell (null) never erases; names that differ in typing only stay
 * as they are.
 */
export function fieldChanges(record: object, values: FieldValues, mode: MergeMode): FieldChange[] {
  return Object.entries(values).flatMap(([path, after]) => {
    const before = valueAt(record, path) ?? null;
    if (isEmpty(after) || (mode === 'fill' && !isEmpty(before))) return [];
    const isSameName = path === 'name' && exactKey(String(before ?? '')) === exactKey(String(after));
    return isSameName || agrees(before, after) ? [] : [{ path, before, after }];
  });
}

/** Nested fields from dotted paths; empty values are left to the schema's defaults. */
export function nestFields(values: FieldValues): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values))
    if (!isEmpty(value)) setAt(nested, path.split('.'), value);
  return nested;
}

function setAt(into: Record<string, unknown>, keys: readonly string[], value: FieldValue): void {
  const [key = '', ...rest] = keys;
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const inner = into[key];
  // Only this function fills the object, so what is there is an object it made.
  const next = (typeof inner === 'object' && inner !== null ? inner : {}) as Record<string, unknown>;
  into[key] = next;
  setAt(next, rest, value);
}
