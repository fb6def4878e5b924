/** Bytes to cells: every format (H30), what cells carry (H9, H13, H20, H33), and files that cannot be read. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CFB, utils, write } from '@e965/xlsx';
import { findSizeProblem, maxFileBytes, readCells } from '@renderer/workers/workbook/read-cells';
import type { Cell, WorkbookCells } from '@shared/import/model';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { number, text, tinyXlsx } from './tiny-xlsx';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../fixtures/workbooks/${name}`, import.meta.url))));
const xlsxFile = '清溪镇非公企业党建工作台账.xlsx';
const xlsFile = '石桥镇两新组织底册.xls';

const cellIn = (cells: WorkbookCells, row: number, column: number, sheet = 0): Cell | null =>
  cells.sheets[sheet]?.rows[row - 1]?.[column] ?? null;
const codes = (cells: WorkbookCells): readonly string[] => cells.problems.map(({ code }) => code);

/** An .xls of one sheet, with a chance to change its Workbook stream. */
function xls(rows: unknown[][], change: (stream: Uint8Array) => Uint8Array = (stream) => stream): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '台账');
  const container = CFB.read(new Uint8Array(write(book, { type: 'array', bookType: 'biff8' })), {
    type: 'array',
  });
  const stream = CFB.find(container, 'Workbook')!;
  const fresh = CFB.utils.cfb_new();
  CFB.utils.cfb_add(fresh, '/Workbook', change(Uint8Array.from(stream.content)));
  return new Uint8Array(CFB.write(fresh, { type: 'array' }) as number[]);
}

describe('formats', () => {
  it.each([
    ['utf-8', new TextEncoder().encode('企业名称,电话\n甲木食品有限公司,013800138000\n')],
    ['utf-8', new TextEncoder().encode('\uFEFF企业名称;电话\r\n甲木食品有限公司;013800138000')],
    [
      'utf-16',
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(
          new Uint16Array([...'企业名称\t电话\n甲木食品有限公司\t013800138000'].map((c) => c.charCodeAt(0)))
            .buffer,
        ),
      ]),
    ],
  ] as const)('reads %s text with any separator and keeps digits as text', async (encoding, bytes) => {
    const cells = await readCells(bytes, '某乡.csv');
    expect(cells).toMatchObject({ encoding, format: 'csv', problems: [] });
    expect(cells.sheets[0]?.name).toBe('某乡');
    expect(cellIn(cells, 2, 1)).toEqual({ kind: 'text', value: '013800138000' });
  });

  it('reads GB18030 as Chinese Excel saves it', async () => {
    const cells = await readCells(fixture('柳河乡社会组织.csv'), '柳河乡社会组织.csv');
    expect([cells.encoding, cellIn(cells, 1, 0)?.value]).toEqual(['gb18030', '名称']);
  });

  it('gives two tables below each other on one sheet as two sheets', async () => {
    const units = '序号,企业名称,法定代表人,从业人员\n1,甲木食品有限公司,丁家宝,20\n';
    const people = '序号,姓名,性别,出生年月,民族,学历\n1,熊平,男,1970.5,汉,大专\n';
    const cells = await readCells(new TextEncoder().encode(`${units},,,\n${people}`), '某乡.csv');
    expect(cells.sheets.map(({ name }) => name)).toEqual(['某乡', '某乡（第2张表）']);
    expect(cellIn(cells, 5, 1, 1)?.value).toBe('熊平');
  });

  it('reads quoted cells with separators, quotes and line breaks', async () => {
    const cells = await readCells(new TextEncoder().encode('名称,备注\n"甲,""木""\n公司",x'), 'a.csv');
    expect(cellIn(cells, 2, 0)?.value).toBe('甲,"木"\n公司');
  });

  it('reads an HTML table under the name .xls, codes intact', async () => {
    const html =
      '<html><meta charset=gbk><table><tr><td>企业名称</td><td>代码</td></tr><tr><td>甲木食品有限公司</td><td>340123198503070014</td></tr></table>';
    const cells = await readCells(new TextEncoder().encode(html), '导出.xls');
    expect(cells.format).toBe('html');
    expect(cellIn(cells, 2, 1)?.value).toBe('340123198503070014');
  });

  it('reads .xls and its .et twin by content, whatever the name', async () => {
    const cells = await readCells(fixture(xlsFile), '改名.et');
    expect([cells.format, cells.sheets.map(({ name }) => name)]).toEqual([
      'xls',
      ['东山村', '西湖社区', '南塘村'],
    ]);
  });
});

