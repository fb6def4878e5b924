/** Column filters as a person reads them, and the values a filter can choose from. Pure. */
import { formatNumber } from '@shared/lib/format-number';
import { isBlank, optionsOf, textOf } from './cell-text';
import type { CellOption, ColumnFilter, GridColumn } from './grid-types';

export type FilterStyle = 'contains' | 'range' | 'days' | 'oneOf';

export function filterStyleOf<R>({ kind }: GridColumn<R>): FilterStyle {
  if (kind.type === 'number') return 'range';
  if (kind.type === 'date') return 'days';
  return kind.type === 'text' ? 'contains' : 'oneOf';
}

/** Text on a chip: 从业人员 ≥ 50, 企业类型：私营企业、合作社. */
export function describeFilter<R>(column: GridColumn<R>, filter: ColumnFilter): string {
  const { label } = column;
  switch (filter.type) {
    case 'blank':
      return `${label}：未填`;
    case 'filled':
      return `${label}：已填`;
    case 'contains':
      return `${label} 含“${filter.text}”`;
    case 'range':
      return `${label} ${rangeText(numberText(filter.min), numberText(filter.max))}`;
    case 'days':
      return `${label} ${rangeText(filter.from, filter.to)}`;
    case 'oneOf':
      return `${label}：${labelsText(column, filter.values)}`;
  }
}

const numberText = (value: number | null): string | null => (value === null ? null : formatNumber(value));

function rangeText(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return from === to ? `= ${from}` : `${from} 至 ${to}`;
  return from === null ? `≤ ${to ?? ''}` : `≥ ${from}`;
}

function labelsText<R>(column: GridColumn<R>, values: readonly string[]): string {
  const labels = values.map((value) => labelOfCode(column, value));
  return labels.length > 3 ? `${labels.slice(0, 3).join('、')} 等 ${labels.length} 项` : labels.join('、');
}

function labelOfCode<R>({ kind }: GridColumn<R>, code: string): string {
  if (code === '') return '未填';
  return optionsOf(kind).find((option) => option.value === code)?.label ?? textOf(kind, code);
}

export interface CountedOption extends CellOption {
  readonly count: number;
}

/** Every value the column has in these rows with how often it occurs; fixed lists keep their order. */
export function countOptions<R>(rows: readonly R[], column: GridColumn<R>): CountedOption[] {
  const counts = new Map<string, number>();
  const add = (code: string) => counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const row of rows) {
    const value = column.value(row);
    if (isBlank(value)) add('');
    else if (Array.isArray(value)) value.forEach(add);
    else add(typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
  }
  const fixed = optionsOf(column.kind).map((option) => option.value);
  const codes = fixed.length > 0 ? [...fixed, ''] : [...counts.keys()];
  const counted = codes.map((value) => ({
    value,
    label: labelOfCode(column, value),
    count: counts.get(value) ?? 0,
  }));
  return fixed.length > 0
    ? counted.filter((option) => option.count > 0 || option.value !== '')
    : counted.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'zh-CN'));
}
