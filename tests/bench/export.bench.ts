/** Export of the enterprise ledger (F1, 64 columns) at 10,000 rows beside the same cells as bare XML, deflated. */
import { writeReportXlsx } from '@renderer/workers/export/write-xlsx';
import { buildReport } from '@shared/export/report-definitions';
import type { ReportTable, ReportValue } from '@shared/export/report-model';
import { toCsv } from '@shared/export/to-csv';
import { strToU8, zipSync } from 'fflate';
import { buildDocument, usccOf } from '../support/build-documents';
import { inputOf, town } from '../unit/export/report-input-of';
import type { Bench, BenchResult } from './bench-result';
import { spread } from './bench-result';

const ROWS = 10_000;
const RUNS = 3;

function ledgerInput(rows: number) {
  const villages = Array.from({ length: 20 }, (_, i) =>
    buildDocument('orgUnits', { id: `v${i}`, name: `第${i + 1}村`, level: 'village', parentId: town }),
  );
  const township = buildDocument('orgUnits', {
    id: town,
    name: '清溪镇',
    level: 'township',
    parentId: 'county',
  });
  const units = Array.from({ length: rows }, (_, i) =>
    buildDocument('units', {
      id: `u${i}`,
      unitType: 'enterprise',
      name: `安徽恒远第${i}机械有限公司`,
      uscc: usccOf('91', i),
      townshipId: town,
      siteIds: [`v${i % 20}`],
      siteKind: 'other',
      operatingAddress: `清溪镇工业路${i}号`,
      ownership: 'private',
      revenueWan: 100 + i,
      staff: 20 + (i % 300),
      aboveScale: i % 3 === 0,
      contact: { name: null, phone: `138${String(10_000_000 + i)}` },
      status: 'operating',
      notBuiltReason: 'noMembers',
      declared: { members: i % 5, under35: i % 3 },
    }),
  );
  return inputOf({ orgUnits: [township, ...villages], units });
}

/** The least a workbook can be: one sheet of plain cells, no styles, texts in place. */
function bareWorkbook(table: ReportTable): Uint8Array {
  const cell = (value: ReportValue): string => {
    if (value === null) return '<c/>';
    return typeof value === 'number'
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  };
  const rows = table.rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  return zipSync({
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function run(): Promise<readonly BenchResult[]> {
  const input = ledgerInput(ROWS);
  const build: number[] = [];
  const write: number[] = [];
  const csv: number[] = [];
  const bare: number[] = [];
  // Interleaved, so that a busy machine slows all of them alike.
  for (let i = 0; i < RUNS; i++) {
    let table = buildReport('F1', { ...input, facts: new Map() });
    build.push(
      await timed(() => {
        table = buildReport('F1', input);
      }),
    );
    bare.push(await timed(() => bareWorkbook(table)));
    write.push(await timed(() => writeReportXlsx([table])));
    csv.push(await timed(() => toCsv(table)));
  }
  const limit = { what: '同样单元格的裸 XML 加 deflate', value: spread(bare).median };
  const result = (
    name: string,
    what: string,
    values: readonly number[],
    withLimit: boolean,
  ): BenchResult => ({
    name,
    what,
    unit: 'ms',
    value: spread(values).median,
    p95: null,
    limit: withLimit ? limit : null,
    target: withLimit ? 3 * limit.value : null,
  });
  return [
    result(`export.f1.xlsx.${ROWS}`, 'F1 写成 Excel 文件', write, true),
    result(`export.f1.build.${ROWS}`, 'F1 从台账算出表格', build, false),
    result(`export.f1.csv.${ROWS}`, 'F1 写成 CSV', csv, false),
  ];
}

export const bench: Bench = { name: '导出', run };
