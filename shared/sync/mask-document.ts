/** A document as somebody sees it who may not see resident ids and phones (SPEC.md, ROLE-3). Pure. */
import { type CollectionName, collectionNames, collectionSchemas } from '@shared/domain/collections';
import { metaOf, type Sensitivity, valueSchemaOf } from '@shared/domain/define';
import { changeSchema } from '@shared/domain/edit';
import { maskText } from '@shared/domain/mask-text';
import { elementOf, fieldOf } from '@shared/domain/schema-path';
import { z } from 'zod';
import type { PlainDocument } from './apply-edit';

const hidden: ReadonlySet<Sensitivity | undefined> = new Set<Sensitivity>(['idNo', 'phone']);

/** Masks the fields, and the same fields wherever the document repeats them: in its history and in conflicts. */
export function maskDocument(collection: CollectionName, document: PlainDocument): PlainDocument {
  const roots = rootsOf(collection);
  const entries = Object.entries(document).map(([key, value]): [string, unknown] =>
    collection === 'conflicts' && aboutOthers.has(key)
      ? [key, maskOther(document, key, value)]
      : [key, key === 'history' ? maskHistory(roots, value) : maskAt(roots, key, value)],
  );
  return Object.fromEntries(entries);
}

const maskHistory = (roots: readonly z.ZodType[], history: unknown): unknown =>
  Array.isArray(history) ? history.map((edit) => maskEdit(roots, edit)) : history;

/** An edit of a document of the collection: its changes name the fields by path. */
export const maskEditOf = (collection: CollectionName, edit: PlainDocument): PlainDocument =>
  maskEdit(rootsOf(collection), edit);

/** Fields of conflicts and parked edits that carry values of the document they are about. */
const aboutOthers: ReadonlySet<string> = new Set(['before', 'theirs', 'mine', 'edit', 'content']);

function maskOther(conflict: PlainDocument, key: string, value: unknown): unknown {
  const about = collectionNames.find((name) => name === conflict['documentCollection']);
  if (about === undefined || value === null) return value;
  const roots = rootsOf(about);
  if (key === 'edit') return maskEdit(roots, value);
  if (key === 'content') return maskDocument(about, plain(value));
  const path = String(conflict['path']);
  if (key === 'before') return maskAt(roots, path, value);
  return { ...plain(value), value: maskAt(roots, path, plain(value)['value']) };
}

function maskEdit(roots: readonly z.ZodType[], edit: unknown): PlainDocument {
  const { changes, kept, ...rest } = plain(edit);
  return {
    ...rest,
    changes: maskChanges(roots, changes),
    ...(kept === undefined ? {} : { kept: maskChanges(roots, kept) }),
  };
}

function maskChanges(roots: readonly z.ZodType[], changes: unknown): PlainDocument {
  const sides = (path: string, change: unknown) =>
    Object.fromEntries(
      Object.entries(plain(change)).map(([side, value]) => [side, maskAt(roots, path, value)]),
    );
  return Object.fromEntries(
    Object.entries(plain(changes)).map(([path, change]) => [path, sides(path, change)]),
  );
}

/** The value at a dotted path of a document of one of the schemas. */
function maskAt(roots: readonly z.ZodType[], path: string, value: unknown): unknown {
  let places: readonly Place[] = roots.map((schema) => ({ schema, isHidden: undefined }));
  for (const key of path.split('.')) places = places.flatMap((place) => childOf(place.schema, key) ?? []);
  return places.reduce((shown, { schema, isHidden }) => maskPlace(schema, isHidden, shown), value);
}

interface Place {
  readonly schema: z.ZodType;
  readonly isHidden: Sensitivity | undefined;
}

const anything = z.unknown();

function childOf(schema: z.ZodType, key: string): Place | null {
  // Sides of a change hold whatever their field holds, and which field that is does not show here.
  if (schema === changeSchema || schema instanceof z.ZodUnknown)
    return { schema: anything, isHidden: undefined };
  const own = schema instanceof z.ZodObject ? fieldOf(schema, key) : null;
  if (own) return { schema: valueSchemaOf(own), isHidden: sensitivityOf(own) };
  const element = elementOf(schema);
  return element && { schema: element, isHidden: undefined };
}

function sensitivityOf(field: z.ZodType): Sensitivity | undefined {
  const { sensitivity } = metaOf(field);
  return hidden.has(sensitivity) ? sensitivity : undefined;
}

function maskPlace(schema: z.ZodType, sensitivity: Sensitivity | undefined, value: unknown): unknown {
  if (typeof value === 'string') {
    if (sensitivity !== undefined) return maskText(value, sensitivity);
    return schema instanceof z.ZodUnknown ? maskNumbers(value) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const element = schema instanceof z.ZodUnknown ? schema : elementOf(schema);
    return element === null ? value : value.map((item) => maskPlace(element, undefined, item));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const child = childOf(schema, key);
      return [key, child ? maskPlace(child.schema, child.isHidden, part) : part];
    }),
  );
}

/** Where anything may stand (fields of a newer model, edits of a conflict), long numbers are taken for personal ones. */
const maskNumbers = (text: string): string =>
  text.replace(/\d{6,}[\dXx]/g, (number) => maskText(number, number.length >= 15 ? 'idNo' : 'phone'));

/** All kinds of the collection: an edit does not say which kind its document is. */
function rootsOf(collection: CollectionName): readonly z.ZodType[] {
  const schema: z.ZodType = collectionSchemas[collection];
  // zod types the options by its core interface; every schema of the model is a classic one.
  return schema instanceof z.ZodDiscriminatedUnion ? (schema.options as readonly z.ZodType[]) : [schema];
}

// Whatever is not an object has no fields to mask.
const plain = (value: unknown): PlainDocument =>
  typeof value === 'object' && value !== null ? (value as PlainDocument) : {};
