/**
 * An enterprise ledger (three heading rows) as some other office would keep it: its own words for the headings,
 * its own order of groups, title and blank rows above, villages merged down the side, subtotals, a footer, and a
 * dozen messes each on a random row. The truth is computed here, independently of the importer.
 */
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { type Firm, inventFirmRecord, truthOf } from './firm';
import { inventName } from './invented';
import { columnGroups, type Leaf, type Style } from './ledger-columns';
import { type Mess, messes } from './ledger-messes';
import { type Seeded, seeded } from './seeded';
import type { OfficeWorkbook, TrueProblem, TrueRecord } from './truth';

class Ledger {
  readonly rows: CellValue[][] = [];
  readonly merges: NonNullable<WriteSheet['merges']> = [];
  readonly cells: NonNullable<WriteSheet['cells']> = new Map();
  readonly hidden: NonNullable<WriteSheet['rowDefs']> = new Map();
  readonly units: TrueRecord[] = [];
  readonly skipped: number[] = [];
  readonly problems: TrueProblem[] = [];

  add(values: readonly CellValue[]): number {
    return this.rows.push([...values]);
  }
  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right)
      this.merges.push({ startRow: top - 1, startCol: left, endRow: bottom - 1, endCol: right });
  }
  strike(row: number, width: number): void {
    for (let column = 0; column < width; column++)
      this.cells.set(`${row - 1},${column}`, {
        style: { font: { strikethrough: true, color: { rgb: 'FF0000' } } },
      });
  }
}

/** Heading rows top-down; equal neighbours merge sideways, a short path merges down. */
function writeHeading(ledger: Ledger, paths: readonly (readonly string[])[]): number[] {
  const depth = Math.max(...paths.map((path) => path.length));
  const first = ledger.rows.length + 1;
  for (let level = 0; level < depth; level++)
    ledger.add(
      paths.map((path, i) => (samePrefix(path, paths[i - 1], level) ? null : (path[level] ?? null))),
    );
  paths.forEach((path, column) => {
    if (path.length < depth) ledger.merge(first + path.length - 1, column, first + depth - 1, column);
    for (let level = 0; level < path.length - 1; level++) {
      if (samePrefix(path, paths[column - 1], level)) continue;
      let last = column;
      while (samePrefix(path, paths[last + 1], level)) last++;
      ledger.merge(first + level, column, first + level, last);
    }
  });
  return Array.from({ length: depth }, (_, i) => first + i);
}
const samePrefix = (a: readonly string[], b: readonly string[] | undefined, level: number): boolean =>
  b !== undefined && level < a.length - 1 && a.slice(0, level + 1).every((part, i) => part === b[i]);

export async function enterpriseLedger(seed: number): Promise<OfficeWorkbook> {
  const random = seeded(seed);
  const ledger = new Ledger();
  const [basic = [], ...others] = columnGroups(random);
  const leaves = [basic, ...random.shuffle(others)].flat();
  const lead = [['序号'], [random.pick(['单位', '所属村(社区)', '村（社区）'])]];
  const paths = [...lead, ...leaves.map((leaf) => leaf.path)];
  const style = random.pick<Style>([
    { tick: '√', yes: '是', no: '否' },
    { tick: '✓', yes: '有', no: '无' },
    { tick: '√', yes: '√', no: '×' },
  ]);

  ledger.add(['云岭镇非公有制企业党建工作台账']);
  ledger.merge(1, 0, 1, paths.length - 1);
  if (random.chance(0.6))
    ledger.add(['填报单位(盖章)：中共云岭镇委员会', ...Array(8).fill(null), '填报时间：2026年9月30日']);
  for (let i = random.below(3); i > 0; i--) ledger.add([]);
  const headerRows = writeHeading(ledger, paths);
  const planned = random.shuffle(messes).slice(0, 10 + random.below(6));
  writeVillages(ledger, random, leaves, style, [...planned]);
  if (random.chance(0.5)) ledger.add([]);
  ledger.skipped.push(
    ledger.add([`填报人：${inventName(random)}`, ...Array(6).fill(null), `审核人：${inventName(random)}`]),
  );

  const sheet: WriteSheet = {
    name: '非公企业',
    rows: ledger.rows,
    merges: ledger.merges,
    cells: ledger.cells,
    rowDefs: ledger.hidden,
  };
  return {
    fileName: `云岭镇非公企业台账-${seed}.xlsx`,
    bytes: await writeXlsx({ sheets: [sheet] }),
    sheets: [
      {
        name: '非公企业',
        kind: 'units',
        headerRows,
        units: ledger.units,
        skippedRows: ledger.skipped,
        problems: ledger.problems,
      },
    ],
  };
}

function writeVillages(
  ledger: Ledger,
  random: Seeded,
  leaves: readonly Leaf[],
  style: Style,
  planned: Mess[],
): void {
  let number = 0;
  let total = 0;
  for (const village of ['桃源村', '河东社区', '黄泥村']) {
    const first = ledger.rows.length + 1;
    const size = 6 + random.below(6);
    for (let i = 0; i < size; i++) {
      const firm = inventFirmRecord(random, number++, village);
      const mess = random.chance(0.7) ? takeFitting(planned, firm) : null;
      writeFirm(ledger, random, { firm, mess, leaves, style, lead: [number, i === 0 ? village : null] });
    }
    ledger.merge(first, 1, ledger.rows.length, 1);
    total += size;
    if (random.chance(0.6)) ledger.skipped.push(ledger.add([null, `${village}小计`, size]));
  }
  ledger.skipped.push(ledger.add(['合计', null, total]));
}

function takeFitting(planned: Mess[], firm: Firm): Mess | null {
  const index = planned.findIndex((mess) => mess.fits(firm));
  return index < 0 ? null : (planned.splice(index, 1)[0] ?? null);
}

interface FirmRow {
  readonly firm: Firm;
  readonly mess: Mess | null;
  readonly leaves: readonly Leaf[];
  readonly style: Style;
  readonly lead: readonly CellValue[];
}

function writeFirm(ledger: Ledger, random: Seeded, { firm, mess, leaves, style, lead }: FirmRow): void {
  const values = leaves.map((leaf) =>
    leaf.key === mess?.key ? mess.cell(firm, random) : leaf.cell(firm, style),
  );
  const row = ledger.add([...lead, ...values]);
  if (mess?.name === 'hidden row') ledger.hidden.set(row - 1, { hidden: true });
  if (mess?.name === 'struck through') ledger.strike(row, lead.length + leaves.length);
  ledger.units.push({ row, fields: { ...truthOf(firm), ...mess?.truth(firm) } });
  if (mess?.isReported) {
    const column = leaves.find((leaf) => leaf.key === mess.key)?.path.at(-1) ?? null;
    ledger.problems.push({ row, column: mess.name === 'two ticks' ? null : column, mess: mess.name });
  }
}
