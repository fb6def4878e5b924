/** One field of a form, whatever record or entry it belongs to. */
import { parseKind } from '@renderer/components/data-grid/cell-text';
import type { CellKind, GridColumn, ParsedCell } from '@renderer/components/data-grid/grid-types';
import { isRequired } from '../tables/build-columns';
import type { LedgerRow } from '../tables/table-model';

export interface FieldSpec {
  readonly path: string;
  readonly label: string;
  readonly kind: CellKind;
  readonly isRequired: boolean;
  readonly parse: (text: string) => ParsedCell;
  /** Takes a whole line of the form. */
  readonly isWide: boolean;
  readonly isLong: boolean;
}

const longTexts = new Set(['remarks', 'buildProgress', 'statusReason', 'findings', 'note', 'content']);
const wideTexts = new Set([
  'name',
  'operatingAddress',
  'registeredAddress',
  'address',
  'formerNames',
  'superiorName',
]);

export function fieldSpec(
  path: string,
  label: string,
  kind: CellKind,
  parse?: FieldSpec['parse'],
): FieldSpec {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const isLong = longTexts.has(name);
  return {
    path,
    label,
    kind,
    isRequired: isRequired(path),
    parse: parse ?? ((text) => parseKind(kind, text)),
    isWide: isLong || wideTexts.has(name) || kind.type === 'lookup' || kind.type === 'choices',
    isLong,
  };
}

export const specOfColumn = ({ id, label, kind, parse }: GridColumn<LedgerRow>): FieldSpec =>
  fieldSpec(id, label, kind, parse === undefined ? undefined : (text) => parse(text, null));
