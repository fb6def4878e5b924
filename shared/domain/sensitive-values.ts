/**
 * Where a document holds resident ids and phones: in its fields, and wherever it repeats them (edits, conflicts). The
 * fields are marked once, with `sensitivity`; masking for readers and sealing on the disk both ask here. Pure.
 *
 * Schemas are walked once into plans that know only the way to sensitive places, because every save asks.
 */
import { z } from 'zod';
import { type CollectionName, collectionNames, collectionSchemas } from './collections';
import { metaOf, valueSchemaOf } from './define';
import { changeSchema } from './edit';
import { elementOf } from './schema-path';

/** A document or an edit as plain data. */
export type PlainData = Readonly<Record<string, unknown>>;
export type ValuePath = readonly (string | number)[];

/** `unknown`: text of a place where anything may stand; the field it belongs to does not show there. */
export type Mark = 'idNo' | 'phone' | 'unknown';

/** @returns what stands in the place instead */
export type Replace = (text: string, mark: Mark, path: ValuePath) => unknown;

type Plan =
  | { readonly kind: 'text'; readonly mark: 'idNo' | 'phone' }
  | { readonly kind: 'anything' }
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, readonly Plan[]> }
  | { readonly kind: 'each'; readonly plan: Plan };

const anything: Plan = { kind: 'anything' };
const noPlans: readonly Plan[] = [];

/** Copy of a document with the texts of sensitive and of unknown places replaced. */
export const replaceSensitive = (
  collection: CollectionName,
  document: PlainData,
  replace: Replace,
): PlainData => inDocument(collection, document, replace, []);

/** The same for one edit of a document of the collection: its changes name the fields by path. */
export const replaceSensitiveInEdit = (
  collection: CollectionName,
  edit: PlainData,
  replace: Replace,
): PlainData => inEdit(planOfCollection(collection), edit, replace, []);

function inDocument(
  collection: CollectionName,
  document: PlainData,
  replace: Replace,
  at: ValuePath,
): PlainData {
  const plan = planOfCollection(collection);
  const replaced = (key: string, value: unknown): unknown => {
    if (editLists.has(key)) return inEdits(plan, value, replace, [...at, key]);
    if (collection === 'conflicts' && aboutOthers.has(key))
      return inOther(document, key, value, replace, [...at, key]);
    const plans = plan.get(key);
    return plans ? inPlaces(plans, value, replace, [...at, key]) : value;
  };
  return mapValues(document, replaced);
}

const editLists: ReadonlySet<string> = new Set(['history', 'pending']);

const inEdits = (plan: Fields, edits: unknown, replace: Replace, at: ValuePath): unknown =>
  Array.isArray(edits) ? edits.map((edit, i) => inEdit(plan, edit, replace, [...at, i])) : edits;

/** Fields of conflicts and parked edits that carry values of the document they are about. */
const aboutOthers: ReadonlySet<string> = new Set(['before', 'theirs', 'mine', 'edit', 'content']);

function inOther(conflict: PlainData, key: string, value: unknown, replace: Replace, at: ValuePath): unknown {
  const about = collectionNames.find((name) => name === conflict['documentCollection']);
  if (about === undefined || value === null) return value;
  if (key === 'content') return inDocument(about, plain(value), replace, at);
  const plan = planOfCollection(about);
  if (key === 'edit') return inEdit(plan, value, replace, at);
  const plans = plansAt(plan, String(conflict['path']));
  if (key === 'before') return inPlaces(plans, value, replace, at);
  const side = plain(value);
  return { ...side, value: inPlaces(plans, side['value'], replace, [...at, 'value']) };
}

const changeLists: ReadonlySet<string> = new Set(['changes', 'kept']);

const inEdit = (plan: Fields, edit: unknown, replace: Replace, at: ValuePath): PlainData =>
  mapValues(plain(edit), (key, value) =>
    changeLists.has(key) ? inChanges(plan, value, replace, [...at, key]) : value,
  );

const inChanges = (plan: Fields, changes: unknown, replace: Replace, at: ValuePath): PlainData =>
  mapValues(plain(changes), (path, change) => {
    const plans = plansAt(plan, path);
    if (plans.length === 0) return change;
    return mapValues(plain(change), (side, value) => inPlaces(plans, value, replace, [...at, path, side]));
  });

