import { writeReportXlsx } from '@renderer/workers/export/write-xlsx';
import { describe, expect, it } from 'vitest';
import { sampleRow, sampleTable } from './sample-table';
import { readBack } from './xlsx-reader';

const written = async (...tables: Parameters<typeof sampleTable>[]) =>
  readBack(await writeReportXlsx(tables.map((table) => sampleTable(...table))));

describe('writeReportXlsx', () => {
  it('puts title, reporting line, heading, rows, total, memo and foot below each other', async () => {
    const book = await written([[sampleRow]]);
    expect(book.rows().map((row) => row.find((value) => value !== null))).toEqual([
      '清溪镇2026年样表',
      '填报单位（盖章）：中共清溪镇委员会',
      '序号',
      '统一社会信用代码',
      '电话',
      1,
      '合计',
      '附注：本表口径为正常经营单位。',
      '填报人：郭志',
    ]);
  });

  it('merges the title over all columns and the heading as it nests', async () => {
    const book = await written([[sampleRow]]);
    expect(new Set(book.merges())).toEqual(
      new Set([
        'A1:H1',
        'A2:D2',
        'E2:H2',
        'A3:A5',
        'B3:B5',
        'C3:F3',
        'C4:C5',
        'D4:E4',
        'F4:F5',
        'G3:G5',
        'H3:H5',
        'A8:H8',
        'A9:B9',
        'C9:E9',
        'F9:H9',
      ]),
    );
  });

  it('keeps codes and phones as text cells in text format', async () => {
    const book = await written([[sampleRow]]);
    expect(book.cell('C6')).toMatchObject({ t: 's', v: '913401230000000000', z: '@' });
    expect(book.cell('D6')).toMatchObject({ t: 's', v: '13800138000', z: '@' });
    expect(book.cell('E6')).toMatchObject({ t: 's', v: '2021年03月', z: '@' });
  });

  it('writes numbers and percentages as numbers with their format', async () => {
    const book = await written([[{ ...sampleRow, staff: 30, covered: 22 }]]);
    expect(book.cell('F6')).toMatchObject({ t: 'n', v: 30 });
    expect(book.cell('G6')).toMatchObject({ t: 'n', v: 0.733, z: '0.0%', w: '73.3%' });
    expect(book.cell('G7')).toMatchObject({ t: 'n', v: 0.733, z: '0.0%' });
  });

  it('writes no formula at all: totals are values', async () => {
    const book = await written([[sampleRow, { ...sampleRow, name: '=1+1' }]]);
    expect(book.sheetXml()).not.toContain('<f');
  });

  it('sets paper, orientation, fit to width and repeated heading rows', async () => {
    const book = await written([[sampleRow], { paper: 'A3' }], [[sampleRow], { sheetName: '样表(二)' }]);
    expect(book.sheetXml(0)).toMatch(/<pageSetup [^>]*paperSize="8"/);
    expect(book.sheetXml(1)).toMatch(/<pageSetup [^>]*paperSize="9"/);
    for (const sheet of [0, 1]) {
      expect(book.sheetXml(sheet)).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(book.sheetXml(sheet)).toMatch(/<pageSetup [^>]*orientation="landscape"/);
      expect(book.sheetXml(sheet)).toMatch(/<pageSetup [^>]*fitToWidth="1"/);
      expect(book.sheetXml(sheet)).toMatch(/<pageSetup [^>]*fitToHeight="0"/);
      expect(book.sheetXml(sheet)).toContain('第 &amp;P 页 / 共 &amp;N 页');
    }
    const titles = /<definedName name="_xlnm.Print_Titles" localSheetId="(\d)"[^>]*>([^<]*)</g;
    const found = [...book.workbookXml.matchAll(titles)].map((match) => [
      match[1],
      unescaped(match[2] ?? ''),
    ]);
    expect(found).toEqual([
      ['0', "'样表'!$3:$5"],
      ['1', "'样表(二)'!$3:$5"],
    ]);
  });

  it('freezes the heading and the first columns', async () => {
    const book = await written([[sampleRow]]);
    expect(book.sheetXml()).toMatch(/<pane xSplit="2" ySplit="5" topLeftCell="C6" state="frozen"/);
  });

  it('uses the official typefaces with a Chinese character set', async () => {
    const { stylesXml } = await written([[sampleRow]]);
    expect(stylesXml).toMatch(/<charset val="134"\/>.*<sz val="22"\/><name val="方正小标宋简体"\/>/);
    for (const name of ['宋体', '仿宋', '黑体']) expect(stylesXml).toContain(`<name val="${name}"/>`);
  });

  it('puts a line on all four sides of every cell of the table, also of empty and merged ones', async () => {
    const book = await written([[{ ...sampleRow, staff: null }]]);
    const bordered = [...book.sheetXml().matchAll(/<c r="([A-H][3-7])"[^>]* s="(\d+)"/g)];
    expect(bordered).toHaveLength(5 * 8);
  });

  it('gives a row with a long text the height of its lines', async () => {
    const long = { ...sampleRow, name: '安徽威达环保科技股份有限公司第二联合党支部委员会' };
    const book = await written([[sampleRow, long]]);
    expect(book.sheetXml()).toMatch(/<row r="7" ht="(3[0-9])"/);
    expect(book.sheetXml()).not.toMatch(/<row r="6" ht=/);
  });

  it.each([0, 1, 300])('writes a table of %i rows', async (count) => {
    const book = await written([Array.from({ length: count }, () => sampleRow)]);
    const rows = book.rows();
    expect(rows).toHaveLength(5 + Math.max(count, 1) + 3);
    expect(rows[5]?.[0]).toBe(count === 0 ? '无' : 1);
    expect(rows.at(-3)?.[5]).toBe(count * 120);
    if (count === 0) expect(book.merges()).toContain('A6:H6');
  });
});

const unescaped = (xml: string): string => xml.replaceAll('&apos;', "'").replaceAll('&amp;', '&');
