/**
 * An office's own workbook from scratch to the printed table. The figures are worked here by hand from what a
 * careful clerk reads in the files (expected.json), without any code of the program.
 */
import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import { type BrowserContext, expect, test } from '@playwright/test';
import { findAxeViolations } from '../support/find-axe-violations';
import { fixturePath, ImportPage } from '../support/pages/import-page';
import { ReportsPage } from '../support/pages/reports-page';
import { textOfPdf } from '../support/text-of-pdf';

test.describe.configure({ timeout: 120_000 });

const enterpriseLedger = '清溪镇非公企业党建工作台账.xlsx';
const instructorLedger = '清溪镇指导员与阵地台账.xlsx';
const villageLedger = '石桥镇两新组织底册.xls';
const socialOrgList = '柳河乡社会组织.csv';

/** Fields of expected.json the counts need; a field left out may be read either way and counts as nothing. */
interface ExpectedRow {
  readonly row: number;
  readonly name?: string;
  readonly orgBuilt?: boolean;
  readonly orgName?: string | null;
  readonly formation?: string | null;
  readonly hasInstructor?: boolean | null;
  readonly liaison?: string | null;
  readonly union?: boolean;
  readonly staff?: number | null;
  readonly membersHere?: number | null;
}
interface ExpectedFile {
  readonly rows: readonly ExpectedRow[];
  readonly sheets: Readonly<
    Record<
      string,
      { readonly rows: readonly ExpectedRow[]; readonly people: readonly { readonly units: string[] }[] }
    >
  >;
}

function expectedOf(file: string): ExpectedFile {
  // Written for these tests, and every field that is read is compared with the program below.
  const { files } = JSON.parse(readFileSync(fixturePath('expected.json'), 'utf8')) as {
    files: Record<string, ExpectedFile>;
  };
  return files[file] ?? { rows: [], sheets: {} };
}

/** Columns of F2 by their place in a printed row. */
const column = {
  registered: 2,
  joint: 10,
  covered: 12,
  rate: 13,
  instructor: 14,
  liaison: 15,
  massOnly: 16,
  blank: 18,
  has50: 19,
  has100: 21,
  members: 23,
} as const;
type Count = Exclude<keyof typeof column, 'rate'>;
type Counts = Partial<Record<Count, number>>;

/** What is read of one row, as far as the counts need it. */
interface Read {
  readonly isCovered: boolean;
  readonly hasMassOrg: boolean;
  readonly servedBy: 'instructor' | 'liaison' | null;
  readonly isJoint: boolean;
  readonly staff: number;
  readonly members: number;
}

function tally(rows: readonly Read[]): Record<Count, number> {
  const count = (is: (row: Read) => boolean) => rows.filter(is).length;
  const open = (row: Read) => !row.isCovered;
  return {
    registered: rows.length,
    joint: count(({ isJoint }) => isJoint),
    covered: count(({ isCovered }) => isCovered),
    instructor: count((row) => open(row) && row.servedBy === 'instructor'),
    liaison: count((row) => open(row) && row.servedBy === 'liaison'),
    massOnly: count((row) => open(row) && row.servedBy === null && row.hasMassOrg),
    blank: count((row) => open(row) && row.servedBy === null && !row.hasMassOrg),
    has50: count(({ staff }) => staff >= 50),
    has100: count(({ staff }) => staff >= 100),
    members: rows.reduce((sum, { members }) => sum + members, 0),
  };
}

/** Texts of the enterprise ledger as they stand in the file, by sheet row counted from 1. */
function enterpriseCells(): readonly (readonly string[])[] {
  const book = xlsx.read(readFileSync(fixturePath(enterpriseLedger)));
  const options = { header: 1, raw: false, defval: '', blankrows: true } as const;
  return [[], ...xlsx.utils.sheet_to_json<string[]>(book.Sheets['非公企业'] ?? {}, options)];
}

