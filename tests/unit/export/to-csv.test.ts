import * as xlsx from '@e965/xlsx';
import { toCsv } from '@shared/export/to-csv';
import { describe, expect, it } from 'vitest';
import { sampleRow, sampleTable } from './sample-table';

const rowsOf = (csv: string): unknown[][] => {
  const book = xlsx.read(csv, { type: 'string', raw: true });
  return xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1, defval: '' });
};

describe('toCsv', () => {
  it('starts with a byte order mark and ends every line with CRLF', () => {
    const csv = toCsv(sampleTable([sampleRow]));
    expect(csv.startsWith('\uFEFF清溪镇')).toBe(true);
    expect(csv.split('\r\n').at(-1)).toBe('');
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('heads each column with its whole path, in one row', () => {
    const rows = rowsOf(toCsv(sampleTable([sampleRow])));
    expect(rows[2]).toEqual([
      '序号',
      '单位名称',
      '基本情况-统一社会信用代码',
      '基本情况-联系-电话',
      '基本情况-联系-成立',
      '基本情况-从业人员',
      '覆盖率',
      '是否规上',
    ]);
    expect(rows[3]?.[0]).toBe('1');
  });

  it('quotes commas, quotes and line breaks so that another reader gets the text back', () => {
    const name = '甲,"乙"\n丙';
    expect(rowsOf(toCsv(sampleTable([{ ...sampleRow, name }])))[3]?.[1]).toBe(name);
  });

  it('keeps codes of digits and n/m texts from becoming other numbers or dates', () => {
    const csv = toCsv(sampleTable([{ ...sampleRow, founded: '12/9' }]));
    expect(csv).toContain('"913401230000000000\t"');
    expect(csv).toContain('"12/9\t"');
    expect(csv).toContain(',13800138000,');
  });

  it('prints percentages as percentages', () => {
    expect(rowsOf(toCsv(sampleTable([{ ...sampleRow, staff: 30, covered: 22 }])))[3]?.[6]).toBe('73.3%');
  });

  it('says 无 in an empty table', () => {
    const rows = rowsOf(toCsv(sampleTable([])));
    expect(rows[3]?.[0]).toBe('无');
    expect(rows[4]?.[0]).toBe('合计');
  });
});
