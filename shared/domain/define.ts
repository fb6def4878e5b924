/**
 * Building blocks of the model. Every field carries its Chinese label here and nowhere else: forms, table
 * headings, import headings and exports read it back, and an unlabelled field does not compile.
 */
import { z } from 'zod';

// The strict content policy forbids the code generation zod uses by default. Set here, because every schema of the
// model is made with this file and some are used while modules load.
z.config({ jitless: true });

/** Why a field is masked unless the reader's role allows it (domain reference B0). */
export type Sensitivity = 'idNo' | 'phone' | 'membership';

export interface FieldMeta {
  /** Official Chinese term, as an office prints it. */
  readonly label: string;
  /** The register is incomplete without it (缺项); storage still accepts null, because a clerk may not know yet. */
  readonly isMust?: boolean;
  readonly sensitivity?: Sensitivity;
  /** Unit of measure behind a number, for example 万元. */
  readonly measure?: string;
}

const fieldMeta = z.registry<FieldMeta>();

declare const labelled: unique symbol;
/** A schema that went through `field`, so it is known to have a label. */
export type Labelled = z.ZodType & { readonly [labelled]: true };
export type LabelledFields = Record<string, Labelled>;

/** Labels a schema. `meta()` clones, so one schema may serve many fields under different labels. */
export function field<S extends z.ZodType>(
  label: string,
  schema: S,
  more: Omit<FieldMeta, 'label'> = {},
): S & Labelled {
  const own = schema.meta({ title: label });
  fieldMeta.add(own, { label, ...more });
  // The brand exists in types only; the registry entry above is what it stands for.
  return own as S & Labelled;
}

/** An object schema of labelled fields; unknown keys are refused (they belong in `ext`). */
export function entity<F extends LabelledFields>(fields: F) {
  return z.strictObject(fields);
}

/** Label, measure and sensitivity of a field made by `field`. Throws for any other schema: that is a programming error. */
export function metaOf(schema: z.ZodType): FieldMeta {
  const found = fieldMeta.get(schema);
  if (!found) throw new Error('schema has no field label');
  return found;
}

/** A closed list of codes with their official Chinese labels, in the order an office lists them. */
export interface CodeList<C extends string> {
  readonly title: string;
  readonly codes: readonly C[];
  readonly labels: Readonly<Record<C, string>>;
  readonly schema: z.ZodType<C, C>;
}

/** A code list as readers of arbitrary fields see it. */
export interface CodeLabels {
  readonly title: string;
  readonly codes: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}
const labelsBySchema = z.registry<CodeLabels>();

export function codeList<const L extends Record<string, string>>(
  title: string,
  labels: L,
): CodeList<keyof L & string> {
  // Object.keys forgets the key type of a literal record.
  const codes = Object.keys(labels) as (keyof L & string)[];
  const schema = z.enum(codes as [keyof L & string, ...(keyof L & string)[]]);
  labelsBySchema.add(schema, { title, codes, labels });
  return { title, codes, labels, schema };
}

/** The code list behind a schema, also when it was labelled or may be null; null for any other schema. */
export const codeLabelsOf = (schema: z.ZodType): CodeLabels | null =>
  labelsBySchema.get(valueSchemaOf(schema)) ?? null;

/** A schema without its defaults, null and optional wrappers: what a value that is filled in looks like. */
export function valueSchemaOf(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    // zod types the inner schema by its core interface; every schema here is a classic one.
    return valueSchemaOf(schema.unwrap() as z.ZodType);
  return schema;
}

export type CodeOf<L> = L extends CodeList<infer C> ? C : never;