/** 单位, column B, is written once over all rows of a village or park. */
function villageOfRow(cells: readonly (readonly string[])[], row: number): string {
  const above = cells.slice(7, row + 1).findLast((texts) => texts[1] !== '');
  return above?.[1] ?? '';
}

/** The file ticks 公会 (so written), 共青团 and 妇联; expected.json lists only the first. */
function hasMassOrg(cells: readonly (readonly string[])[], row: number): boolean {
  const columns = ['公会', '共青团', '妇联'].map((heading) => cells[6]?.indexOf(heading) ?? -1);
  return columns.some((index) => cells[row]?.[index] === '√');
}

function readRow(row: ExpectedRow, servedBy: Read['servedBy'], hasMassOrg = row.union === true): Read {
  return {
    isCovered: row.orgBuilt === true || (row.orgName ?? null) !== null,
    hasMassOrg,
    servedBy,
    isJoint: row.formation === 'joint',
    staff: row.staff ?? 0,
    members: row.membersHere ?? 0,
  };
}

/** Row 39 is the enterprise of row 10 once more: they are merged as proposed. */
function enterprisesByVillage(served: ReadonlySet<string>): Map<string, Read[]> {
  const cells = enterpriseCells();
  const villages = new Map<string, Read[]>();
  for (const row of expectedOf(enterpriseLedger).sheets['非公企业']?.rows ?? []) {
    if (row.row === 39) continue;
    const village = villageOfRow(cells, row.row);
    const isServed = row.hasInstructor === true || served.has(row.name ?? '');
    const read = readRow(row, isServed ? 'instructor' : null, hasMassOrg(cells, row.row));
    villages.set(village, [...(villages.get(village) ?? []), read]);
  }
  return villages;
}

const villageLedgerByVillage = (): Map<string, Read[]> =>
  new Map(
    Object.entries(expectedOf(villageLedger).sheets).map(([village, { rows }]) => [
      village,
      rows.map((row) => readRow(row, row.liaison ? 'liaison' : null)),
    ]),
  );

/** Every village's row and the total say what was counted by hand; rates are covered over registered. */
function expectCounts(printed: ReadonlyMap<string, readonly string[]>, byVillage: Map<string, Read[]>): void {
  const wanted = new Map<string, Counts>([...byVillage].map(([village, rows]) => [village, tally(rows)]));
  wanted.set('合计', tally([...byVillage.values()].flat()));
  expect([...printed.keys()].sort()).toEqual([...wanted.keys()].sort());
  for (const [place, counts] of wanted) {
    const row = printed.get(place) ?? [];
    const shown = Object.fromEntries(
      Object.keys(counts).map((name) => [name, Number(row[column[name as Count]])]),
    );
    expect({ place, ...shown }).toEqual({ place, ...counts });
    const rate = ((counts.covered ?? 0) / (counts.registered ?? 1)) * 100;
    expect(Math.abs(Number.parseFloat(row[column.rate] ?? '') - rate)).toBeLessThanOrEqual(0.0501);
  }
}

/** Prints what the ledger hands to the printer, on real paper, and reads the figures from the PDF. */
async function expectPrinted(
  context: BrowserContext,
  html: string,
  shown: readonly string[][],
): Promise<void> {
  const paper = await context.newPage();
  await paper.setContent(html);
  const bytes = await paper.pdf({ preferCSSPageSize: true });
  await paper.close();
  const text = textOfPdf(bytes);
  if (text === null) return;
  const squeezed = text.replace(/\s+/g, '');
  expect(squeezed).toContain(shown.flat().join('').replace(/\s+/g, ''));
}

async function expectSaved(reports: ReportsPage, shown: readonly string[][]): Promise<void> {
  const { name, bytes } = await reports.save('保存 Excel');
  // What it is, whose and of which day: several lie in one folder.
  const [title, office = 'nobody', day] = name.split('_');
  expect(title).toBe(await reports.title.innerText());
  await expect(reports.page.locator('header').first()).toContainText(office);
  expect(day).toMatch(/^\d{4}-\d{2}-\d{2}\.xlsx$/);
  const book = xlsx.read(bytes);
  const cells = xlsx.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, {
    header: 1,
    raw: false,
    defval: '',
  });
  const start = cells.findIndex((row) => row[0] === '1');
  expect(cells.slice(start, start + shown.length)).toEqual(shown);
}

