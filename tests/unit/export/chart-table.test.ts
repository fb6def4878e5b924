import { chartTable, type TakenTable } from '@shared/export/chart-table';
import { toCsv } from '@shared/export/to-csv';
import { describe, expect, it } from 'vitest';
import { writeReportXlsx } from '../../../renderer/workers/export/write-xlsx';
import { readBack } from './xlsx-reader';

const taken: TakenTable = {
  title: '各乡镇（街道）',
  note: '组织覆盖率由低到高',
  place: '青澜县',
  asOf: '2026-06-30',
  source: '本机台账即时计算',
  columns: ['名称', '组织覆盖率', '空白点（户）', '备注'],
  rows: [
    {
      key: 'a',
      name: '柳湾乡',
      cells: [
        { text: '73.3%', counted: { numerator: 22, denominator: 30 } },
        { text: '2' },
        { text: '=1+1' },
      ],
    },
    {
      key: 'b',
      name: '安徽威达环保科技产业园区街道办事处',
      cells: [{ text: '—', counted: { numerator: 0, denominator: 0 } }, { text: '0' }, { text: '-' }],
    },
  ],
};

describe('the table of a chart', () => {
  const table = chartTable(taken);

  it('splits a rate into rate, numerator and denominator, and keeps counts as numbers', () => {
    expect(table.columns.map(({ path }) => path.join('-'))).toEqual([
      '名称',
      '组织覆盖率-比率',
      '组织覆盖率-分子',
      '组织覆盖率-分母',
      '空白点（户）',
      '备注',
    ]);
    expect(table.rows).toEqual([
      ['柳湾乡', 0.733, 22, 30, 2, '=1+1'],
      ['安徽威达环保科技产业园区街道办事处', '—', 0, 0, 0, '-'],
    ]);
  });

  it('says place, day, note and source in the text file, runs nothing and names no one to sign', () => {
    const lines = toCsv(table).slice(1).split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['青澜县各乡镇（街道）', '范围：青澜县,时点：2026年6月30日']);
    expect(lines[3]).toBe("柳湾乡,73.3%,22,30,2,'=1+1");
    expect(lines.slice(5)).toEqual(['说明：组织覆盖率由低到高', '数据来源：本机台账即时计算', '']);
  });

  it('is numbers and percentages for whoever opens the workbook', async () => {
    const book = readBack(await writeReportXlsx([table]));
    const rows = book.rows();
    expect(rows.map((row) => row[0])).toContain('柳湾乡');
    const row = rows.find(([name]) => name === '柳湾乡');
    expect(row?.slice(1)).toEqual([0.733, 22, 30, 2, "'=1+1"]);
    expect(rows.flat()).not.toContain('填报人：');
  });

  it('has no rate column where nothing is a rate, and says 无 where there are no rows', () => {
    const empty = chartTable({ ...taken, title: '青澜县2026年目标', rows: [] });
    expect(empty.title).toBe('青澜县2026年目标');
    expect(empty.columns).toHaveLength(4);
    expect(toCsv(empty)).toContain('\r\n无,,,\r\n');
  });
});
