import { expect, type Page, test } from '@playwright/test';
import { pinyin } from 'pinyin-pro';
import { findAxeViolations } from '../support/find-axe-violations';
import { holdDatabase } from '../support/hold-database';
import { LedgerPage } from '../support/pages/ledger-page';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** One clerk at one device: each test goes on where the one before stopped. */
let page: Page;
let ledger: LedgerPage;
let complaints: readonly string[];

test.beforeAll(async ({ browser, baseURL }) => {
  ({ ledger, complaints } = await LedgerPage.withDemo(browser, baseURL));
  page = ledger.page;
});
test.afterEach(() => expect(complaints).toEqual([]));
test.afterAll(() => page.context().close());

test('an enterprise is found by its initials, its pinyin and a part of its name', async () => {
  await ledger.open('units');
  const all = await ledger.shownCount();
  await ledger.find('青溪');
  await expect.poll(() => ledger.shownCount()).toBeLessThan(all);
  const name = await ledger.grid.getByRole('row').nth(1).locator('[data-link]').innerText();
  const byName = await ledger.shownCount();
  await ledger.find('qx');
  await expect.poll(() => ledger.shownCount()).toBeGreaterThanOrEqual(byName);
  await ledger.find('qingxi');
  await expect(ledger.row(name)).toBeVisible();
  await ledger.find(pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join(''));
  await expect(ledger.row(name)).toBeVisible();
  expect(await ledger.shownCount()).toBeLessThan(byName);
  await ledger.find('qingxiqqq');
  await expect(page.getByText('没有符合条件的单位')).toBeVisible();
  await page.getByRole('button', { name: '清除查找' }).click();
  await expect.poll(() => ledger.shownCount()).toBe(all);
});

test('a link shows the same list again', async () => {
  await ledger.open('units');
  await ledger.tab('空白点').click();
  await ledger.find('qx');
  const shown = await ledger.shownCount();
  await expect(page).toHaveURL(/view=blank.*q=qx/);
  await page.reload();
  // The whole register is read again.
  await expect(ledger.tab('空白点')).toHaveAttribute('aria-selected', 'true', { timeout: 30_000 });
  await expect.poll(() => ledger.shownCount()).toBe(shown);
  await ledger.find('');
});

test('a wrong code is marked with what is wrong, and is fine once it is put right', async () => {
  await ledger.open('units');
  const name = await ledger.grid.getByRole('row').nth(1).locator('[data-link]').innerText();
  await ledger.find(name);
  const cell = await ledger.cell(ledger.row(name), '统一社会信用代码');
  const right = (await cell.innerText()).trim();
  const wrong = right.slice(0, -1) + (right.endsWith('1') ? '2' : '1');
  await ledger.typeInto(cell, wrong);
  await expect(cell).toHaveAttribute('title', /校验不通过/);
  await cell.click();
  await expect(page.getByText(/请对照证照逐位核对/).last()).toBeVisible();
  await ledger.typeInto(cell, right);
  await expect(cell).not.toHaveAttribute('title', /校验/);
  await expect(cell).toHaveText(right);
});

test('typing that does not fit a cell is refused with the reason and kept until Esc', async () => {
  await ledger.find('');
  const row = ledger.grid.getByRole('row').nth(2);
  const cell = await ledger.cell(row, '从业人员');
  const before = await cell.innerText();
  await ledger.typeInto(cell, '约50');
  await expect(page.getByRole('alert')).toContainText('请只填阿拉伯数字');
  await page.keyboard.press('Escape');
  await expect(cell).toHaveText(before);
});

test('the keyboard moves, selects, copies and takes back as in Excel', async () => {
  await ledger.open('units');
  const first = ledger.grid.getByRole('row').nth(1);
  await (await ledger.cell(first, '覆盖情况')).click();
  await page.keyboard.press('ArrowRight');
  expect(await ledger.activeCell()).toContain('所属乡镇');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  expect(await ledger.activeCell()).toContain('单位名称');
  await page.keyboard.press('Control+ArrowDown');
  await expect(ledger.grid.getByRole('row').filter({ has: page.locator('[data-active]') })).toHaveAttribute(
    'aria-rowindex',
    String((await ledger.shownCount()) + 1),
  );
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split(/\r?\n/)).toHaveLength(2);
  const staff = await ledger.cell(first, '从业人员');
  const before = await staff.innerText();
  await staff.click();
  await page.keyboard.press('Delete');
  await expect(staff).toHaveText('');
  await page.keyboard.press('Control+z');
  await expect(staff).toHaveText(before);
  await page.keyboard.press('Control+y');
  await expect(staff).toHaveText('');
  await page.keyboard.press('Control+z');
  await expect(staff).toHaveText(before);
});

test('numbers typed down a column without a pause each land in their own cell', async () => {
  const staff = await Promise.all(
    [1, 2, 3].map((at) => ledger.cell(ledger.grid.getByRole('row').nth(at), '从业人员')),
  );
  const before = await Promise.all(staff.map((cell) => cell.innerText()));
  await staff[0]!.click();
  const keys = ['4', '1', 'Enter', '4', '2', 'Enter', '4', '3', 'ArrowDown'];
  for (const key of keys) await page.keyboard.press(key);
  for (const [at, cell] of staff.entries()) await expect(cell).toHaveText(String(41 + at));
  expect(await ledger.activeCell()).toContain('从业人员');
  for (const _ of staff) await page.keyboard.press('Control+z');
  for (const [at, cell] of staff.entries()) await expect(cell).toHaveText(before[at]!);
});

