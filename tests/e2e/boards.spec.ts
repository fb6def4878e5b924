/** 看板 over the demo county: every figure opens its names, places are gone down and up again, nothing is cut or barred. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { boards } from '@renderer/features/boards/page/board-names';
import { strFromU8, unzipSync } from 'fflate';
import { chartsNotTakenAway } from '../support/charts-to-take-away';
import { findAxeViolations } from '../support/find-axe-violations';
import { BoardsPage } from '../support/pages/boards-page';
import { watchComplaints } from '../support/watch-complaints';
import { readBack } from '../unit/export/xlsx-reader';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let page: Page;
let overview: BoardsPage;
let complaints: readonly string[];

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  // A save dialog cannot be answered here; without one the ledger hands files to the download folder.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  complaints = await watchComplaints(page);
  overview = new BoardsPage(page);
  await overview.loadDemo();
});
test.afterEach(() => expect(complaints).toEqual([]));
test.afterAll(() => page.context().close());

for (const [board, title] of Object.entries(boards)) {
  test(`${title}: free of barriers, nothing is cut, and every chart has its table and can be taken away`, async () => {
    await overview.show(`/boards/${board}`, title);
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await overview.cutWords()).toEqual([]);
    const edges = await page
      .locator('[data-layout="scroll"]')
      .evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(edges).toBeLessThanOrEqual(0);
    // A panel that only says it has nothing to show has nothing to take away.
    const empty = board === 'quality' ? ['县级尚未收到的改动', '跨乡镇重复'] : [];
    expect(await chartsNotTakenAway(page, empty)).toEqual([]);
    await overview.checkTables();
  });
}

test('a figure opens exactly as many names as it counts', async () => {
  await overview.show('/boards/overview', '总览');
  for (const label of ['党组织', '在岗指导员、联络员', '在用活动阵地', '流动党员'])
    expect([label, await overview.countOf(label)]).not.toEqual([label, 0]);
  await overview.checkFigures();
  await overview.show('/boards/six', '六有');
  const items = overview.panel('六有各项').getByRole('listitem');
  for (const item of await items.all()) {
    const [, met = '', assessed = ''] = /(\d+)\/(\d+)/.exec(await item.innerText()) ?? [];
    await item.getByRole('button').click();
    expect(await overview.openedCount()).toBe(Number(assessed) - Number(met));
  }
});

test('changes are against any day, by name or by calendar, and the address keeps it', async () => {
  await overview.show('/boards/overview', '总览');
  const choice = page.getByRole('button', { name: /^对比日期 \S+ \d{4}-\d{2}-\d{2}，更改$/ });
  await expect(page.getByText(/较上年同期/).first()).toBeVisible();
  await choice.click();
  await page.getByRole('button', { name: '上年末', exact: true }).click();
  const day = `${new Date().getFullYear() - 1}-12-31`;
  const change = page.getByText(new RegExp(`较${day}(提高|下降)|与${day}持平`));
  await expect(change.first()).toBeVisible({ timeout: 60_000 });
  await expect(page).toHaveURL(new RegExp(`against=%22${day}%22|against=${day}`));
  await page.reload();
  await expect(change.first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: '覆盖', exact: true }).click();
  await page.getByRole('link', { name: '总览', exact: true }).click();
  await expect(change.first()).toBeVisible({ timeout: 60_000 });
});

test('a day and a figure are annotated, shown where they belong, corrected and taken back', async () => {
  await overview.show('/boards/overview', '总览');
  const trend = overview.panel('三年走势');
  const day = `${new Date().getFullYear() - 1}-07-01`;
  await page.getByRole('button', { name: '批注', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /的批注$/ });
  await dialog.getByRole('textbox', { name: '日期' }).fill(day);
  await dialog.getByRole('textbox', { name: '批注', exact: true }).fill('集中组建行动');
  await dialog.getByRole('button', { name: '添加批注' }).click();
  await expect(dialog.getByRole('listitem')).toContainText('集中组建行动');
  await dialog.getByRole('combobox', { name: '批注什么' }).click();
  await page.getByRole('option', { name: '空白点' }).click();
  await dialog.getByRole('textbox', { name: '批注', exact: true }).fill('含三户已迁出');
  await dialog.getByRole('button', { name: '添加批注' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  expect(await findAxeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '修改' }).first().click();
  const own = dialog.getByRole('listitem').first();
  await own.getByRole('textbox', { name: '批注', exact: true }).fill('含四户已迁出');
  await own.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByRole('listitem').first()).toContainText('含四户已迁出');
  await page.keyboard.press('Escape');
  await expect(page.getByText('含四户已迁出')).toBeVisible();
  await expect(trend.getByText(`注1 ${day} 集中组建行动`)).toBeVisible();
  await expect(trend.locator('svg text').getByText('注1')).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  for (const undone of ['含四户已迁出', '含三户已迁出', '集中组建行动']) {
    await page.keyboard.press('Control+z');
    await expect(page.getByText(undone)).toHaveCount(0);
  }
});

test('one target has one state: on the board, on 概览 and on the wall', async () => {
  // Few enough to be on the way by the speed of late, too many for somebody who does not look back.
  await overview.setTarget('空白点', 20);
  const board = await overview.targetsOnBoard();
  // Some that need their past to be judged, or the test says little.
  expect(board.filter(([, , , state = '']) => /落后|预计完不成|按进度/.test(state)).length).toBeGreaterThan(
    0,
  );
  expect(await overview.targetsOnOverview()).toEqual(board);
  await page.goto('/#/wall?scenes=targets');
  const rows = page.locator('[data-on="true"] li');
  for (const [name = '', , , state = ''] of board)
    await expect(rows.filter({ hasText: name }).first()).toContainText(state, { timeout: 60_000 });
  await page.keyboard.press('Escape');
});

test('from the county to a township and a village, by names and addresses, and up again', async () => {
  await overview.show('/boards/overview', '总览');
  const path = page.getByRole('navigation', { name: '所在范围' });
  const county = await path.locator('[aria-current]').innerText();
  const table = page.getByRole('table');
  const row = table.getByRole('row').nth(1);
  const township = await row.getByRole('rowheader').innerText();
  const blank = row.getByRole('button', { name: /空白点 \d+ 户/ });
  const count = Number(await blank.innerText());
  await blank.click();
  await expect(page.getByRole('dialog')).toContainText(township);
  expect(await overview.openedCount()).toBe(count);

  await row.getByRole('button', { name: township, exact: true }).click();
  await expect(path.locator('[aria-current]')).toHaveText(township);
  await expect(page).toHaveURL(/place=/);
  // The township's own board says what its row said.
  await expect(overview.figure('空白点')).toContainText(String(count));

  // The address alone shows the same again.
  await page.reload();
  await expect(path.locator('[aria-current]')).toHaveText(township, { timeout: 60_000 });
  await expect(overview.figure('空白点')).toContainText(String(count), { timeout: 60_000 });

  const village = table.getByRole('row').nth(1).getByRole('rowheader').getByRole('button');
  const name = await village.innerText();
  await village.click();
  await expect(path.getByRole('listitem')).toHaveText([county, township, name]);
  await path.getByRole('button', { name: county }).click();
  await expect(path.locator('[aria-current]')).toHaveText(county);
});

test('a chart is taken away by keyboard as a picture and a workbook that say what they show', async () => {
  await overview.show('/boards/overview', '总览');
  const svg = await overview.takeAway('三年走势', '保存图片（SVG，可放大）');
  expect(svg.name).toMatch(/^三年走势_.+_\d{4}-\d{2}-\d{2}\.svg$/);
  const drawn = svg.bytes.toString('utf8');
  for (const words of ['三年走势', '组织覆盖率', '工作覆盖率', '时点 ', '来源：本机台账即时计算', '100%'])
    expect(drawn).toContain(`${words}`);
  // Two lines with thirteen points each; nothing WPS could not draw.
  expect(drawn.match(/<path [^>]*stroke="#(0072b2|008f6b)"/g)?.length).toBeGreaterThanOrEqual(2);
  expect(drawn.match(/<circle /g)).toHaveLength(26);
  expect(drawn).not.toMatch(/foreignObject|var\(|class=|style=/);

  const png = await overview.takeAway('三年走势', '保存图片（PNG）');
  const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(drawn) ?? [];
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([
    2 * Number(width),
    2 * Number(height),
  ]);

  const shown = await page.getByRole('table').getByRole('row').nth(1).getByRole('cell').allInnerTexts();
  const taken = await overview.takeAway('各乡镇（街道）', '保存 Excel');
  expect(taken.name).toMatch(/^各乡镇（街道）_.+_\d{4}-\d{2}-\d{2}\.xlsx$/);
  const workbook = readBack(taken.bytes);
  const row = workbook.rows().find((cells) => typeof cells[1] === 'number') ?? [];
  expect(`${(Number(row[1]) * 100).toFixed(1)}%`).toBe(shown[0]);
  expect(row.slice(-3).map(String)).toEqual(shown.slice(-3));
  expect(Math.abs(Number(row[1]) - Number(row[2]) / Number(row[3]))).toBeLessThanOrEqual(0.0005);

  await page.getByRole('button', { name: '带走：六有各项' }).click();
  await page.getByRole('menuitem', { name: '复制为图片' }).click();
  await expect(page.getByText('在 WPS、Word 或微信里粘贴即可。')).toBeVisible();
  const copied = await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types);
  expect(copied).toEqual(['image/png']);
});

test('the briefing says what the board says, on paper and in Word', async () => {
  await overview.show('/boards/overview', '总览');
  const said = await overview.base('组织覆盖率').innerText();
  await page.getByRole('button', { name: '分析简报' }).click();
  const word = page.getByRole('button', { name: '保存 Word' });
  await expect(word).toBeVisible({ timeout: 90_000 });
  const paper = page.frameLocator('iframe[title$="预览"]');
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText(/两新组织党建工作分析简报$/);
  await expect(paper.locator('p').first()).toContainText(`（${said}）`);
  for (const chart of await paper.getByRole('img').all())
    expect(await chart.locator('path, rect, circle').count()).toBeGreaterThan(5);
  await expect(paper.getByRole('table')).toHaveCount(5);
  expect(await findAxeViolations(page)).toEqual([]);

  const waiting = page.waitForEvent('download');
  await word.click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^两新组织党建工作分析简报_.+_\d{4}-\d{2}-\d{2}\.docx$/);
  const files = unzipSync(await readFile(await download.path()));
  const words = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
  expect(words).toContain(`（${said}）`);
  expect(Object.keys(files).filter((name) => name.endsWith('.png'))).toHaveLength(3);
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a finding leads to its record', async () => {
  await overview.show('/boards/quality', '数据质量');
  await page.getByRole('button', { name: /^合计 V7/ }).click();
  const findings = overview.panel(/^V7/);
  const link = findings.getByRole('link').first();
  const name = await link.innerText();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('a target for one item of 六有 is marked on its bar, and handed down it only reads', async () => {
  const line = await overview.setTarget('有场地达到率', 66);
  await expect(line.getByRole('textbox')).toHaveValue('66%');
  await line.getByRole('button', { name: /^下达/ }).click();
  await expect(line).toContainText('已下达');
  await expect(line.getByRole('textbox')).toHaveCount(0);
  await expect(line.getByRole('button', { name: /^删除/ })).toHaveCount(0);
  await overview.show('/boards/six', '六有');
  const items = page.getByRole('region', { name: '六有各项' });
  await items.getByText('表格', { exact: true }).click();
  await expect(items.getByRole('row').filter({ hasText: '有场地' })).toContainText('66%');
  await overview.show('/boards/targets', '目标');
  await expect(page.getByRole('row').filter({ hasText: '有场地达到率' })).toContainText('已下达');
});

test('a target that counts places opens their list', async () => {
  for (const metric of ['阵地设置率', '楼宇覆盖率']) {
    await overview.setTarget(metric, 95);
    await overview.show('/boards/targets', '目标');
    const row = page.getByRole('row').filter({ hasText: metric });
    const [, count = ''] = /(\d+)\/\d+/.exec(await row.innerText()) ?? [];
    expect(Number(count)).toBeGreaterThan(0);
    await row.getByRole('button').click();
    await expect(page.getByRole('dialog')).toContainText(`${metric} · 计入的场所`);
    expect(await overview.openedCount()).toBe(Number(count));
  }
});
