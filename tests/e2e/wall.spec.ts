/** 大屏 beside a real county: news comes without a reload, and neither a dead server nor a lost line takes the figures away. */
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { boards } from '@renderer/features/boards/page/board-names';
import { buildDocument } from '../support/build-documents';
import { chartsNotTakenAway } from '../support/charts-to-take-away';
import { CountyProcess } from '../support/county/county-process';
import { creationOf } from '../support/county/creation-of';
import { placeIds } from '../support/county/test-places';
import { testPassword as password } from '../support/county/test-users';
import { WireDevice } from '../support/county/wire-device';
import { findAxeViolations } from '../support/find-axe-violations';
import { BoardsPage } from '../support/pages/boards-page';
import { LinkedClerk } from '../support/pages/linked-clerk';

const clerkName = '岳小岭';

/** Two units with an organization, members, an instructor and a room: what 队伍和阵地 counts. */
function officeWork(orgUnitId: string) {
  const [unitId, otherId, since] = ['WEST-UNIT-1', 'WEST-UNIT-2', '2025-01-10'];
  const unit = (id: string, name: string, declared: { members: number; floating: number }) =>
    buildDocument('units', {
      id,
      orgUnitId,
      name,
      townshipId: orgUnitId,
      unitType: 'enterprise',
      status: 'operating',
      foundedOn: '2024-03',
      staff: 60,
      declared,
    });
  const org = buildDocument('partyOrgs', {
    id: 'WEST-ORG',
    orgUnitId,
    name: '中共西岭青禾有限公司支部委员会',
    foundedOn: since,
    status: 'active',
    tier: 'branch',
    formation: 'solo',
    hostUnitId: unitId,
    covers: { own: { unitId, from: since, to: null } },
  });
  // One person for two units: who lists the units instead finds one too many.
  const instructor = buildDocument('instructors', {
    id: 'WEST-INSTRUCTOR',
    orgUnitId,
    name: '韩小松',
    role: 'instructor',
    assignments: {
      first: { unitId, from: since, to: null },
      second: { unitId: otherId, from: since, to: null },
    },
  });
  const room = buildDocument('partyRooms', {
    id: 'WEST-ROOM',
    orgUnitId,
    name: '青禾党员活动室',
    unitId,
    roomKind: 'memberRoom',
    status: 'inUse',
    areaM2: 60,
  });
  return [
    creationOf('units', unit(unitId, '西岭青禾有限公司', { members: 6, floating: 2 }), clerkName),
    creationOf('units', unit(otherId, '西岭白泽有限公司', { members: 0, floating: 0 }), clerkName),
    creationOf('partyOrgs', org, clerkName),
    creationOf('instructors', instructor, clerkName),
    creationOf('partyRooms', room, clerkName),
  ];
}

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.use({ viewport: { width: 1920, height: 1080 } });

let county: CountyProcess;
let organizer: LinkedClerk;
let township: WireDevice;
let page: Page;

test.beforeAll(async ({ browser }) => {
  county = await CountyProcess.begin(20);
  organizer = await LinkedClerk.connected(browser, county.url, {
    code: 'COUNTY1',
    userName: 'organizer',
    password,
  });
  page = organizer.page;
  await page.setViewportSize({ width: 1920, height: 1080 });
  township = await WireDevice.enrolled(county.url, { code: 'TOWNSHIP1', userName: 'clerk', password });
  await township.pull();
});
test.afterEach(() => expect(organizer.errors).toEqual([]));
test.afterAll(async () => {
  await organizer?.context.close();
  await county?.dispose();
});

/** A unit of the township closes down: there is one blank less. */
async function closeDown(number: number): Promise<void> {
  const changes = { status: { from: 'operating', to: 'deregistered' } };
  const about = { at: new Date().toISOString(), by: '章小溪', device: '乡镇电脑', batchId: null, note: null };
  const documentId = `UNIT-${String(number).padStart(5, '0')}`;
  const edit = { editId: randomUUID(), op: 'change' as const, changes, ...about };
  await township.push([{ collection: 'units', documentId, edit, content: null }]);
}

const scene = () => page.locator('[data-on="true"]');
const blanks = () => scene().getByRole('button', { name: /^空白点 \d+户/ });
const status = () => page.locator('footer').getByRole('status');
/** Lost with the page. */
const isSamePage = () => page.evaluate(() => document.documentElement.dataset['seenBefore'] === 'yes');

