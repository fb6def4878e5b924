/** Differences between two states of a document as dotted paths, and applying or taking them back. */
import { bookkeepingFields } from './document';
import { type AnsweredEdit, type Changes, type Edit, editsOf, madeAt } from './edit';

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Deep equality of plain data; key order does not matter, an absent key differs from null. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
}

/**
 * Changes that turn `before` into `after`. Objects and maps are compared by key, so two offices adding entries
 * to one map touch different paths; arrays and scalars are compared whole, and so are maps whose keys contain a
 * dot (headings typed by people), which no dotted path could name. Bookkeeping fields are left out.
 */
export function diffDocuments(before: object, after: object): Changes {
  const changes: Changes = {};
  collect('', before, after, changes);
  return changes;
}

function collect(prefix: string, from: object, to: object, into: Changes): void {
  // Both are plain data parsed by a schema; only their keys are read.
  const [old, now] = [from as Plain, to as Plain];
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (prefix === '' && bookkeepingFields.has(key)) continue;
    const [a, b] = [old[key], now[key]];
    if (isPlain(a) && isPlain(b) && !hasDottedKey(a) && !hasDottedKey(b))
      collect(`${prefix}${key}.`, a, b, into);
    else if (!isSame(a, b))
      into[`${prefix}${key}`] = {
        ...(a === undefined ? {} : { from: a }),
        ...(b === undefined ? {} : { to: b }),
      };
  }
}

const hasDottedKey = (value: Plain): boolean => Object.keys(value).some((key) => key.includes('.'));

/** Value at a dotted path; undefined when any part of the way is missing. */
export function valueAt(document: object, path: string): unknown {
  let current: unknown = document;
  for (const key of path.split('.')) {
    if (!isPlain(current)) return undefined;
    current = current[key];
  }
  return current;
}

/** Whether a path leads somewhere: a field below a map entry that is gone, or below an empty value, does not. */
export function hasParent(document: object, path: string): boolean {
  const parent = path.split('.').slice(0, -1).join('.');
  return parent === '' || isPlain(valueAt(document, parent));
}

/** Copy of a document with the value at a dotted path replaced; undefined removes the key (a map entry). */
export function withValueAt<D extends object>(document: D, path: string, value: unknown): D {
  const [key = '', ...rest] = path.split('.');
  // Paths come from the same schema the document satisfies; repositories validate before they store.
  const { [key]: old, ...others } = document as Plain;
  const next = rest.length === 0 ? value : withValueAt(isPlain(old) ? old : {}, rest.join('.'), value);
  return (next === undefined ? others : { ...(document as Plain), [key]: next }) as D;
}

export function applyChanges<D extends object>(document: D, changes: Changes): D {
  return Object.entries(changes).reduce(
    (state, [path, change]) => withValueAt(state, path, change.to),
    document,
  );
}

export function revertChanges<D extends object>(document: D, changes: Changes): D {
  return Object.entries(changes).reduce(
    (state, [path, change]) => withValueAt(state, path, change.from),
    document,
  );
}

/**
 * The document as it stood at an instant: every later change taken back, newest first. Creation is never taken
 * back, because a unit that existed before it was typed in must count at past dates.
 */
export function stateAt<D extends { history: readonly AnsweredEdit[]; pending: readonly Edit[] }>(
  document: D,
  at: string,
): D {
  return editsOf(document)
    .filter((edit) => edit.op === 'change' && madeAt(edit) > at)
    .reduceRight((state, edit) => revertChanges(state, edit.changes), document);
}
