import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { chartsNotTakenAway } from '../support/charts-to-take-away';
import { findAxeViolations } from '../support/find-axe-violations';
import { OverviewPage } from '../support/pages/overview-page';
import { watchComplaints } from '../support/watch-complaints';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const settingsSections = ['office', 'targets', 'rules', 'criteria', 'batches', 'display', 'data', 'safety'];

/** One clerk at one device: each test goes on where the one before stopped. */
let page: Page;
let overview: OverviewPage;
let complaints: readonly string[];

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
  complaints = await watchComplaints(page);
  // A save dialog cannot be answered here; without one the ledger hands files to the download folder.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  overview = new OverviewPage(page);
});
test.afterEach(() => expect(complaints).toEqual([]));
test.afterAll(() => page.context().close());

test('the first screen offers three ways to begin and is free of barriers', async () => {
  await page.goto('/');
  for (const name of ['导入台账', '新建台账', '载入演示数据'])
    await expect(page.getByRole('button', { name })).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '新建台账' }).click();
  await page.getByRole('button', { name: '建立台账' }).click();
  await expect(page.getByText(/请填写单位全称/)).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '返回' }).click();
});

test('the demo county shows the coverage pair with its base on one screen', async () => {
  await overview.loadDemo();
  for (const label of ['组织覆盖率', '工作覆盖率']) {
    const { numerator, denominator } = await overview.fraction(label);
    expect(denominator).toBeGreaterThan(500);
    const printed = (await overview.figure(label).innerText()).trim();
    expect(Math.abs(Number.parseFloat(printed) - (numerator / denominator) * 100)).toBeLessThanOrEqual(0.05);
  }
  const size = await page.evaluate(() => {
    const main = document.querySelector('#main');
    return { content: main?.scrollHeight, shown: main?.clientHeight, wide: document.body.scrollWidth };
  });
  expect(size).toEqual({ content: size.shown, shown: size.shown, wide: 1366 });
  expect(await chartsNotTakenAway(page, ['要办的事'])).toEqual([]);
});

test('every figure and task opens a list of exactly that many names', async () => {
  for (const label of ['组织覆盖率', '工作覆盖率']) {
    const { numerator, denominator } = await overview.fraction(label);
    await overview.figure(label).click();
    expect(await overview.openedCount()).toBe(numerator);
    await overview.base(label).click();
    expect(await overview.openedCount()).toBe(denominator);
  }
  for (const label of ['应建未建', '空白点']) {
    const figure = overview.figure(label);
    const count = Number.parseInt(await figure.innerText(), 10);
    await figure.click();
    expect(await overview.openedCount()).toBe(count);
  }
  for (const task of await overview.panel('要办的事').getByRole('button').all()) {
    if (await task.isDisabled()) continue;
    const count = Number((await task.innerText()).match(/(\d+)\s*[户个]\s*$/)?.[1]);
    await task.click();
    expect(await overview.openedCount()).toBe(count);
  }
  for (const bar of await overview.panel('六有达标').getByRole('listitem').getByRole('button').all()) {
    const text = (await bar.innerText()).replace(/\s+/g, '');
    const [, met, of, units] = text.match(/(?:(\d+)\/(\d+)|项(\d+)户)$/) ?? [];
    await bar.click();
    expect(await overview.openedCount()).toBe(units === undefined ? Number(of) - Number(met) : Number(units));
  }
});

test('marks and table cells of the charts open their lists, past days included', async () => {
  await overview.panel('对比').locator('.recharts-bar-rectangle').first().click();
  const fromBar = await overview.openedCount();
  await overview.showTable('对比');
  const firstRow = overview.panel('对比').getByRole('row').nth(1);
  expect(Number((await firstRow.innerText()).match(/(\d+)\/\d+/)?.[1])).toBe(fromBar);
  await overview.showTable('三年走势');
  const longAgo = overview.panel('三年走势').getByRole('row').last();
  const counted = Number((await longAgo.innerText()).match(/(\d+)\/\d+/)?.[1]);
  await longAgo.getByRole('button').first().click();
  await expect(overview.listCount).toBeVisible({ timeout: 30_000 });
  expect(await overview.openedCount()).toBe(counted);
  expect(await findAxeViolations(page)).toEqual([]);
  await overview.showChart('对比');
  await overview.showChart('三年走势');
});