test('on a busy disk the table goes on after a moment, and says that it is still saving', async () => {
  const staff = await ledger.cell(ledger.grid.getByRole('row').nth(1), '从业人员');
  const saving = page.getByRole('status').filter({ hasText: '正在保存…' });
  const before = await staff.innerText();
  const letGo = await holdDatabase(page, 'units');
  const typed = page.locator('textarea:focus');
  await staff.click();
  await page.keyboard.type('47');
  await expect(typed).toHaveValue('47');
  await page.keyboard.press('Enter');
  await expect(typed).toHaveValue('');
  await expect(saving).toBeVisible();
  await expect(staff).toHaveText(before);
  await letGo();
  await expect(staff).toHaveText('47');
  await expect(saving).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(staff).toHaveText(before);
});

test('a block from a spreadsheet is previewed cell by cell before it is written', async () => {
  const rows = [1, 2].map((at) => ledger.grid.getByRole('row').nth(at));
  const staff = await ledger.cell(rows[0]!, '从业人员');
  const staffBelow = await ledger.cell(rows[1]!, '从业人员');
  const before = [await staff.innerText(), await staffBelow.innerText()];
  await ledger.pasteAt(staff, '123\n不详');
  await expect(ledger.pastePreview).toContainText('有变化 1 处');
  await expect(ledger.pastePreview).toContainText('“不详”不是数字');
  expect(await findAxeViolations(page)).toEqual([]);
  await ledger.pastePreview.getByRole('button', { name: '写入 1 处改动' }).click();
  await expect(staff).toHaveText('123');
  await expect(staffBelow).toHaveText(before[1]!);
  await page.keyboard.press('Control+z');
  await expect(staff).toHaveText(before[0]!);
});

test('a column filter narrows the list and is a chip that can be closed', async () => {
  await ledger.open('units');
  const all = await ledger.shownCount();
  await (await ledger.cell(ledger.grid.getByRole('row').nth(1), '经营状态')).click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('checkbox', { name: /^注销/ }).check();
  await page.getByRole('button', { name: '完成' }).click();
  await expect.poll(() => ledger.shownCount()).toBeLessThan(all);
  await page.getByRole('button', { name: '取消筛选：经营状态：注销' }).click();
  await expect.poll(() => ledger.shownCount()).toBe(all);
});

test('deleting asks once more, can be undone, and the bin gives records back', async () => {
  await ledger.open('units');
  const all = await ledger.tabCount('全部');
  const first = ledger.grid.getByRole('row').nth(1);
  const name = await first.locator('[data-link]').innerText();
  await first.getByRole('checkbox').check();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByRole('menuitem', { name: '删除选中的 1 户' }).click();
  await expect.poll(() => ledger.tabCount('全部')).toBe(all - 1);
  await ledger.tab('已删除').click();
  await ledger.row(name).getByRole('checkbox').check();
  await page.getByRole('button', { name: '恢复', exact: true }).click();
  await expect.poll(() => ledger.tabCount('全部')).toBe(all);
});

test('on a day in the past the page says that the records are still today’s', async () => {
  await ledger.open('units');
  const note = page.getByText(/填写的内容仍是当前台账，修改立即生效/);
  await expect(note).toHaveCount(0);
  await page.getByRole('button', { name: /^统计时点/ }).click();
  await page.getByRole('button', { name: '上年末' }).click();
  await expect(note).toBeVisible();
  await page.getByRole('button', { name: '回到今天' }).click();
  await expect(note).toHaveCount(0);
});

test('a view of one’s own keeps filters under a name', async () => {
  await ledger.open('units', '?view=aboveScale&q=qx');
  const shown = await ledger.shownCount();
  await page.getByRole('button', { name: '保存视图' }).click();
  await page.getByLabel('视图名称').fill('青溪规上');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(ledger.tab('青溪规上')).toHaveAttribute('aria-selected', 'true');
  await ledger.tab('全部').click();
  await ledger.find('');
  await ledger.tab('青溪规上').click();
  await expect.poll(() => ledger.shownCount()).toBe(shown);
  await expect(ledger.search).toHaveValue('qx');
});

test('an organization renamed in another window has its new name in every row that shows it', async () => {
  await ledger.open('people', '?view=all');
  await ledger.find('');
  const heading = '组织关系所在党组织';
  const rows = ledger.grid.getByRole('row');
  const cell = await ledger.cell(rows.nth(1), heading);
  const old = await cell.innerText();
  const other = new LedgerPage(await page.context().newPage());
  await other.open('partyOrgs', '?view=all');
  await other.find(old);
  await other.typeInto(await other.cell(other.row(old), '党组织名称'), `${old}（改）`);
  await expect(other.row(`${old}（改）`)).toBeVisible();
  await other.page.close();
  await expect(cell).toHaveText(`${old}（改）`);
});

test('two entries of one unit become one', async () => {
  await ledger.open('units', '?view=all');
  await ledger.find('');
  const all = await ledger.tabCount('全部');
  for (const at of [1, 2]) await ledger.grid.getByRole('row').nth(at).getByRole('checkbox').check();
  await page.getByRole('button', { name: '合并重复' }).click();
  const dialog = page.getByRole('dialog', { name: '合并重复单位' });
  expect(await findAxeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^合并，保留/ }).click();
  await expect.poll(() => ledger.tabCount('全部')).toBe(all - 1);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect.poll(() => ledger.tabCount('全部')).toBe(all);
});

for (const table of ['units', 'partyOrgs', 'instructors', 'partyRooms', 'people', 'orgUnits'])
  test(`the table of ${table} is free of barriers`, async () => {
    await ledger.open(table);
    expect(await findAxeViolations(page)).toEqual([]);
  });
