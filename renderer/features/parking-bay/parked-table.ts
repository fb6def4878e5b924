/** Parked edits as a sheet to send by other ways or to keep: one row per field that was typed. */
import { formatInstant } from '@renderer/data/format-value';
import { buildTable } from '@shared/export/build-table';
import { serialColumn, textColumn, wordColumn } from '@shared/export/columns';
import type { ReportTable } from '@shared/export/report-model';
import { chinaDayOf } from '@shared/lib/day';
import { outcomeText } from './parked-list';
import type { ParkedLine, ParkedView } from './parked-view';

interface Row {
  readonly view: ParkedView;
  readonly line: ParkedLine;
}

const title = '搁置箱清单';

/** @param office of the one who exports; empty leaves a blank @param at instant in UTC */
export function parkedTable(views: readonly ParkedView[], office: string, at: string): ReportTable {
  const rows = views.flatMap((view) => view.lines.map((line): Row => ({ view, line })));
  return buildTable<Row>({
    frame: {
      code: null,
      title,
      sheetName: title,
      paper: 'A4',
      orientation: 'landscape',
      reportingUnit: office,
      reportedOn: chinaDayOf(at),
      memo: [],
      foot: { filler: null, reviewer: null, phone: null },
      frozenColumns: 0,
    },
    columns: [
      serialColumn(),
      wordColumn('台账', 12, ({ view }) => view.tableLabel),
      textColumn('记录', 24, ({ view }) => view.title),
      textColumn('字段', 18, ({ line }) => line.label),
      textColumn('现在', 18, ({ line }) => line.now),
      textColumn('当时填的', 22, ({ line }) => line.typed),
      wordColumn('填写人', 10, ({ view }) => view.parked.edit.by),
      wordColumn('填写时间', 16, ({ view }) => formatInstant(view.parked.edit.at)),
      textColumn('县级没有收下的原因', 36, ({ view }) => view.parked.problemText),
      textColumn('处理情况', 18, ({ view }) => outcomeText(view)),
    ],
    rows,
    rowId: () => null,
    hasTotal: false,
  });
}