const inPlaces = (plans: readonly Plan[], value: unknown, replace: Replace, at: ValuePath): unknown =>
  plans.reduce((shown, plan) => inPlace(plan, shown, replace, at), value);

function inPlace(plan: Plan, value: unknown, replace: Replace, at: ValuePath): unknown {
  if (typeof value === 'string') {
    if (plan.kind === 'text') return replace(value, plan.mark, at);
    return plan.kind === 'anything' ? replace(value, 'unknown', at) : value;
  }
  if (typeof value !== 'object' || value === null || plan.kind === 'text') return value;
  if (Array.isArray(value)) {
    const element = plan.kind === 'each' ? plan.plan : plan;
    return value.map((item, i) => inPlace(element, item, replace, [...at, i]));
  }
  return mapValues(plain(value), (key, part) => inPlaces(plansBelow(plan, key), part, replace, [...at, key]));
}

type Fields = ReadonlyMap<string, readonly Plan[]>;

/** Plans for the value at a dotted path of a document. */
function plansAt(fields: Fields, path: string): readonly Plan[] {
  const [first = '', ...rest] = path.split('.');
  return rest.reduce<readonly Plan[]>(
    (plans, key) => plans.flatMap((plan) => plansBelow(plan, key)),
    fields.get(first) ?? noPlans,
  );
}

function plansBelow(plan: Plan, key: string): readonly Plan[] {
  if (plan.kind === 'fields') return plan.fields.get(key) ?? noPlans;
  if (plan.kind === 'each') return [plan.plan];
  return plan.kind === 'anything' ? [plan] : noPlans;
}

const plansOfCollections = new Map<CollectionName, Fields>();

/** Of all kinds of the collection together: an edit does not say which kind its document is. */
function planOfCollection(collection: CollectionName): Fields {
  const known = plansOfCollections.get(collection);
  if (known) return known;
  const schema: z.ZodType = collectionSchemas[collection];
  const kinds = schema instanceof z.ZodDiscriminatedUnion ? schema.options : [schema];
  // zod types the options by its core interface; every schema of the model is a classic one.
  const plan = fieldsOf(kinds as readonly z.ZodType[]);
  plansOfCollections.set(collection, plan);
  return plan;
}

function fieldsOf(schemas: readonly z.ZodType[]): Fields {
  const fields = new Map<string, readonly Plan[]>();
  for (const schema of schemas)
    if (schema instanceof z.ZodObject)
      for (const [name, own] of Object.entries(schema.shape)) {
        // The same core interface.
        const plan = planOfField(own as z.ZodType);
        const known = fields.get(name) ?? noPlans;
        if (plan && !known.some((other) => isSamePlan(other, plan))) fields.set(name, [...known, plan]);
      }
  return fields;
}

/** Fields that several kinds share would otherwise be replaced once for each of them. */
const isSamePlan = (a: Plan, b: Plan): boolean =>
  a === b || (a.kind === 'text' && b.kind === 'text' && a.mark === b.mark);

function planOfField(field: z.ZodType): Plan | null {
  const { sensitivity } = metaOf(field);
  // Membership is shown to whoever may see the person at all, and every figure counts it.
  if (sensitivity === 'idNo' || sensitivity === 'phone') return { kind: 'text', mark: sensitivity };
  return planOf(valueSchemaOf(field));
}

/** null: nothing sensitive lies there. */
function planOf(schema: z.ZodType): Plan | null {
  // Sides of a change hold whatever their field holds, and which field that is does not show here.
  if (schema === changeSchema || schema instanceof z.ZodUnknown) return anything;
  if (schema instanceof z.ZodObject) {
    const fields = fieldsOf([schema]);
    return fields.size === 0 ? null : { kind: 'fields', fields };
  }
  const element = elementOf(schema);
  const plan = element && planOf(element);
  return plan && { kind: 'each', plan };
}

const mapValues = (object: PlainData, build: (key: string, value: unknown) => unknown): PlainData => {
  const built: Record<string, unknown> = {};
  for (const key of Object.keys(object)) built[key] = build(key, object[key]);
  return built;
};

// Whatever is not an object has no fields to look into.
const plain = (value: unknown): PlainData =>
  typeof value === 'object' && value !== null ? (value as PlainData) : {};
