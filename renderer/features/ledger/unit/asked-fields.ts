/** Fields of the model as a dialog asks for them. */
import type { Lookup } from '@renderer/components/data-grid/grid-types';
import { metaOf, valueSchemaOf } from '@shared/domain/define';
import type { z } from 'zod';
import { kindOf, type Lookups } from '../fields/field-kind';
import { type FieldSpec, fieldSpec } from '../fields/field-spec';

type Shape = Readonly<Record<string, z.ZodType>>;

/** @param required names that must be filled in here, whatever the schema allows */
export function askFor(
  shape: Shape,
  names: readonly string[],
  lookups: Lookups,
  required: readonly string[] = [],
): FieldSpec[] {
  return names.flatMap((name) => {
    const schema = shape[name];
    const kind = schema === undefined ? null : kindOf(valueSchemaOf(schema), name, lookups);
    if (schema === undefined || kind === null) return [];
    return [{ ...fieldSpec(name, metaOf(schema).label, kind), isRequired: required.includes(name) }];
  });
}

export const askForOne = (path: string, label: string, lookup: Lookup): FieldSpec => ({
  ...fieldSpec(path, label, { type: 'lookup', lookup }),
  isRequired: true,
});
