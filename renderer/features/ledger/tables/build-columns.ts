/** Grid columns of a table: fields of the model with their own labels and kinds, and derived columns. */
import { parseKind } from '@renderer/components/data-grid/cell-text';
import type { CellKind, CellValue, GridColumn, ParsedCell } from '@renderer/components/data-grid/grid-types';
import type { FieldMeta } from '@shared/domain/define';
import { maskText } from '@shared/domain/mask-text';
import { parseIndustry } from '@shared/identifiers/industry';
import { cleanText } from '@shared/lib/text';
import { fieldAt, type Lookups } from '../fields/field-kind';
import { normalizeIdentifier } from '../fields/normalize-identifier';
import type { ColumnSpec, FieldColumn, LedgerDocumentOf, LedgerRow, TableModel } from './table-model';

export interface ColumnOptions {
  readonly lookups: Lookups;
  /** Numbers of people are shown in full. */
  readonly isRevealed: boolean;
}

type Column = GridColumn<LedgerRow>;

/** First the columns of the table in their order, then every other field of its groups, hidden. */
export function buildColumns(model: TableModel, options: ColumnOptions): Column[] {
  // A model's own columns only ever read rows of its own table.
  const specs = model.columns as readonly ColumnSpec<LedgerDocumentOf>[];
  const named = specs.flatMap((spec) =>
    'path' in spec ? (fieldColumn(model, spec, options) ?? []) : { ...spec },
  );
  const used = new Set(named.map((column) => column.id));
  const rest = model.groups.flatMap((group) =>
    group.paths
      .filter((path) => !used.has(path))
      .flatMap((path) => fieldColumn(model, { path }, options) ?? [])
      .map((column) => ({ ...column, isHiddenAtFirst: true })),
  );
  return [...named, ...rest];
}

const widths: Readonly<Record<CellKind['type'], number>> = {
  text: 140,
  number: 92,
  date: 104,
  choice: 120,
  choices: 140,
  flag: 84,
  lookup: 150,
};

function fieldColumn(model: TableModel, spec: FieldColumn, options: ColumnOptions): Column | null {
  const { path } = spec;
  const field = fieldAt(model.table, path, options.lookups);
  if (field === null) return null;
  const { meta, kind } = field;
  const group = model.groups.find(({ paths }) => paths.includes(path))?.label;
  return {
    id: path,
    label: labelOf(meta),
    kind,
    isEditable: true,
    width: spec.width ?? widths[kind.type],
    value: readerOf(path),
    ...(group === undefined ? {} : { group }),
    ...(spec.isPinnedAtFirst === true ? { isPinnedAtFirst: true } : {}),
    ...(spec.isLink === true ? { isLink: true } : {}),
    ...(spec.hasTotal === true ? { total: 'sum' as const } : {}),
    ...parsing(path, meta, kind),
    ...masking(meta, options.isRevealed),
  };
}

export const labelOf = ({ label, measure }: FieldMeta): string =>
  measure === undefined || measure === '人' || measure === '个' || measure === '次'
    ? label
    : `${label}（${measure}）`;

/** Reads a dotted path without splitting it again for each of 20,000 rows; lists of texts are joined. */
function readerOf(path: string): (row: LedgerRow) => CellValue {
  const keys = path.split('.');
  return ({ document }) => {
    let current: unknown = document;
    for (const key of keys) {
      if (typeof current !== 'object' || current === null) return null;
      // Documents are plain data; the schema says what the value is.
      current = (current as Readonly<Record<string, unknown>>)[key];
    }
    return (current ?? null) as CellValue;
  };
}

function masking(meta: FieldMeta, isRevealed: boolean): Partial<Column> {
  const { sensitivity } = meta;
  if (isRevealed || (sensitivity !== 'idNo' && sensitivity !== 'phone')) return {};
  return { display: (value) => (typeof value === 'string' ? maskText(value, sensitivity) : '') };
}

/** Names a record cannot be without. */
const required = new Set(['name', 'unitType', 'status', 'townshipId', 'role', 'stage', 'level', 'topic']);

/** Text rules beyond what the kind of the field says. */
function parsing(path: string, meta: FieldMeta, kind: CellKind): Partial<Column> {
  if (path === 'industryCode') return { parse: parseIndustryCell };
  if (path === 'formerNames' || path === 'aliases' || path === 'functions')
    return { parse: (text) => ({ isValid: true, value: splitList(text) }) };
  if (path === 'name') return { parse: (text) => parseName(text, meta.label) };
  if (required.has(path)) return { parse: (text) => parseRequired(text, meta.label, kind) };
  const normalize = normalizeIdentifier(path);
  return normalize === null ? {} : { parse: (text) => ({ isValid: true, value: normalize(text) }) };
}

export const isRequired = (path: string): boolean => required.has(path);

export const splitList = (text: string): string[] =>
  text.split(/[、,，;；\n]/).flatMap((part) => cleanText(part) ?? []);

function parseName(text: string, label: string): ParsedCell {
  const value = cleanText(text);
  return value === null ? { isValid: false, problem: `${label}不能为空。` } : { isValid: true, value };
}

const parseRequired = (text: string, label: string, kind: CellKind): ParsedCell =>
  cleanText(text) === null ? { isValid: false, problem: `${label}不能为空。` } : parseKind(kind, text);

function parseIndustryCell(text: string): ParsedCell {
  const { value, problems } = parseIndustry(text);
  const [problem] = problems;
  if (value === null && problem !== undefined) return { isValid: false, problem: problem.text };
  return { isValid: true, value };
}