describe('what cells carry', () => {
  const styles =
    '<fonts count="3"><font/><font><strike/><color rgb="FFFF0000"/></font><font><strike val="0"/><color theme="1"/></font></fonts>' +
    '<fills count="3"><fill/><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>' +
    '<cellXfs count="5"><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fillId="2"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>';
  const sheet =
    '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>' +
    `<row r="1">${text('A1', '划掉', 1)}${text('B1', '黑字', 2)}${text('C1', '黄底', 3)}</row>` +
    `<row r="2" hidden="1">${number('A2', 44256, 4)}${number('B2', 913401230000000000)}<c r="C2"><f>1/0</f><v></v></c></row>` +
    `<row r="3">${text('A3', ' ')}<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3"><f>4+5</f><v>9</v></c></row>` +
    '<row r="14006"><c r="AN14006" s="1"/></row></sheetData>';
  const file = (isDate1904 = false) =>
    tinyXlsx({
      sheets: [
        { name: '甲&amp;乙', xml: sheet },
        { name: '藏', xml: '<sheetData/>', state: 'hidden' },
      ],
      styles,
      isDate1904,
    });

  it('reads strike-through and colours from the styles', async () => {
    const cells = await readCells(file(), 'a.xlsx');
    expect(cellIn(cells, 1, 0)).toEqual({ kind: 'text', value: '划掉', isStruck: true, fontColor: 'FF0000' });
    expect(cellIn(cells, 1, 1)).toEqual({ kind: 'text', value: '黑字' });
    expect(cellIn(cells, 1, 2)).toMatchObject({ fillColor: 'FFFF00' });
  });
  it('reads hidden rows, columns and sheets', async () => {
    const { sheets } = await readCells(file(), 'a.xlsx');
    expect(sheets[0]).toMatchObject({ name: '甲&乙', hiddenRows: [2], hiddenColumns: [1], isHidden: false });
    expect(sheets[1]?.isHidden).toBe(true);
  });
  it('reads days of both date systems, flags damaged numbers, keeps results and errors of formulas', async () => {
    const cells = await readCells(file(), 'a.xlsx');
    expect(cellIn(cells, 2, 0)).toMatchObject({ kind: 'date', value: '2021-03-01', serial: 44256 });
    expect(cellIn(await readCells(file(true), 'a.xlsx'), 2, 0)?.value).toBe('2025-03-02');
    expect(cellIn(cells, 2, 1)).toMatchObject({ kind: 'number', isBeyondPrecision: true });
    expect(cellIn(cells, 3, 1)).toMatchObject({ kind: 'error', value: '#DIV/0!' });
    expect(cellIn(cells, 3, 2)).toMatchObject({ kind: 'number', value: 9, isFormula: true });
  });
  it('trims a bloated used range and blank cells by content', async () => {
    const { sheets } = await readCells(file(), 'a.xlsx');
    expect([sheets[0]?.rows.length, sheets[0]?.columnCount, sheets[1]?.rows.length]).toEqual([3, 3, 0]);
    expect(sheets[0]?.rows[2]?.[0]).toBeNull();
  });
  it('reads strike-through and colours of an .xls', async () => {
    const bytes = xls(
      [
        ['企业名称', '职工人数'],
        ['甲木食品有限公司', 5],
      ],
      (stream) => {
        const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
        for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true))
          if (view.getUint16(at, true) === 0x31) {
            view.setUint16(at + 6, view.getUint16(at + 6, true) | 0x08, true);
            view.setUint16(at + 8, 10, true);
          }
        return stream;
      },
    );
    expect(cellIn(await readCells(bytes, 'a.xls'), 2, 0)).toEqual({
      kind: 'text',
      value: '甲木食品有限公司',
      isStruck: true,
      fontColor: 'FF0000',
    });
  });
});

