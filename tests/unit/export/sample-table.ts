/** A small table with everything a writer has to carry: three heading rows, merges, every kind of column. */
import { buildTable } from '@shared/export/build-table';
import {
  codeColumn,
  dateColumn,
  figureColumn,
  group,
  serialColumn,
  sumColumn,
  textColumn,
  wordColumn,
} from '@shared/export/columns';
import type { ReportTable } from '@shared/export/report-model';

export interface SampleRow {
  readonly name: string;
  readonly code: string;
  readonly phone: string;
  readonly founded: string;
  readonly staff: number | null;
  readonly covered: number;
}

export const sampleRow: SampleRow = {
  name: '安徽清溪机械有限公司',
  code: '913401230000000000',
  phone: '13800138000',
  founded: '2021年03月',
  staff: 120,
  covered: 2,
};

export function sampleTable(rows: readonly SampleRow[], more: Partial<ReportTable> = {}): ReportTable {
  const staff = (all: readonly SampleRow[]) => all.reduce((sum, row) => sum + (row.staff ?? 0), 0);
  const covered = (all: readonly SampleRow[]) => all.reduce((sum, row) => sum + row.covered, 0);
  const table = buildTable<SampleRow>({
    frame: {
      code: 'F1',
      title: '清溪镇2026年样表',
      sheetName: '样表',
      paper: 'A4',
      orientation: 'landscape',
      reportingUnit: '中共清溪镇委员会',
      reportedOn: '2026-06-30',
      memo: ['附注：本表口径为正常经营单位。'],
      foot: { filler: '郭志', reviewer: null, phone: '0551-60000000' },
      frozenColumns: 2,
    },
    columns: [
      serialColumn(),
      textColumn('单位名称', 24, (row) => row.name),
      group('基本情况', [
        codeColumn('统一社会信用代码', 19, (row) => row.code),
        group('联系', [codeColumn('电话', 12, (row) => row.phone), dateColumn('成立', (row) => row.founded)]),
        sumColumn('从业人员', 6, (row) => row.staff),
      ]),
      figureColumn(
        '覆盖率',
        7,
        'percent',
        (all) => (staff(all) === 0 ? '—' : Math.round((covered(all) / staff(all)) * 1000) / 1000),
        {
          decimals: 1,
        },
      ),
      wordColumn('是否规上', 5, () => '√'),
    ],
    rows,
    rowId: (row) => row.code,
    hasTotal: true,
  });
  return { ...table, ...more };
}
