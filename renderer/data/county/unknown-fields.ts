/**
 * Fields a newer version of the program wrote (SPEC, SKEW-2). They wait in `ext` under their dotted path: kept, shown to
 * nobody, never sent as changes.
 */
import { hasParent, withValueAt } from '@shared/domain/changes';
import type { ZodError } from 'zod';

type Plain = Readonly<Record<string, unknown>>;
type Way = readonly PropertyKey[];

/**
 * @param error what the model said about the document
 * @returns the document with its unknown fields in `ext`; null when something else is wrong with it as well
 */
export function setAsideUnknown(document: Plain, error: ZodError): Plain | null {
  const aside: Record<string, unknown> = {};
  let known: unknown = document;
  for (const issue of error.issues) {
    if (issue.code !== 'unrecognized_keys') return null;
    for (const key of issue.keys) {
      const way = [...issue.path, key];
      aside[way.join('.')] = valueOn(document, way);
      known = without(known, way);
    }
  }
  // Only keys were taken out of it.
  const rest = known as Plain;
  return { ...rest, ext: { ...plain(rest['ext']), ...aside } };
}

/** The document as the county wrote it: what waits in `ext` is back in its place. */
export function withUnknown(document: Plain): Plain {
  const { ext, ...rest } = document;
  return Object.entries(plain(ext)).reduce<Plain>(
    (state, [path, value]) => (hasParent(state, path) ? withValueAt(state, path, value) : state),
    { ...rest, ext: {} },
  );
}

const plain = (value: unknown): Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};

function valueOn(value: unknown, way: Way): unknown {
  // An issue's path leads through the very value that was parsed.
  return way.reduce((state, key) => (state as Readonly<Record<PropertyKey, unknown>>)[key], value);
}

function without(value: unknown, [key, ...rest]: Way): unknown {
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? without(item, rest) : item));
  const { [String(key)]: inner, ...others } = plain(value);
  return rest.length === 0 ? others : { ...others, [String(key)]: without(inner, rest) };
}
