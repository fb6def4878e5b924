/** Files that arrive broken, disguised or hostile: one sentence each, never an exception, never half a ledger. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCells } from '@renderer/workers/workbook/read-cells';
import { firstLook } from '@shared/import/model';
import { readWorkbook } from '@shared/import/read-workbook';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Seeded, seeded } from '../../support/office-workbooks/seeded';

const folder = fileURLToPath(new URL('../../fixtures/workbooks/', import.meta.url));
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(folder + name));
const xlsx = fixture('清溪镇非公企业党建工作台账.xlsx');
const xls = fixture('石桥镇两新组织底册.xls');
const csv = fixture('柳河乡社会组织.csv');
const codesOf = async (bytes: Uint8Array, name: string): Promise<readonly string[]> =>
  (await readCells(bytes, name)).problems.map(({ code }) => code);

/** States another size for every part of the given one, in both places where a zip states it. */
function restate(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const view = new DataView(Uint8Array.from(bytes).buffer);
  for (let at = 0; at + 4 <= bytes.length; at++)
    if (view.getUint32(at, true) === from) view.setUint32(at, to, true);
  return new Uint8Array(view.buffer);
}

describe('archives that lie about themselves', () => {
  const parts = unzipSync(xlsx);
  const sheet = 'xl/worksheets/sheet1.xml';
  const blown = new Uint8Array(3_333_333).fill(32);
  it('refuses what would unpack to gigabytes without unpacking it', async () => {
    const bomb = restate(zipSync({ ...parts, [sheet]: blown }), blown.length, 3_000_000_000);
    expect(await codesOf(bomb, 'a.xlsx')).toEqual(['file.tooLargeUnpacked']);
  });
  it('does not unpack more than a part said it would', async () => {
    const bomb = restate(zipSync({ ...parts, [sheet]: blown }), blown.length, 1000);
    expect(await codesOf(bomb, 'a.xlsx')).toEqual(['file.damaged']);
  });
  it('reads a workbook with large pictures', async () => {
    const image = new Uint8Array(2_222_222).fill(7);
    const full = restate(zipSync({ ...parts, 'xl/media/image1.png': image }), image.length, 2_000_000_000);
    expect(await codesOf(full, 'a.xlsx')).toEqual([]);
  });
  it('refuses a part whose checksum is wrong, though it unpacks', async () => {
    const stored = zipSync(parts, { level: 0 });
    const name = strToU8('恒远佳');
    const at = stored.findIndex((_, i) => name.every((byte, j) => stored[i + j] === byte));
    stored.set(strToU8('恒远嘉'), at);
    expect(await codesOf(stored, 'a.xlsx')).toEqual(['file.damaged']);
  });
});

describe('files under another name', () => {
  it.each([
    ['xlsx named .xls', xlsx, '甲.xls', 'xlsx'],
    ['xlsx named .csv', xlsx, '甲.csv', 'xlsx'],
    ['xls named .xlsx', xls, '甲.xlsx', 'xls'],
    ['csv named .xlsx', csv, '甲.xlsx', 'csv'],
  ] as const)('%s is read as what it is', async (_, bytes, name, format) => {
    const read = await readCells(bytes, name);
    expect([read.format, read.problems]).toEqual([format, []]);
  });
  it('a letter, a login page and data of a program are no tables', async () => {
    const texts = [
      '各村：\n请于周五前报送。\n联系人：王某',
      '<html><p>请登录</p></html>',
      '{"a":1,\n"b":2}\n',
    ];
    for (const text of texts) expect(await codesOf(strToU8(text), 'a.xls')).toEqual(['file.notSpreadsheet']);
  });
});

/** Cut short, or some bytes replaced. */
function damage(bytes: Uint8Array, random: Seeded): Uint8Array {
  if (random.chance(0.5)) return bytes.slice(0, 1 + random.below(bytes.length));
  const damaged = bytes.slice();
  for (let i = 1 + random.below(20); i > 0; i--) damaged[random.below(bytes.length)] = random.below(256);
  return damaged;
}

describe.each([
  ['xlsx', xlsx],
  ['xls', xls],
  ['csv', csv],
])('a damaged .%s', (extension, bytes) => {
  it('gives one sentence or is read, and never throws or hangs', async () => {
    const random = seeded(11);
    for (let i = 0; i < 25; i++) {
      const cells = await readCells(damage(bytes, random), `甲.${extension}`);
      expect(cells.problems.length).toBe(cells.sheets.length > 0 ? 0 : 1);
      readWorkbook(cells, firstLook('2026-11-21'));
    }
  });
});

describe('a stray cell at the far end of a sheet', () => {
  it.each(['XFD3', 'A1048576', 'XFD1048576'])(
    '%s costs little and changes nothing',
    async (address) => {
      const parts = unzipSync(xlsx);
      const path = 'xl/worksheets/sheet1.xml';
      const row = address.replace(/\D/g, '');
      const stray = `<row r="${row}"><c r="${address}"><v>1</v></c></row></sheetData>`;
      const xml = new TextDecoder().decode(parts[path]).replace('</sheetData>', stray);
      const cells = await readCells(zipSync({ ...parts, [path]: strToU8(xml) }), '甲.xlsx');
      expect(readWorkbook(cells, firstLook('2026-11-21')).sheets[0]?.units).toHaveLength(45);
    },
    30_000,
  );
});