async function expectNames(reports: ReportsPage, place: string, heading: string): Promise<void> {
  const figure = reports.figure(place, heading);
  const printed = Number(await figure.innerText());
  expect(printed).toBeGreaterThan(0);
  expect(await reports.countNames(figure)).toBe(printed);
}

test.beforeEach(({ page }) => new ReportsPage(page).prepare());

test(`${enterpriseLedger}, then ${instructorLedger}, to the printed F2`, async ({ page, context }) => {
  const wizard = new ImportPage(page);
  const reports = new ReportsPage(page);
  await wizard.startFirstImport();
  await wizard.importWorkbook(enterpriseLedger);
  await reports.open();
  await expect(reports.title).toHaveText(/^清溪镇\d{4}年非公有制企业双覆盖统计表$/);
  const before = enterprisesByVillage(new Set());
  expectCounts(await reports.rowsByName(), before);
  const shown = await reports.rows();
  await expectPrinted(context, await reports.print(), shown);
  await expectSaved(reports, shown);
  for (const heading of ['企业数／登记', '组织覆盖／覆盖企业合计', '空白点'])
    await expectNames(reports, '合计', heading);
  await expectNames(reports, '东山村', '组织覆盖／单独组建企业');
  expect(await findAxeViolations(page)).toEqual([]);
  expect(await findAxeViolations(await reports.frame())).toEqual([]);

  await page.getByRole('link', { name: '导入', exact: true }).click();
  await wizard.startAnother();
  await wizard.importWorkbook(instructorLedger);
  await reports.open();
  const people = expectedOf(instructorLedger).sheets['指导员']?.people ?? [];
  const served = enterprisesByVillage(new Set(people.flatMap(({ units }) => units)));
  expect(tally([...served.values()].flat()).blank).toBeLessThan(tally([...before.values()].flat()).blank);
  expectCounts(await reports.rowsByName(), served);
  await expectPrinted(context, await reports.print(), await reports.rows());
});

test(`${villageLedger} to the printed F2`, async ({ page, context }) => {
  const wizard = new ImportPage(page);
  const reports = new ReportsPage(page);
  await wizard.startFirstImport();
  await wizard.importWorkbook(villageLedger);
  await page.getByRole('link', { name: '打印统计表' }).click();
  await expect(reports.title).toHaveText(/^石桥镇\d{4}年非公有制企业双覆盖统计表$/);
  expectCounts(await reports.rowsByName(), villageLedgerByVillage());
  const shown = await reports.rows();
  await expectPrinted(context, await reports.print(), shown);
  await expectSaved(reports, shown);
  await expectNames(reports, '合计', '空白点');
  await expectNames(reports, '西湖社区', '工作覆盖／联络员企业');
  await expectNames(reports, '南塘村', '双达标／50人以上');
});

test(`${socialOrgList} to the printed table of social organizations`, async ({ page, context }) => {
  const wizard = new ImportPage(page);
  const reports = new ReportsPage(page);
  await wizard.startFirstImport();
  await wizard.importWorkbook(socialOrgList);
  await reports.open();
  await expect(page.getByText('没有符合的记录')).toBeVisible();
  await reports.choose('双覆盖统计表（社会组织）', /^柳河乡\d{4}年社会组织双覆盖统计表$/);
  const read = expectedOf(socialOrgList).rows.map((row) => readRow(row, null));
  // The list has no column for the village.
  expectCounts(await reports.rowsByName(), new Map([['未填所在村（社区）', read]]));
  const shown = await reports.rows();
  await expectPrinted(context, await reports.print(), shown);
  await expectSaved(reports, shown);
  await expectNames(reports, '合计', '组织覆盖／覆盖社会组织合计');
});
