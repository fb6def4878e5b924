/** Files as other programs write them: web pages saved as one file, UTF-16 without a mark, quotes left open. */
import { readCells } from '@renderer/workers/workbook/read-cells';
import { firstLook } from '@shared/import/model';
import { readWorkbook } from '@shared/import/read-workbook';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';

async function unitsIn(bytes: Uint8Array, fileName: string): Promise<unknown> {
  const cells = await readCells(bytes, fileName);
  expect(cells.problems).toEqual([]);
  return readWorkbook(cells, firstLook('2026-11-21')).sheets.map(({ units }) =>
    units.map(({ row, values }) => [row, values['name'], values['staff'] ?? null]),
  );
}
const rows = ['企业名称,从业人员,党员数', '甲木食品有限公司,12,3', '乙水机械有限公司,30,0'];
const both = [
  [2, '甲木食品有限公司', 12],
  [3, '乙水机械有限公司', 30],
];

describe('a web page saved as one file', () => {
  const cellsOf = (row: string): string => row.split(',').reduce((all, cell) => `${all}<td>${cell}</td>`, '');
  const html = `<html><body><table>${rows.map((row) => `<tr>${cellsOf(row)}</tr>`).join('')}</table></body></html>`;
  const page = (coding: string, content: string): string =>
    [
      'MIME-Version: 1.0',
      'X-Document-Type: Workbook',
      'Content-Type: multipart/related; boundary="----=_Part"',
      '',
      '------=_Part',
      'Content-Type: text/html; charset="utf-8"',
      '',
      '<html><frameset><frame src="a"></frameset></html>',
      '------=_Part',
      `Content-Transfer-Encoding: ${coding}`,
      'Content-Type: text/html; charset="utf-8"',
      '',
      content,
      '',
      '------=_Part--',
    ].join('\r\n');
  const quoted = [...strToU8(html)]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/.{72}/g, '$&=\r\n');
  it.each([
    ['8bit', html],
    ['base64', Buffer.from(html).toString('base64')],
    ['quoted-printable', quoted],
  ])('%s', async (coding, content) => {
    expect(await unitsIn(strToU8(page(coding, content)), '甲.xls')).toEqual([both]);
  });
  it('without a table is refused', async () => {
    const { problems } = await readCells(strToU8(page('8bit', '<p>请登录</p>')), '甲.xls');
    expect(problems.map(({ code }) => code)).toEqual(['file.notSpreadsheet']);
  });
});

describe('text', () => {
  it('UTF-16 without its mark', async () => {
    const bytes = new Uint8Array(Buffer.from(`${rows.join('\r\n')}\r\n`, 'utf16le'));
    expect(await unitsIn(bytes, '甲.csv')).toEqual([both]);
  });
  it('a quote that never ends, or ends where another cell begins, swallows no row', async () => {
    const open = [rows[0], `"${rows[1]}`, rows[2]].join('\n');
    expect(await unitsIn(strToU8(open), '甲.csv')).toEqual([both]);
    const later = [rows[0], `"${rows[1]}`, '"乙水机械有限公司",30,0'].join('\n');
    expect(await unitsIn(strToU8(later), '甲.csv')).toEqual([both]);
  });
  it.each([';', '\t', '|'])('%j between the cells', async (separator) => {
    const text = rows.map((row) => row.replace(/,/g, separator)).join('\r\n');
    expect(await unitsIn(strToU8(`\uFEFF${text}`), '甲.xls')).toEqual([both]);
  });
});
