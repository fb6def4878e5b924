/**
 * What an edit does to the fields of a document (SPEC, APPLY). Paths are walked independently of shared/domain: the model
 * must not share a mistake with the program.
 */
import { isDeepStrictEqual } from 'node:util';
import { type CollectionName, collectionSchemas } from '@shared/domain/collections';
import type { Edit } from '@shared/domain/edit';

export type Plain = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `isReachable`: everything on the way to the last name is there. A missing last name has the value undefined. */
function valueAt(document: Plain, path: string): { value: unknown; isReachable: boolean } {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at: Plain = document;
  for (const name of names) {
    const next = at[name];
    if (!isMap(next)) return { value: undefined, isReachable: false };
    at = next;
  }
  return { value: at[last], isReachable: true };
}

/** undefined takes the last name away. */
function withValue(document: Plain, path: string, value: unknown): Plain {
  const [name = '', ...rest] = path.split('.');
  const inner = document[name];
  const next = rest.length === 0 ? value : withValue(isMap(inner) ? inner : {}, rest.join('.'), value);
  const copy = { ...document, [name]: next };
  if (next === undefined) delete copy[name];
  return copy;
}

/** APPLY-1 to APPLY-5, path by path. */
export function applyPaths(before: Plain, edit: Edit): { fields: Plain; applied: string[]; kept: Plain[] } {
  let fields = before;
  const applied: string[] = [];
  const kept: Plain[] = [];
  for (const [path, { from, to }] of Object.entries(edit.changes)) {
    const { value, isReachable } = valueAt(before, path);
    if (isReachable && (isDeepStrictEqual(value, from) || isDeepStrictEqual(value, to))) {
      fields = withValue(fields, path, to);
      applied.push(path);
    } else
      kept.push({
        path,
        before: from ?? null,
        theirs: { value: value ?? null },
        mine: { value: to ?? null },
      });
  }
  return { fields, applied, kept };
}

/** APPLY-8, with what any stored document has and the model does not follow. */
export function isValid(collection: CollectionName, id: string, fields: Plain): boolean {
  const at = '2026-01-01T00:00:00.000Z';
  const stored = {
    createdAt: at,
    createdBy: '-',
    updatedAt: at,
    updatedBy: '-',
    rev: 0,
    source: 'sync',
    seq: null,
  };
  const { theirs, ...others } = fields;
  const side = theirs === undefined ? {} : { theirs: { ...(theirs as Plain), by: '-', at } };
  return collectionSchemas[collection].safeParse({ ...stored, ...others, ...side, id }).success;
}

/** SKEW-1: a program of the model before creates without the newest fields; they begin with their defaults. */
export function withDefaults(collection: CollectionName, content: Plain): Plain {
  const parsed = collectionSchemas[collection].safeParse({ ...content, seq: null });
  return parsed.success ? parsed.data : content;
}