test('another day changes the figures and colours the bar until today is back', async () => {
  const today = await overview.fraction('组织覆盖率');
  await page.getByRole('button', { name: /^统计时点/ }).click();
  await expect(page.getByRole('button', { name: '上季度末' })).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await overview.chooseAsOf('上年末');
  const bar = page.locator('header').first();
  await expect(bar).toHaveAttribute('data-past', 'true');
  await overview.waitForFigures();
  const before = await overview.fraction('组织覆盖率');
  expect(before).not.toEqual(today);
  await overview.figure('组织覆盖率').click();
  expect(await overview.openedCount()).toBe(before.numerator);
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '回到今天' }).click();
  await expect(bar).toHaveAttribute('data-past', 'false');
  expect(await overview.fraction('组织覆盖率')).toEqual(today);
});

test('a changed rule counts from its day on, and Ctrl+Z takes it back', async () => {
  const before = await overview.fraction('组织覆盖率');
  await overview.open('/settings?section=rules');
  await page.getByRole('switch', { name: /^区域性/ }).click();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '启用新口径' }).click();
  await expect(page.getByRole('cell', { name: '本单位设定' })).toBeVisible();
  await overview.open('/overview');
  await expect
    .poll(async () => (await overview.fraction('组织覆盖率')).numerator)
    .toBeLessThan(before.numerator);
  await page.keyboard.press('Control+z');
  await expect.poll(() => overview.fraction('组织覆盖率')).toEqual(before);
});

test('the form of the office follows undo', async () => {
  await overview.open('/settings');
  const name = page.getByRole('textbox', { name: '填报单位' });
  const before = await name.inputValue();
  await name.fill('青澜县两新工委办公室');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('header').first()).toContainText('青澜县两新工委办公室');
  await page.getByRole('button', { name: '撤销：修改填报单位' }).click();
  await expect(name).toHaveValue(before);
});

test('another standard of 六有 is counted at once', async () => {
  await overview.open('/settings?section=criteria');
  await page.getByRole('combobox', { name: '采用哪一套标准' }).click();
  await page.getByRole('option', { name: /有场所、有设施/ }).click();
  await expect(page.getByRole('rowheader', { name: '有党旗' })).toBeVisible();
  await overview.open('/overview');
  await expect(overview.panel('六有达标').getByText('有党旗', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(overview.panel('六有达标').getByText('有作用', { exact: true })).toBeVisible();
});

test('the command box finds a page by its name and a unit by its initials', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: '查找' }).fill('概览');
  await expect(page.getByRole('dialog').getByText('概览')).toBeVisible();
  await page.getByRole('textbox', { name: '查找' }).fill('jyjjh');
  const hit = page
    .getByRole('dialog')
    .getByRole('button', { name: /教育基金会$/ })
    .first();
  await expect(hit).toBeVisible({ timeout: 30_000 });
  expect(await findAxeViolations(page)).toEqual([]);
  await hit.click();
  await expect(page).toHaveURL(/#\/ledger\/units\//);
});

