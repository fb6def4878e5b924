/** The targets as a sheet of paper. */
import { printHtml } from '@renderer/platform/print-html';
import { buildTable } from '@shared/export/build-table';
import { dateColumn, serialColumn, textColumn, wordColumn } from '@shared/export/columns';
import { toHtml } from '@shared/export/to-html';
import { formatFraction } from '@shared/figures/format-rate';
import { actualText, stateText, valueText } from '@shared/insights/target-words';
import type { TargetRow } from './target-rows';

interface Sheet {
  readonly office: string;
  readonly place: string;
  readonly asOf: string;
  readonly decimals: number;
  readonly months: number;
}

export function printTargets(
  rows: readonly TargetRow[],
  { office, place, asOf, decimals, months }: Sheet,
): void {
  const amount = (value: number | null, { metric }: TargetRow) => valueText(value, metric, decimals);
  const table = buildTable<TargetRow>({
    frame: {
      code: null,
      title: `${place}${asOf.slice(0, 4)}年度目标进度表`,
      sheetName: '年度目标进度表',
      paper: 'A4',
      orientation: 'landscape',
      reportingUnit: office,
      reportedOn: asOf,
      memo: [`应达进度按上年末到时限匀速计算，期末预测按近 ${months} 个月的速度推算。`],
      foot: { filler: null, reviewer: null, phone: null },
      frozenColumns: 0,
    },
    columns: [
      serialColumn(),
      textColumn('单位', 18, (row) => row.placeName),
      textColumn('指标', 22, (row) => row.metric.label),
      wordColumn('现状', 12, (row) => actualText(row, decimals)),
      wordColumn('分子/分母', 12, (row) => formatFraction(row.figure)),
      wordColumn('目标', 10, (row) => amount(row.target.target, row)),
      wordColumn('应达进度', 12, (row) => amount(row.pace.expected, row)),
      wordColumn('期末预测', 12, (row) => amount(row.pace.forecast, row)),
      wordColumn('状态', 14, (row) => stateText(row.pace.state)),
      dateColumn('时限', (row) => row.target.dueOn),
    ],
    rows,
    rowId: ({ target }) => target.id,
    hasTotal: false,
  });
  printHtml(toHtml(table), table.title).catch(() => {});
}
