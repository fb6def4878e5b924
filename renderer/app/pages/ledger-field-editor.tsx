/** The ledger's own inputs for features that ask for single values of records. */
import type { CellValue } from '@renderer/components/data-grid/grid-types';
import type { FieldAddress, FieldEditor, FieldInputProps } from '@renderer/data/field-editor';
import { FieldInput } from '@renderer/features/ledger/fields/field-input';
import { kindOf, type Lookups } from '@renderer/features/ledger/fields/field-kind';
import { type FieldSpec, fieldSpec, specOfColumn } from '@renderer/features/ledger/fields/field-spec';
import { choiceOfVisitPlan, visitPlanOfChoice } from '@renderer/features/ledger/fields/visit-plan';
import { useLookups } from '@renderer/features/ledger/page/use-ledger-context';
import { isLedgerTable, tableModel } from '@renderer/features/ledger/tables/all-tables';
import { buildColumns } from '@renderer/features/ledger/tables/build-columns';
import { visitPlanSchema } from '@shared/domain/instructor';
import { schemaAt } from '@shared/domain/schema-path';
import { useMemo } from 'react';

const noLookup = { search: () => [], labelOf: () => null };
/** Enough to tell whether there is an input at all. */
const noLookups: Lookups = {
  units: noLookup,
  partyOrgs: noLookup,
  people: noLookup,
  rooms: noLookup,
  townships: noLookup,
  sites: noLookup,
  places: noLookup,
  industries: noLookup,
};

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function kindAt({ collection, kind, path }: FieldAddress, lookups: Lookups) {
  const { schema } = schemaAt(collection, kind, path);
  return schema === null ? null : kindOf(schema, lastOf(path), lookups);
}

/** A column of the table knows more than the schema: how codes, lists and names are read. */
function specOf(field: FieldAddress, label: string, lookups: Lookups): FieldSpec | null {
  const { collection, path } = field;
  const column = isLedgerTable(collection)
    ? buildColumns(tableModel(collection), { lookups, isRevealed: true }).find(({ id }) => id === path)
    : undefined;
  if (column !== undefined) return { ...specOfColumn(column), label };
  const kind = kindAt(field, lookups);
  return kind === null ? null : fieldSpec(path, label, kind);
}

function LedgerFieldInput(props: FieldInputProps) {
  const { collection, kind, path, label, value, onChange } = props;
  const lookups = useLookups();
  const spec = useMemo(
    () => specOf({ collection, kind, path }, label, lookups),
    [collection, kind, path, label, lookups],
  );
  if (spec === null) return null;
  const isVisitPlan = schemaAt(collection, kind, path).schema === visitPlanSchema;
  return (
    <FieldInput
      spec={spec}
      // Values of fields that have an input are what a cell holds; the schema says so.
      value={isVisitPlan ? choiceOfVisitPlan(value) : ((value ?? null) as CellValue)}
      onChange={(next) => onChange(isVisitPlan ? visitPlanOfChoice(next) : next)}
      {...(props.onUnreadable === undefined ? {} : { onUnreadable: props.onUnreadable })}
      error={props.error}
    />
  );
}

export const ledgerFieldEditor: FieldEditor = {
  canType: (field) => kindAt(field, noLookups) !== null,
  Input: LedgerFieldInput,
};
