import { formatHtmlTable, formatTsv, parseTsv } from '@renderer/components/data-grid/tsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('clipboard text', () => {
  it('keeps line breaks, tabs and doubled quotes inside quoted cells', () => {
    expect(parseTsv('甲\t"第一行\n第二行"\t"他说""好"""\r\n乙\t2\t"a\tb"\r\n')).toEqual([
      ['甲', '第一行\n第二行', '他说"好"'],
      ['乙', '2', 'a\tb'],
    ]);
  });

  it('treats a quote that does not close before a separator as text', () => {
    expect(parseTsv('"红旗"支部\t1')).toEqual([['"红旗"支部', '1']]);
    expect(parseTsv('5" 管\t"未闭合')).toEqual([['5" 管', '"未闭合']]);
  });

  it('keeps empty cells and inner empty rows but not the trailing line break', () => {
    expect(parseTsv('\t\t\n\nx')).toEqual([['', '', ''], [''], ['x']]);
    expect(parseTsv('x\n')).toEqual([['x']]);
  });

  it('reads back every block it writes', () => {
    const block = fc.array(fc.array(fc.stringMatching(/^[甲a"\t\n ]*$/), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseTsv(formatTsv(cells))).toEqual(cells);
      }),
      { seed: 20261101 },
    );
  });

  it('marks HTML cells as text so that long codes survive in Excel', () => {
    expect(formatHtmlTable([['91340<1&"x', 'a\nb']])).toBe(
      '<table><tr><td style=\'mso-number-format:"\\@"\'>91340&lt;1&amp;&quot;x</td><td style=\'mso-number-format:"\\@"\'>a<br>b</td></tr></table>',
    );
  });
});
