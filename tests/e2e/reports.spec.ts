/** 报表 with the demo county: what a clerk chooses, reads, opens, prints and saves. */
import * as xlsx from '@e965/xlsx';
import { expect, type Page, test } from '@playwright/test';
import { findAxeViolations } from '../support/find-axe-violations';
import { OverviewPage } from '../support/pages/overview-page';
import { ReportsPage } from '../support/pages/reports-page';
import { watchComplaints } from '../support/watch-complaints';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Shanghai' }).format();
const county = '青澜县';
const town = '南岭镇';
const tables = [
  { name: '双覆盖统计表（非公有制企业）', title: '非公有制企业双覆盖统计表' },
  { name: '双覆盖统计表（社会组织）', title: '社会组织双覆盖统计表' },
  { name: '非公有制企业党建工作台账', title: '非公有制企业党建工作台账' },
  { name: '社会组织党建工作台账', title: '社会组织党建工作台账' },
  { name: '应建未建清单', title: '应建未建清单' },
  { name: '党建指导员（联络员）选派台账', title: '党建指导员（联络员）选派台账' },
  { name: '党群活动阵地台账', title: '党群活动阵地台账' },
  { name: '六有达标情况表', title: '六有达标情况表' },
];
const [coverage, , ledger, , , instructors] = tables;

/** One clerk at one device: each test goes on where the one before stopped. */
let page: Page;
let reports: ReportsPage;
let complaints: readonly string[];

test.beforeAll(async ({ browser }) => {
  page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  complaints = await watchComplaints(page);
  reports = new ReportsPage(page);
  await reports.prepare();
  await new OverviewPage(page).loadDemo();
  await reports.open();
});
test.afterEach(() => expect(complaints).toEqual([]));
test.afterAll(() => page.context().close());

const choose = ({ name, title }: (typeof tables)[number], place: string): Promise<void> =>
  reports.choose(name, `${place}${year}年${title}`);

test('all eight tables open for a township and are free of barriers, also inside the sheet', async () => {
  await reports.chooseScope(town);
  for (const table of tables) {
    await choose(table, town);
    expect((await reports.rows()).length).toBeGreaterThan(1);
    expect(await findAxeViolations(await reports.frame())).toEqual([]);
  }
  expect(await findAxeViolations(page)).toEqual([]);
});

test('the row of a township in the county is the total of the township, and a village its own', async () => {
  await choose(coverage!, town);
  const total = (await reports.rowsByName()).get('合计') ?? [];
  const [village = ''] = [...(await reports.rowsByName()).keys()];
  const villageRow = (await reports.rowsByName()).get(village) ?? [];
  await reports.chooseScope(county);
  const inCounty = (await reports.rowsByName()).get(town) ?? [];
  // All columns but the serial number, the name and the remark.
  expect(inCounty.slice(2, -1)).toEqual(total.slice(2, -1));
  await reports.sheet.getByRole('button', { name: town, exact: true }).click();
  await expect(reports.title).toHaveText(`${town}${year}年${coverage!.title}`);
  await reports.sheet.getByRole('button', { name: village, exact: true }).click();
  await expect(reports.title).toHaveText(`${village}${year}年${coverage!.title}`);
  expect((await reports.rowsByName()).get(village)?.slice(2, -1)).toEqual(villageRow.slice(2, -1));
  await reports.chooseScope(county);
});

test('every count of units opens exactly that many names, nought opens nothing', async () => {
  for (const column of [
    '企业数／登记',
    '企业数／规上',
    '组织覆盖／覆盖企业合计',
    '工作覆盖／联络员企业',
    '空白点',
  ])
    for (const place of [town, '合计']) {
      const figure = reports.figure(place, column);
      const printed = Number(await figure.innerText());
      expect(await reports.countNames(figure)).toBe(printed);
    }
  const noughts = reports.sheet.locator('tbody td', { hasText: /^0$/ });
  expect(await noughts.count()).toBeGreaterThan(0);
  await expect(noughts.getByRole('button')).toHaveCount(0);
});

test('figures are reached and opened with the keyboard alone', async () => {
  // A sheet that was not visited yet is entered at its first figure.
  await choose(tables[1]!, county);
  await choose(coverage!, county);
  await page.getByRole('radio', { name: '适合宽度' }).focus();
  await page.keyboard.press('Tab');
  const focused = reports.sheet.locator('button:focus');
  const [first] = await reports.rows();
  await expect(focused).toHaveText(first?.[1] ?? '');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAccessibleName(/ · 企业数／登记 /);
  const printed = Number(await focused.innerText());
  await page.keyboard.press('Enter');
  await expect(reports.names).toHaveText(String(printed));
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(focused).toHaveAccessibleName(/ · 企业数／登记 /);
});

test('keys of the ledger also work while the sheet has the focus', async () => {
  await reports.sheet.getByRole('button', { name: town, exact: true }).focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder(/汉字、拼音或首字母/)).toBeFocused();
  await page.keyboard.press('Escape');
  await reports.sheet.getByRole('button', { name: town, exact: true }).focus();
  expect(await reports.print(() => page.keyboard.press('Control+p'))).toContain(coverage!.title);
});

