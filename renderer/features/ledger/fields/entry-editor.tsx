/** Entries of a map (班子、覆盖单位、选派、培训 …): a card each, added and removed one by one. */
import { Button, CloseButton } from '@mantine/core';
import { isBlank } from '@renderer/components/data-grid/cell-text';
import type { CellValue } from '@renderer/components/data-grid/grid-types';
import { metaOf, valueSchemaOf } from '@shared/domain/define';
import { visitPlanSchema } from '@shared/domain/instructor';
import { elementOf, schemaAt } from '@shared/domain/schema-path';
import { useMemo } from 'react';
import { z } from 'zod';
import type { LedgerTable } from '../tables/table-model';
import classes from './entry-editor.module.css';
import { FieldInput } from './field-input';
import { kindOf, type Lookups } from './field-kind';
import { type FieldSpec, fieldSpec } from './field-spec';
import { choiceOfVisitPlan, visitPlanOfChoice } from './visit-plan';

export type Entries = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface EntryEditorProps {
  readonly table: LedgerTable;
  readonly path: string;
  readonly label: string;
  readonly entries: Entries;
  readonly lookups: Lookups;
  readonly newId: () => string;
  readonly onChange: (entries: Entries) => void;
  readonly isDisabled: boolean;
}

interface EntryField extends FieldSpec {
  readonly schema: z.ZodType;
}

/** Fields of one entry; parts that no single input can hold are left as they are. */
function entryFields(table: LedgerTable, path: string, lookups: Lookups): EntryField[] {
  const { schema } = schemaAt(table, null, path);
  const element = schema === null ? null : elementOf(schema);
  if (!(element instanceof z.ZodObject)) return [];
  // zod types shapes by its core interface; every schema of the model is a classic one.
  const shape = element.shape as Readonly<Record<string, z.ZodType>>;
  return Object.entries(shape).flatMap(([name, field]) => {
    const kind = kindOf(valueSchemaOf(field), name, lookups);
    if (kind === null) return [];
    const isRequired = !field.safeParse(null).success && !field.safeParse(undefined).success;
    return [{ ...fieldSpec(name, metaOf(field).label, kind), isRequired, schema: field }];
  });
}

const isVisitPlan = ({ schema }: EntryField): boolean => valueSchemaOf(schema) === visitPlanSchema;

/** Every field as the schema begins it; required references and texts are empty until they are filled in. */
const blankEntry = (fields: readonly EntryField[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.map(({ path, kind, schema }) => {
      const begun = schema.safeParse(undefined);
      const first = kind.type === 'choice' ? (kind.options[0]?.value ?? null) : '';
      return [path, begun.success ? begun.data : first];
    }),
  );

const cellOf = (field: EntryField, stored: unknown): CellValue =>
  isVisitPlan(field)
    ? choiceOfVisitPlan(stored)
    : // Entries are plain data; the schema says what the value is.
      ((stored ?? null) as CellValue);
const storedOf = (field: EntryField, cell: CellValue): unknown =>
  isVisitPlan(field) ? visitPlanOfChoice(cell) : cell;

export function EntryEditor(props: EntryEditorProps) {
  const { table, path, label, entries, lookups, newId, onChange, isDisabled } = props;
  const fields = useMemo(() => entryFields(table, path, lookups), [table, path, lookups]);
  const set = (id: string, field: EntryField, value: CellValue) =>
    onChange({ ...entries, [id]: { ...entries[id], [field.path]: storedOf(field, value) } });
  const remove = (id: string) => {
    const { [id]: _removed, ...others } = entries;
    onChange(others);
  };
  return (
    <div className={classes['entries']}>
      {Object.entries(entries).map(([id, entry], at) => (
        <fieldset key={id} className={classes['entry']}>
          <legend className={classes['legend']}>
            {label} {at + 1}
          </legend>
          {!isDisabled && (
            <CloseButton
              size="xs"
              className={classes['remove'] ?? ''}
              aria-label={`删除${label} ${at + 1}`}
              onClick={() => remove(id)}
            />
          )}
          {fields.map((field) => (
            <div key={field.path} data-wide={field.isWide || undefined}>
              <FieldInput
                spec={field}
                value={cellOf(field, entry[field.path])}
                onChange={(value) => set(id, field, value)}
                error={field.isRequired && isBlank(cellOf(field, entry[field.path])) ? '必须填写' : undefined}
                isDisabled={isDisabled}
              />
            </div>
          ))}
        </fieldset>
      ))}
      {!isDisabled && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onChange({ ...entries, [newId()]: blankEntry(fields) })}
        >
          添加{label}
        </Button>
      )}
    </div>
  );
}
