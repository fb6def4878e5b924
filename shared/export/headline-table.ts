/** 主要指标 as a table to take away: rates with their parts and numbers of units in columns of their own. */
import { type HeadlineRow, headlineTexts } from '@shared/insights/headline';
import type { TakenCell, TakenTable } from './chart-table';
import { NONE } from './report-model';

/** @param against what the change is against, in words */
export function headlineTable(
  rows: readonly HeadlineRow[],
  decimals: number,
  against: string,
): Pick<TakenTable, 'columns' | 'rows'> {
  return {
    columns: ['指标', '本期', '本期户数', against, `${against}户数`, '变化'],
    rows: rows.map((row) => ({
      key: row.id,
      name: row.label,
      cells: [
        ...dayCells(row, row.now, decimals),
        ...dayCells(row, row.before, decimals),
        { text: row.change.short },
      ],
    })),
  };
}

function dayCells(row: HeadlineRow, figure: HeadlineRow['before'], decimals: number): TakenCell[] {
  if (figure === null) return [{ text: NONE }, { text: NONE }];
  if (row.isCount) return [{ text: NONE }, { text: String(figure.numerator) }];
  return [{ text: headlineTexts(row, figure, decimals).value, counted: figure }, { text: NONE }];
}