test('a wide ledger is enlarged to be read, its names and headings staying in view', async () => {
  await choose(ledger!, county);
  const sheet = reports.sheet.locator('main');
  const room = (await page.locator('iframe[title$="预览"]').boundingBox())?.width ?? 0;
  expect((await sheet.boundingBox())?.width).toBeLessThanOrEqual(room);
  await page.getByText('放大', { exact: true }).click();
  await expect.poll(async () => (await sheet.boundingBox())?.width ?? 0).toBeGreaterThan(2 * room);
  const name = reports.sheet.locator('tbody tr').nth(30).getByRole('button');
  await reports.sheet.locator('html').evaluate((html) => html.scrollTo(1500, 800));
  const frame = await page.locator('iframe[title$="预览"]').boundingBox();
  await expect(async () =>
    expect((await name.boundingBox())?.x).toBeGreaterThanOrEqual(frame?.x ?? 0),
  ).toPass();
  await expect(reports.sheet.getByRole('columnheader', { name: '企业名称' })).toBeInViewport();
  await name.click();
  await expect(page).toHaveURL(/#\/ledger\/units\//);
  await page.goBack();
  await expect(page.getByRole('radio', { name: '放大' })).toBeChecked();
  await page.getByText('适合宽度', { exact: true }).click();
});

test('signs and masking change the table and are kept on this device', async () => {
  await choose(instructors!, county);
  const phones = async () => (await reports.rows()).flat().filter((text) => /^1[\d*]{10}$/.test(text));
  expect((await phones()).every((phone) => /^\d{11}$/.test(phone))).toBe(true);
  await page.getByRole('checkbox', { name: '隐去电话和党员身份' }).check();
  await expect
    .poll(async () => (await phones()).every((phone) => /^1\d{2}\*{4}\d{4}$/.test(phone)))
    .toBe(true);
  expect((await phones()).length).toBeGreaterThan(10);
  await choose(tables[4]!, county);
  await choose(tables[6]!, county);
  await expect(reports.sheet.getByRole('cell', { name: '√', exact: true }).first()).toBeVisible();
  await page.getByText('是 否', { exact: true }).click();
  await expect(reports.sheet.getByRole('cell', { name: '是', exact: true }).first()).toBeVisible();
  await expect(reports.sheet.getByRole('cell', { name: '√', exact: true })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('radio', { name: '是 否' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: '隐去电话和党员身份' })).toBeChecked();
  await page.getByText('√ ×', { exact: true }).click();
  await page.getByRole('checkbox', { name: '隐去电话和党员身份' }).uncheck();
});

test('another day of the top bar makes another table', async () => {
  await choose(coverage!, county);
  const today = await reports.rows();
  await new OverviewPage(page).chooseAsOf('上年末');
  await expect(reports.title).toHaveText(`${county}${Number(year) - 1}年${coverage!.title}`);
  await expect(reports.sheet.getByText(`填报时间：${Number(year) - 1}年12月31日`)).toBeVisible();
  expect(await reports.rows()).not.toEqual(today);
  await page.getByRole('button', { name: '回到今天' }).click();
  await expect(reports.title).toHaveText(`${county}${year}年${coverage!.title}`);
  expect(await reports.rows()).toEqual(today);
});

test('a long ledger is cut on screen only: paper and file hold every row', async () => {
  await choose(ledger!, county);
  const [, count = ''] = (await page.getByText(/预览只列前 300 行/).innerText()).match(/共 (\d+) 行/) ?? [];
  expect(Number(count)).toBeGreaterThan(300);
  const shown = await reports.rows();
  expect(shown).toHaveLength(301);
  const printed = await page.context().newPage();
  await printed.setContent(await reports.print());
  expect(await printed.locator('tbody tr').count()).toBe(Number(count) + 1);
  await printed.close();
  const { name, bytes } = await reports.save('文本表格（CSV）');
  // Whose and of which day as well: several lie in one folder.
  expect(name).toMatch(new RegExp(`^${county}${year}年${ledger!.title}_[^_]+_\\d{4}-\\d{2}-\\d{2}\\.csv$`));
  expect(
    bytes
      .toString('utf8')
      .split('\r\n')
      .filter((line) => /^\d+,/.test(line)),
  ).toHaveLength(Number(count));
});

test('all tables are saved as one workbook, a sheet each', async () => {
  const { name, bytes } = await reports.save('全部报表存为一个 Excel');
  expect(name).toMatch(new RegExp(`^${year}年两新组织党建报表_${county}_\\d{4}-\\d{2}-\\d{2}\\.xlsx$`));
  const book = xlsx.read(bytes);
  expect(book.SheetNames).toEqual(tables.map(({ title }) => title));
  for (const sheet of book.SheetNames)
    expect(book.Sheets[sheet]?.['A1']?.v).toBe(`${county}${year}年${sheet}`);
  await expect(page.getByText(`${name}`)).toBeVisible();
});

test('saving all tables shows how far it is and can be cancelled', async () => {
  let isSaved = false;
  page.once('download', () => {
    isSaved = true;
  });
  const progress = cancelAtOnce(page);
  await reports.chooseOtherWay('全部报表存为一个 Excel');
  expect(await progress).toContain('正在汇总');
  await expect(page.getByRole('button', { name: '保存 Excel' })).toBeVisible();
  expect(isSaved).toBe(false);
});

test('a link to a place that is gone shows the office’s own table', async () => {
  await page.goto('/#/reports?table=F3&scope=gone');
  await expect(reports.title).toHaveText(`${county}${year}年应建未建清单`);
  await expect(page.getByRole('combobox', { name: '填报范围' })).toHaveValue(county);
});

/** Presses 取消 in the moment it appears: small tables are written faster than a test can aim. @returns what was shown */
const cancelAtOnce = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const watcher = new MutationObserver(() => {
          const cancel = [...document.querySelectorAll('button')].find(
            (button) => button.textContent === '取消',
          );
          if (!cancel) return;
          watcher.disconnect();
          resolve([...document.querySelectorAll('[role=status]')].map((status) => status.textContent).join());
          cancel.click();
        });
        watcher.observe(document.body, { subtree: true, childList: true });
      }),
  );
