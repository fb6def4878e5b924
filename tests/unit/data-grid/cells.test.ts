import { parseKind } from '@renderer/components/data-grid/cell-text';
import type { CellKind, ColumnFilter } from '@renderer/components/data-grid/grid-types';
import { readDay } from '@renderer/components/data-grid/read-day';
import { buildFilter, sortRows, totalsOf } from '@renderer/components/data-grid/row-pipeline';
import { describe, expect, it } from 'vitest';
import { columns, fruit } from './fixture';

const value = (kind: CellKind, text: string) => {
  const parsed = parseKind(kind, text);
  return parsed.isValid ? parsed.value : `!${parsed.problem}`;
};

describe('typed text', () => {
  it.each([
    ['2024年5月1日', '2024-05-01'],
    ['2024.5.1', '2024-05-01'],
    ['20240501', '2024-05-01'],
    ['2024/5', '2024-05'],
    ['２０２４', '2024'],
    ['2024-02-30', null],
    ['1', null],
    ['24-5-1', null],
  ])('reads the day %s as %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it('reads numbers with separators and full-width digits, and says why not otherwise', () => {
    expect(value({ type: 'number' }, ' 1，２３４．５ ')).toBe(1234.5);
    expect(value({ type: 'number', isInteger: true }, '3.5')).toContain('整数');
    expect(value({ type: 'number' }, '约50')).toContain('不是数字');
    expect(value({ type: 'number', min: 0 }, '-1')).toContain('不能小于');
  });

  it('treats blank as not filled in, never as 0 or no', () => {
    expect(value({ type: 'number' }, '  ')).toBeNull();
    expect(value({ type: 'flag' }, '')).toBeNull();
    expect(value({ type: 'flag' }, '无')).toBe(false);
    expect(value({ type: 'flag' }, '√')).toBe(true);
  });

  it('finds an option by a part of its label only when it is the only one', () => {
    const kind: CellKind = {
      type: 'choice',
      options: [
        { value: 'a', label: '党支部' },
        { value: 'b', label: '联合党支部' },
        { value: 'c', label: '党委' },
      ],
    };
    expect(value(kind, '党支部')).toBe('a');
    expect(value(kind, '联合')).toBe('b');
    expect(value(kind, '支部')).toContain('没有“支部”这一项');
  });

  it('reads several options separated as people separate them', () => {
    const kind: CellKind = {
      type: 'choices',
      options: [
        { value: 'a', label: '规上' },
        { value: 'b', label: '楼宇' },
      ],
    };
    expect(value(kind, '规上、楼宇；规上')).toEqual(['a', 'b']);
    expect(value(kind, '')).toEqual([]);
  });
});

describe('rows shown', () => {
  const rows = [
    fruit('梨', { kilos: 10, pickedOn: '2024', grade: 'first' }),
    fruit('苹果', { kilos: null, pickedOn: '2024-03-02', grade: null, isRipe: true }),
    fruit('橙', { kilos: 2.2, pickedOn: '2023-12', grade: 'top', isRipe: false }),
  ];
  const shown = (filters: Record<string, ColumnFilter>) =>
    rows.filter(buildFilter(columns, filters) ?? (() => true)).map((row) => row.id);

  it('sorts blanks last in both directions and choices in the order of their list', () => {
    const sorted = (columnId: string, isDescending: boolean) =>
      sortRows(rows, columns, [{ columnId, isDescending }]).map((row) => row.id);
    expect(sorted('kilos', false)).toEqual(['橙', '梨', '苹果']);
    expect(sorted('kilos', true)).toEqual(['梨', '橙', '苹果']);
    expect(sorted('grade', false)).toEqual(['橙', '梨', '苹果']);
  });

  it('filters by text, number, code, blank and filled', () => {
    expect(shown({ name: { type: 'contains', text: '果' } })).toEqual(['苹果']);
    expect(shown({ kilos: { type: 'range', min: 2.2, max: null } })).toEqual(['梨', '橙']);
    expect(shown({ grade: { type: 'oneOf', values: ['top', ''] } })).toEqual(['苹果', '橙']);
    expect(shown({ isRipe: { type: 'oneOf', values: ['no'] } })).toEqual(['橙']);
    expect(shown({ kilos: { type: 'blank' } })).toEqual(['苹果']);
    expect(shown({ kilos: { type: 'filled' }, grade: { type: 'oneOf', values: ['first'] } })).toEqual(['梨']);
    expect(shown({ gone: { type: 'blank' } })).toHaveLength(3);
  });

  it('counts a day known only to the year as anywhere in that year', () => {
    expect(shown({ pickedOn: { type: 'days', from: '2024-03-01', to: '2024-03-31' } })).toEqual([
      '梨',
      '苹果',
    ]);
    expect(shown({ pickedOn: { type: 'days', from: null, to: '2023-12-15' } })).toEqual(['橙']);
    expect(shown({ pickedOn: { type: 'days', from: '2024-03-03', to: null } })).toEqual(['梨']);
  });

  it('adds up what is filled in', () => {
    const totals = totalsOf([...rows, fruit('x', { kilos: 0.1 })], columns);
    expect(totals.get('kilos')).toBe('12.3');
    expect(totals.get('pickedOn')).toBe('3 项');
    expect(totals.has('name')).toBe(false);
  });
});
