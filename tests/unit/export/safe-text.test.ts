import { writeReportXlsx } from '@renderer/workers/export/write-xlsx';
import { safeText } from '@shared/export/safe-text';
import { toCsv } from '@shared/export/to-csv';
import { toHtml } from '@shared/export/to-html';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRow, sampleTable } from './sample-table';
import { readBack } from './xlsx-reader';

describe('safeText', () => {
  it.each([
    '=1+1',
    '+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    ' =1',
    '\n=1',
    '＝1+1',
    '＠SUM',
    '=HYPERLINK("http://x")',
  ])('puts an apostrophe before %j', (text) => {
    expect(safeText(text)).toBe(`'${text}`);
  });

  it.each(['-5', '+3.5', '-12.50%', '—', '安徽-合肥', 'a=b', '2021年03月'])('leaves %j alone', (text) => {
    expect(safeText(text)).toBe(text);
  });

  it('drops what no file format can carry and keeps line breaks and rare characters', () => {
    expect(safeText('张\u0000三\u0007\u001B[31m\uFFFF')).toBe('张三[31m');
    expect(safeText('甲\r\n乙\r丙')).toBe('甲\n乙\n丙');
    expect(safeText('\uD800甲\uDC00𬭩')).toBe('甲𬭩');
    expect(safeText('\t=1+1')).toBe("'=1+1");
  });

  it('a sign a spreadsheet shows for an error stays text', () => {
    expect(safeText('#REF!')).toBe("'#REF!");
  });

  it('never leaves a formula, and a second pass changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = safeText(text);
        expect(safeText(safe)).toBe(safe);
        if (!/^[-+]?\d+(\.\d+)?%?$/.test(safe)) expect(safe).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});

describe('every writer neutralises what it prints', () => {
  const evil = '=HYPERLINK("http://x","点我")';
  const table = sampleTable([{ ...sampleRow, name: evil, phone: '+86 13800138000', founded: '@now' }], {
    title: evil,
    reportingUnit: '-2+3',
    memo: ['@memo'],
    foot: { filler: '=a', reviewer: null, phone: null },
  });

  it('as a workbook', async () => {
    const book = readBack(await writeReportXlsx([table]));
    const texts = book
      .rows()
      .flat()
      .filter((value) => typeof value === 'string');
    expect(texts).toContain(`'${evil}`);
    expect(texts).toContain("'+86 13800138000");
    expect(texts.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
  });

  it('as a text file', () => {
    const csv = toCsv(table);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"",""点我"")"`);
    expect(csv.split(/[,\r\n]+/).filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
  });

  it('as a page, with no markup from the data', () => {
    const html = toHtml(sampleTable([{ ...sampleRow, name: '<img src=x onerror=alert(1)>', code: '=1' }]));
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('&#39;=1');
  });

  it('keeps negative numbers numbers', async () => {
    const book = readBack(await writeReportXlsx([sampleTable([{ ...sampleRow, staff: -5 }])]));
    expect(book.cell('F6')).toMatchObject({ t: 'n', v: -5 });
  });
});