test('every board answered by the county: figures open their names, down to a township and up again', async () => {
  const west = await WireDevice.enrolled(county.url, {
    code: 'OTHERTOWNSHIP1',
    userName: 'otherClerk',
    password,
  });
  await west.pull();
  await west.push(officeWork(placeIds.otherTownship));
  const board = new BoardsPage(page);
  await organizer.open('boards/overview');
  await expect(board.figure('党组织')).toHaveText('1', { timeout: 60_000 });
  await board.checkFigures();
  for (const [name, title] of Object.entries(boards)) {
    await board.show(`/boards/${name}`, title);
    await expect(page.getByText(/^县级数据截至/)).toBeVisible();
    expect([title, await board.cutWords()]).toEqual([title, []]);
  }
  await board.show('/boards/overview', '总览');
  const path = page.getByRole('navigation', { name: '所在范围' });
  for (const [township, orgs] of [
    ['西岭镇', '1'],
    ['东溪镇', '0'],
  ] as const) {
    await page.getByRole('table').getByRole('button', { name: township, exact: true }).click();
    await expect(path.locator('[aria-current]')).toHaveText(township);
    const figure = board.figure('党组织');
    await expect(figure).toHaveText(orgs);
    await figure.click();
    expect([township, await board.openedCount()]).toEqual([township, Number(orgs)]);
    await path.getByRole('button', { name: '测试县' }).click();
    await expect(path.locator('[aria-current]')).toHaveText('测试县');
  }
});

test('opened from the boards, by choice; free of barriers, scene by scene', async () => {
  await organizer.open('boards/quality');
  await expect(page.getByRole('button', { name: '带走：县级尚未收到的改动' })).toBeVisible();
  expect(await chartsNotTakenAway(page, ['审核问题', '跨乡镇重复'])).toEqual([]);
  await organizer.open('boards/overview');
  await page.getByRole('button', { name: '大屏', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '大屏显示' });
  for (const name of ['队伍', '数据质量']) await dialog.getByRole('checkbox', { name }).uncheck();
  await dialog.getByRole('combobox', { name: '每屏停留' }).click();
  await page.getByRole('option', { name: '2 分钟' }).click();
  expect(await findAxeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '打开大屏' }).click();
  for (const title of ['总览', '覆盖', '六有', '目标']) {
    await expect(page.getByRole('heading', { level: 1, name: `测试县 ${title}` })).toBeVisible();
    await expect(scene().getByText(/^正在/)).toHaveCount(0);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
  }
  // The first one again: there are four.
  await expect(page.getByRole('heading', { level: 1, name: '测试县 总览' })).toBeVisible();
  // The coverage pair shares the width, so that it can be read from afar.
  const box = await scene().getByRole('heading', { level: 3, name: '组织覆盖率' }).boundingBox();
  expect(box?.width).toBeGreaterThan(700);
  await page.keyboard.press(' ');
  await expect(page.getByText('已暂停 1/4')).toBeVisible();
  // The address alone opens it again, on a computer nobody has chosen anything on.
  await page.evaluate(() => localStorage.removeItem('two-new-ledger.wall'));
  await page.reload();
  await expect(page.getByText('1/4')).toBeVisible({ timeout: 30_000 });
  await expect(blanks()).toHaveText('20户');
});

test('another address shows other scenes, without a reload', async () => {
  const hash = await page.evaluate(() => window.location.hash);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('2/4')).toBeVisible();
  await organizer.open('wall?scenes=team&seconds=120');
  await expect(page.getByRole('heading', { level: 1, name: '测试县 队伍' })).toBeVisible();
  await expect(page.getByText('1/1')).toBeVisible();
  // No line under any figure: a wall is read from afar.
  const lined = await scene()
    .locator('a, button')
    .evaluateAll((all) => all.filter((one) => getComputedStyle(one).textDecorationLine !== 'none').length);
  expect(lined).toBe(0);
  await page.evaluate((before) => {
    window.location.hash = before;
  }, hash);
  await expect(page.getByText('1/4')).toBeVisible();
  await expect(blanks()).toHaveText('20户');
});

test('an edit the county accepts is on the wall without a reload, and nothing else moves', async () => {
  await page.evaluate(() => {
    document.documentElement.dataset['seenBefore'] = 'yes';
  });
  const boxes = () =>
    scene()
      .locator('h3')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().y)));
  const before = await boxes();
  await closeDown(1);
  await expect(blanks()).toHaveText('19户');
  expect(await boxes()).toEqual(before);
  expect(await isSamePage()).toBe(true);
});

test('the server is killed and comes back: the last figures stay, then they go on', async () => {
  await county.kill();
  await expect(status()).toContainText('正在重连', { timeout: 120_000 });
  await expect(status()).toContainText('数据截至');
  await expect(blanks()).toHaveText('19户');
  expect(await findAxeViolations(page)).toEqual([]);
  await county.start();
  await closeDown(2);
  await expect(blanks()).toHaveText('18户', { timeout: 120_000 });
  await expect(status()).not.toContainText('正在重连');
  expect(await isSamePage()).toBe(true);
});

test('an expired login is said in words, and Esc leads back to the board', async () => {
  const other = await WireDevice.enrolled(county.url, { code: 'COUNTY2', userName: 'organizer', password });
  await other.changePassword(password, '青山-绿水-2026');
  await closeDown(3);
  await expect(status()).toContainText('登录已到期，请按 Esc 退出大屏，重新登录', { timeout: 60_000 });
  await expect(blanks()).toHaveText('18户');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: '看板：总览' })).toBeVisible();
});
