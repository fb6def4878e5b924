/** Between cell values and text: reading what was typed or pasted, showing, comparing. Pure. */
import { formatNumber } from '@shared/lib/format-number';
import { cleanText, squeeze } from '@shared/lib/text';
import { cellProblems } from './cell-problems';
import type { CellKind, CellOption, CellValue, GridColumn, ParsedCell } from './grid-types';
import { readDay } from './read-day';

const valid = (value: CellValue): ParsedCell => ({ isValid: true, value });
const invalid = (problem: string): ParsedCell => ({ isValid: false, problem });

export const isBlank = (value: CellValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

export const optionsOf = (kind: CellKind): readonly CellOption[] =>
  kind.type === 'choice' || kind.type === 'choices' ? kind.options : kind.type === 'flag' ? flagOptions : [];

export const flagOptions: readonly CellOption[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];

/** Values as the words a person reads; '' for 未填. */
export function textOf(kind: CellKind, value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((item) => labelOf(kind, item)).join('、');
  return typeof value === 'string' ? labelOf(kind, value) : '';
}

function labelOf(kind: CellKind, value: string): string {
  if (kind.type === 'choice' || kind.type === 'choices')
    return kind.options.find((option) => option.value === value)?.label ?? value;
  if (kind.type === 'lookup') return kind.lookup.labelOf(value) ?? '（已删除）';
  return value;
}

export function displayTextOf<R>(column: GridColumn<R>, row: R): string {
  const value = column.value(row);
  if (column.display !== undefined) return column.display(value, row);
  return typeof value === 'number' ? formatNumber(value) : textOf(column.kind, value);
}

/** Text for editing and the clipboard: whole numbers, unmasked, codes as text. */
export function editTextOf<R>(column: GridColumn<R>, row: R): string {
  const value = column.value(row);
  return column.editText === undefined ? textOf(column.kind, value) : column.editText(value, row);
}

export const isCellEditable = <R>(column: GridColumn<R>, row: R): boolean =>
  typeof column.isEditable === 'function' ? column.isEditable(row) : column.isEditable === true;

/** Blank text is 未填 for every kind. */
export function parseCell<R>(column: GridColumn<R>, text: string, row: R | null): ParsedCell {
  if (column.parse !== undefined) return column.parse(text, row);
  return parseKind(column.kind, text);
}

export function parseKind(kind: CellKind, text: string): ParsedCell {
  const trimmed = text.replace(/\r\n?/g, '\n').trim();
  if (trimmed === '') return valid(kind.type === 'choices' ? [] : null);
  switch (kind.type) {
    case 'text':
      return kind.maxLength !== undefined && trimmed.length > kind.maxLength
        ? invalid(cellProblems.tooLong(kind.maxLength))
        : valid(trimmed);
    case 'number':
      return parseNumber(kind, trimmed);
    case 'date':
      return parseDay(trimmed, kind.isPartial === true);
    case 'flag':
      return parseFlag(trimmed);
    case 'choice':
      return parseOption(kind.options, trimmed);
    case 'choices':
      return parseOptions(kind.options, trimmed);
    case 'lookup':
      return parseReference(kind.lookup.search(trimmed, 20), trimmed);
  }
}

function parseNumber(kind: Extract<CellKind, { type: 'number' }>, text: string): ParsedCell {
  const plain = squeeze(text).replace(/,/g, '');
  if (!/^[-+]?\d+(\.\d+)?$/.test(plain)) return invalid(cellProblems.notNumber(text));
  const value = Number(plain);
  if (kind.isInteger === true && !Number.isInteger(value)) return invalid(cellProblems.notInteger(text));
  if (kind.min !== undefined && value < kind.min) return invalid(cellProblems.tooSmall(kind.min));
  if (kind.max !== undefined && value > kind.max) return invalid(cellProblems.tooLarge(kind.max));
  return valid(value);
}

function parseDay(text: string, isPartial: boolean): ParsedCell {
  const day = readDay(text);
  if (isPartial) return day === null ? invalid(cellProblems.notPartialDay(text)) : valid(day);
  return day?.length === 10 ? valid(day) : invalid(cellProblems.notDay(text));
}

const yes = new Set(['是', '有', '√', '✓', '✔', 'y', 'yes', 'true', '1', '已']);
const no = new Set(['否', '无', '没有', '×', '✗', 'x', 'n', 'no', 'false', '0', '未']);

function parseFlag(text: string): ParsedCell {
  const plain = squeeze(text).toLowerCase();
  if (yes.has(plain)) return valid(true);
  if (no.has(plain)) return valid(false);
  return invalid(cellProblems.notFlag(text));
}

/** The whole label first, then a label that begins with or contains the text, if only one does. */
export function findOption(options: readonly CellOption[], text: string): CellOption[] {
  const plain = squeeze(text);
  const exact = options.filter((option) => squeeze(option.label) === plain || option.value === plain);
  if (exact.length > 0) return exact;
  return options.filter((option) => squeeze(option.label).includes(plain));
}

function parseOption(options: readonly CellOption[], text: string): ParsedCell {
  const [found, ...others] = findOption(options, text);
  if (found !== undefined && others.length === 0) return valid(found.value);
  return invalid(
    cellProblems.notOption(
      text,
      options.map((option) => option.label),
    ),
  );
}

function parseOptions(options: readonly CellOption[], text: string): ParsedCell {
  const values: string[] = [];
  for (const part of text.split(/[、,，;；\n]/)) {
    if (cleanText(part) === null) continue;
    const parsed = parseOption(options, part);
    if (!parsed.isValid) return parsed;
    if (typeof parsed.value === 'string') values.push(parsed.value);
  }
  return valid([...new Set(values)]);
}

function parseReference(found: readonly CellOption[], text: string): ParsedCell {
  const exact = found.filter((option) => squeeze(option.label) === squeeze(text) || option.value === text);
  const [first, ...others] = exact.length > 0 ? exact : found;
  if (first === undefined) return invalid(cellProblems.notFound(text));
  return others.length === 0 ? valid(first.value) : invalid(cellProblems.ambiguous(text, others.length + 1));
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Order of two filled values of one column; choices in the order of their list. Blanks are the caller's. */
export function compareValues(kind: CellKind, a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(b) - Number(a);
  if (kind.type === 'choice' && typeof a === 'string' && typeof b === 'string') {
    const rank = (value: string) => kind.options.findIndex((option) => option.value === value);
    return rank(a) - rank(b);
  }
  const [x, y] = [textOf(kind, a), textOf(kind, b)];
  // ISO days and codes need no collation, which is the slow part of sorting 20,000 rows.
  if (kind.type === 'date') return x < y ? -1 : x > y ? 1 : 0;
  return collator.compare(x, y);
}