test('no screen has serious or critical barriers', async () => {
  const addresses = ['/overview', '/help', ...settingsSections.map((key) => `/settings?section=${key}`)];
  for (const address of addresses) {
    await overview.open(address);
    if (address === '/overview') await overview.waitForFigures();
    expect([address, await findAxeViolations(page)]).toEqual([address, []]);
  }
  await page.locator('#main').press('?');
  await expect(page.getByRole('dialog', { name: '键盘操作' })).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await overview.open('/overview');
  await overview.figure('空白点').click();
  await expect(overview.listCount).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('large text keeps every figure and fits the width', async () => {
  await overview.open('/settings?section=display');
  await page.getByText('大字', { exact: true }).click();
  await overview.open('/overview');
  await overview.waitForFigures();
  await expect(overview.figure('组织覆盖率')).toBeVisible();
  expect(await page.evaluate(() => document.body.scrollWidth)).toBe(1366);
  expect(await findAxeViolations(page)).toEqual([]);
  await overview.open('/settings?section=display');
  await page.getByText('标准', { exact: true }).first().click();
});

test('zoomed in to 125 % and on a screen of 1024 pixels, no word leaves its tile', async () => {
  for (const size of [
    { width: 1093, height: 614 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size);
    for (const path of ['/overview', '/boards/overview']) {
      await overview.open(path);
      await expect(page.getByRole('heading', { name: '双达标' })).toBeVisible({ timeout: 60_000 });
      expect(await page.evaluate(wordsOutsideTiles), `${path} at ${size.width}`).toEqual([]);
      expect(await page.evaluate(() => document.body.scrollWidth)).toBe(size.width);
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 });
});

/** Runs in the page. A tile is what holds the heading of a figure, a panel the heading of a chart or list. */
function wordsOutsideTiles(): string[] {
  const boxes = [...document.querySelectorAll('#main h3, #main section > div > h2')].map((heading) =>
    heading.matches('h2') ? heading.parentElement?.parentElement : heading.parentElement,
  );
  return boxes.flatMap((box) => {
    const around = box?.getBoundingClientRect();
    if (!box || !around) return [];
    const isOutside = ({ left, right, top, bottom, width }: DOMRect) =>
      width > 0 && (left < around.left || right > around.right || top < around.top || bottom > around.bottom);
    return [...box.querySelectorAll('h2, h3, h3 ~ *, h2 ~ *, button')]
      .filter((part) => part.closest('[role=region]') === null && isOutside(part.getBoundingClientRect()))
      .map((part) => part.textContent ?? '');
  });
}

test('a backup brings an emptied register back whole', async () => {
  await overview.open('/overview');
  await overview.waitForFigures();
  const before = await overview.fraction('工作覆盖率');
  await overview.open('/settings?section=backup');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '备份全部数据' }).click();
  const path = await (await downloading).path();
  expect(JSON.parse(await readFile(path, 'utf8')).format).toBe('two-new-ledger-backup');
  await overview.open('/settings?section=data');
  await page.getByRole('button', { name: '清空台账…' }).click();
  const really = page.getByRole('button', { name: '全部删除' });
  await expect(really).toBeDisabled();
  const officeName = await page.locator('header').first().locator('[title]').first().getAttribute('title');
  await page.getByLabel('填报单位名称').fill(officeName ?? '');
  await really.click();
  await expect(page.getByRole('button', { name: '载入演示数据' })).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: '新建台账' }).click();
  await page.getByLabel('填报单位').fill('青溪镇党建办');
  await page.getByLabel('县（市、区）').fill('云岭县');
  await page.getByLabel('所辖村（社区）').fill('1. 东河村\n2. 西塘村\n西塘村');
  await expect(page.getByText('认出 2 个村（社区）')).toBeVisible();
  await page.getByRole('button', { name: '建立台账' }).click();
  await expect(page.getByText('录入单位后，这里显示覆盖率和六有')).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await overview.open('/settings?section=backup');
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: '换成备份的内容' }).click();
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible({ timeout: 60_000 });
  await overview.open('/overview');
  await overview.waitForFigures();
  expect(await overview.fraction('工作覆盖率')).toEqual(before);
});

test('one click removes the demo county', async () => {
  await page.getByRole('button', { name: '一键清除演示数据' }).click();
  await expect(page.getByRole('button', { name: '载入演示数据' })).toBeVisible({ timeout: 60_000 });
});
