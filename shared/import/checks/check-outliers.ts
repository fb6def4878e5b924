/** Amounts typed in 元 into a column of 万元 stand out by a factor near 10 000 (H17). */
import { importProblems as problems } from '@shared/problems/import-problems';
import { labelOf } from '../columns/field-catalogue';
import { fixOf } from '../fixes';
import type { ImportProblem } from '../model';
import { cellOf, columnOf, type ParsedSheet } from '../parsed-rows';
import { atCell } from '../place';
import { textOf } from '../sheet-view';

const fields = ['unit.revenueWan', 'unit.declared.fundsWan', 'room.investWan'];
/** Alone in its column, only a figure no township firm reaches is doubted: 100 亿元. */
const incredibleWan = 1_000_000;

export function checkOutliers(sheet: ParsedSheet): readonly ImportProblem[] {
  return fields.flatMap((field) => {
    const column = columnOf(sheet, field);
    if (column === null) return [];
    const amounts = sheet.rows.flatMap(({ row, values }) => {
      const value = values[field];
      return typeof value === 'number' && value > 0 ? [{ row, value }] : [];
    });
    const typical = median(amounts.map(({ value }) => value));
    return amounts
      .filter(({ value }) => isInYuan(value, typical, amounts.length))
      .map(({ row, value }) => {
        const cell = cellOf(sheet, row, field);
        const proposed = Math.round(value) / 10_000;
        const found = cell === null ? String(value) : textOf(cell);
        const problem = problems.unitFactor({ found, label: labelOf(field), proposed }, field);
        return atCell(row, column, cell, problem, {
          choices: [fixOf(field, proposed), fixOf(field, value, '原数无误')],
        });
      });
  });
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

function isInYuan(value: number, typical: number, count: number): boolean {
  if (count < 5) return value >= incredibleWan;
  const scaled = value / 10_000;
  return value >= typical * 300 && scaled >= typical / 300 && scaled <= typical * 100;
}