describe('files that cannot be read say why and give nothing', () => {
  const docx = zipSync({
    'word/document.xml': strToU8('<w:document/>'),
    '[Content_Types].xml': strToU8('<Types/>'),
  });
  const encryptedXlsx = (): Uint8Array => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptionInfo', new Uint8Array([4, 0, 4, 0]));
    CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(600));
    return new Uint8Array(CFB.write(container, { type: 'array' }) as number[]);
  };
  const encryptedXls = (): Uint8Array =>
    xls([['企业名称']], (stream) => {
      const bof = 4 + new DataView(stream.buffer, stream.byteOffset).getUint16(2, true);
      const filePass = [0x2f, 0, 6, 0, 0, 0, 0x12, 0x34, 0x56, 0x78];
      return new Uint8Array([...stream.subarray(0, bof), ...filePass, ...stream.subarray(bof)]);
    });
  const random = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + 13) % 256);

  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'file.empty'],
    ['a file of blanks', new TextEncoder().encode(' \r\n \n'), 'file.empty'],
    ['an encrypted .xlsx', encryptedXlsx(), 'file.encrypted'],
    ['an encrypted .xls', encryptedXls(), 'file.encrypted'],
    ['a Word document', docx, 'file.notSpreadsheet'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7 …'), 'file.notSpreadsheet'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'file.notSpreadsheet'],
    ['random bytes', random, 'file.notSpreadsheet'],
    [
      'running text',
      new TextEncoder().encode('这是一份通知。\n请各村于周五前报送。\n'),
      'file.notSpreadsheet',
    ],
    [
      'prose with commas',
      new TextEncoder().encode('通知，各村,\n请于周五前,把表,报来,\n另外,还有\n完。\n谢谢\n再见'),
      'file.notSpreadsheet',
    ],
    ['a web page', new TextEncoder().encode('<html><body><p>你好</p></body></html>'), 'file.notSpreadsheet'],
    [
      'a workbook of empty sheets',
      tinyXlsx({ sheets: [{ name: '空', xml: '<sheetData/>' }] }),
      'file.noContent',
    ],
  ])('%s', async (_, bytes, code) => {
    const cells = await readCells(bytes, '文件.xlsx');
    expect(codes(cells)).toEqual([code]);
    expect(cells.sheets).toEqual([]);
    expect(cells.problems[0]?.text).toMatch(/“文件\.xlsx”.*台账没有任何改动|都是空的/);
  });

  it.each([0.05, 0.3, 0.6, 0.9])('an .xlsx or .xls cut off at %d', async (share) => {
    for (const name of [xlsxFile, xlsFile]) {
      const whole = fixture(name);
      const cells = await readCells(whole.subarray(0, Math.floor(whole.length * share)), name);
      expect(codes(cells)).toEqual(['file.damaged']);
    }
  });

  it('a file cut anywhere is refused or read whole, never in part', async () => {
    const whole = fixture(xlsFile);
    const { sheets } = await readCells(whole, xlsFile);
    for (let length = 500; length < whole.length; length += 611) {
      const cut = await readCells(whole.subarray(0, length), xlsFile);
      expect(cut.sheets.length === 0 || JSON.stringify(cut.sheets) === JSON.stringify(sheets)).toBe(true);
    }
  });

  it('is refused by its size alone', () => {
    expect(findSizeProblem('大.xlsx', 200 * 1024 * 1024)?.code).toBe('file.tooLarge');
    expect(findSizeProblem('大.xlsx', maxFileBytes)).toBeNull();
  });
});
