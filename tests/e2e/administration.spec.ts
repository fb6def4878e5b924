import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { CountyProcess } from '../support/county/county-process';
import { testPassword as password } from '../support/county/test-users';
import { findAxeViolations } from '../support/find-axe-violations';
import { LinkedClerk } from '../support/pages/linked-clerk';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let county: CountyProcess;
let administrator: LinkedClerk;
let newcomer: LinkedClerk;
const given = { password: '', code: '' };

const connected = (browser: Browser, code: string, userName: string): Promise<LinkedClerk> =>
  LinkedClerk.connected(browser, county.url, { code, userName, password });

test.beforeAll(async ({ browser }) => {
  county = await CountyProcess.begin(3);
  administrator = await connected(browser, 'COUNTY1', 'administrator');
});
test.afterEach(() => expect(administrator.errors).toEqual([]));
test.afterAll(async () => {
  for (const one of [administrator, newcomer]) await one?.context.close();
  await county?.dispose();
});

const section = async (name: string): Promise<Page> => {
  const { page } = administrator;
  await administrator.open('administration');
  await page.getByRole('tab', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
  return page;
};
const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

async function pick(scope: Page | Locator, label: string, option: string): Promise<void> {
  await scope.getByRole('combobox', { name: label }).click();
  await administrator.page.getByRole('option', { name: option, exact: true }).click();
}

test('places: a village is made, renamed and moved after a word about what goes along', async () => {
  const page = await section('组织层级');
  await page.getByRole('button', { name: '新建下级：东溪镇' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '新建' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('请填写名称。');
  await dialog.getByRole('textbox', { name: '名称' }).fill('新桥村');
  await dialog.getByRole('textbox', { name: '区划代码' }).fill('12');
  await dialog.getByRole('button', { name: '新建' }).click();
  await expect(dialog.getByRole('alert')).toContainText('区划代码');
  await dialog.getByRole('textbox', { name: '区划代码' }).fill('');
  expect(await findAxeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '新建' }).click();
  await expect(rowOf(page, '新桥村')).toContainText('村（社区）');
  await page.getByRole('button', { name: '修改：新桥村' }).click();
  await dialog.getByRole('textbox', { name: '名称' }).fill('新桥社区');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '移动：新桥社区' }).click();
  await expect(dialog.getByText(/条记录一起移到新的上级/)).toBeVisible();
  await pick(dialog, '新的上级', '测试县 / 西岭镇');
  await dialog.getByRole('button', { name: '移动' }).click();
  await expect(rowOf(page, '新桥社区')).toBeVisible();
  await expect(page.getByRole('rowheader').last()).toHaveText('新桥社区');
  // Places are records of the register: what is done here reaches the ledger of this device too.
  await administrator.open('ledger/orgUnits');
  await expect(administrator.ledger.row('新桥社区')).toContainText('西岭镇', { timeout: 30_000 });
});

test('accounts: the initial password is shown once', async () => {
  const page = await section('账号');
  await page.getByRole('button', { name: '新建账号' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '姓名' }).fill('李新');
  await pick(dialog, '所在', '测试县 / 东溪镇');
  await dialog.getByRole('textbox', { name: '用户名' }).fill('clerk');
  await dialog.getByRole('button', { name: '新建' }).click();
  await expect(dialog.getByRole('alert')).toContainText('已有人使用');
  await dialog.getByRole('textbox', { name: '用户名' }).fill('lixin');
  await dialog.getByRole('button', { name: '新建' }).click();
  const shown = page.getByTestId('initial-password');
  await expect(shown).toHaveText(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  given.password = await shown.innerText();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '已告诉本人' }).click();
  await expect(rowOf(page, '李新')).toContainText('未登录过');
});

test('codes: one code for one computer, to read out, to scan and to print', async () => {
  const page = await section('登记码');
  await page.getByRole('button', { name: '发登记码' }).first().click();
  const dialog = page.getByRole('dialog');
  await pick(dialog, '这台电脑属于', '测试县 / 东溪镇');
  await dialog.getByRole('textbox', { name: '说明' }).fill('李新的台式机');
  await dialog.getByRole('button', { name: '发放' }).click();
  const shown = page.getByTestId('enrolment-code');
  await expect(shown).toHaveText(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/);
  given.code = await shown.innerText();
  await expect(page.getByRole('img', { name: '扫码打开连接县级的页面' })).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '打印' }).click();
  const slip = page.frameLocator('iframe[data-print]');
  await expect(slip.getByText(given.code)).toBeAttached();
  await expect(slip.locator('svg')).toBeAttached();
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('row').filter({ hasText: '李新的台式机' })).toContainText('可以用');
});

test('a code given by mistake is taken back', async () => {
  const page = await section('登记码');
  await page.getByRole('button', { name: '发登记码' }).first().click();
  const dialog = page.getByRole('dialog');
  await pick(dialog, '这台电脑属于', '测试县 / 东溪镇');
  await dialog.getByRole('textbox', { name: '说明' }).fill('发错的一个');
  await dialog.getByRole('button', { name: '发放' }).click();
  await page.getByRole('button', { name: '完成' }).click();
  const row = page.getByRole('row').filter({ hasText: '发错的一个' });
  await row.getByRole('button', { name: '收回' }).click();
  await expect(dialog).toContainText('发给东溪镇（发错的一个）的登记码收回后');
  expect(await findAxeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '收回', exact: true }).click();
  await expect(row).toHaveCount(0);
});

test('[DEVICE-1] the newcomer enters by the scanned address and chooses a password of her own', async ({
  browser,
}) => {
  newcomer = await LinkedClerk.at(browser, county.url);
  const { page } = newcomer;
  await page.goto(`${county.url}/#/connect?code=${given.code}`);
  await page.reload();
  await expect(page.getByRole('textbox', { name: '登记码' })).toHaveValue(given.code);
  await page.getByRole('button', { name: '登记这台设备' }).click();
  await page.getByRole('textbox', { name: '用户名' }).fill('lixin');
  await page.getByRole('textbox', { name: '密码' }).fill('wrong');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('用户名或密码不正确');
  await page.getByRole('textbox', { name: '密码' }).fill(given.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { name: '换成自己的密码' })).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  // ROLE-5: there is no way around it, also not by another page or a reload.
  await newcomer.open('ledger/units');
  await page.reload();
  const gate = page.getByRole('dialog', { name: '请先换成自己的密码' });
  await expect(gate).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(gate).toBeVisible();
  await expect(newcomer.line).toHaveText('请先改密码');
  expect(await findAxeViolations(page)).toEqual([]);
  await newcomer.open('connect');
  await expect(gate).toHaveCount(0);
  await page.getByRole('textbox', { name: '现在的密码' }).fill(given.password);
  await page.getByRole('textbox', { name: /^新密码/ }).fill('青山-绿水-2026');
  await page.getByRole('textbox', { name: '再填一次新密码' }).fill('青山-绿水-2026');
  await page.getByRole('button', { name: '改密码' }).click();
  await page.getByRole('button', { name: '查看同步情况' }).click();
  await newcomer.quiet();
  // Accounts are none of a clerk's business.
  await expect(page.getByRole('navigation', { name: '主导航' }).getByText('管理')).toHaveCount(0);
  await newcomer.open('administration');
  await expect(page.getByText('这里由县级管理员使用')).toBeVisible();
  await newcomer.open('account');
  await expect(page.getByText('东溪镇，乡镇（街道）').first()).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
});

test('[DEVICE-4] who forgot her password and has no sheet reads a code to the county and gets one back', async () => {
  const { page } = newcomer;
  await newcomer.open('settings');
  await page.getByRole('tab', { name: '本机安全' }).click();
  await page.getByRole('button', { name: '设置本机口令…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('您的姓名').fill('李新');
  await dialog.getByLabel('新口令（至少 8 位）').fill('谁也记不住的口令');
  await dialog.getByLabel('再输一次新口令').fill('谁也记不住的口令');
  await dialog.getByRole('button', { name: '设置口令' }).click();
  await dialog.getByLabel('已经打印或抄好，核对无误').check();
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(page.getByText('可以在锁定画面请测试县协助恢复')).toBeVisible();
  // The next round hands it over, with what the device says about itself.
  const told = page.waitForRequest((request) => request.url().endsWith('/devices/self'));
  await newcomer.change('东溪第0001号有限公司', { 经营地: '东溪镇工业路8号' });
  expect((await told).postData()).toContain('"box":"');
  await newcomer.quiet();
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: '忘记口令' }).click();
  await page.getByText('请县级协助恢复').click();
  const request = await page.getByTestId('unlock-request').innerText();
  expect(await findAxeViolations(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存求助文件…' }).click();
  const file = await (await download).path();

  const desk = await section('设备');
  const ask = desk.getByRole('dialog');
  for (const way of ['file', 'code'] as const) {
    await desk.getByRole('button', { name: '协助解锁…' }).click();
    if (way === 'file') await ask.locator('input[type=file]').setInputFiles(file);
    else {
      await ask.getByRole('textbox', { name: '求助码' }).fill(request.toLowerCase());
      await ask.getByRole('button', { name: '下一步' }).click();
    }
    await expect(ask).toContainText('东溪镇');
    await ask.getByRole('button', { name: '给出解锁码' }).click();
    await expect(ask.getByRole('alert')).toHaveText('请写明怎样核对的身份。');
    await ask.getByRole('textbox', { name: '怎样核对的身份' }).fill('回拨座机，李新本人');
    expect(await findAxeViolations(desk)).toEqual([]);
    await ask.getByRole('button', { name: '给出解锁码' }).click();
    await expect(ask.getByTestId('unlock-code')).toBeVisible();
    if (way === 'file') await ask.getByRole('button', { name: '完成' }).click();
  }
  const code = await ask.getByTestId('unlock-code').innerText();
  await ask.getByRole('button', { name: '完成' }).click();

  await page.getByLabel('县级告知的解锁码').fill(code);
  await page.getByLabel('新口令（至少 8 位）').fill('这回记得住的口令');
  await page.getByLabel('再输一次新口令').fill('这回记得住的口令');
  await page.getByRole('button', { name: '换口令并解锁' }).click();
  await newcomer.quiet();
  // Used up: the next request has another name.
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: '忘记口令' }).click();
  await page.getByText('请县级协助恢复').click();
  await expect(page.getByTestId('unlock-request')).not.toHaveText(request);
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByLabel('口令', { exact: true }).fill('这回记得住的口令');
  await page.getByRole('button', { name: '解锁' }).click();
  await newcomer.quiet();
});

test('[DEVICE-2] a device taken out of use hands in what it holds, and an organizer takes it', async ({
  browser,
}) => {
  await newcomer.openUnit('东溪第0001号有限公司');
  await newcomer.goOffline();
  await newcomer.change('东溪第0001号有限公司', { 经营地: '东溪镇工业路18号' });
  const page = await section('设备');
  const own = page.getByRole('row').filter({ hasText: '李新' });
  await expect(own).toContainText('正常');
  await own.getByRole('button', { name: /^停用/ }).click();
  await expect(page.getByText(/下次联上网时先把未上报的改动交到/)).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect(own).toContainText('停用中，等它交回');
  await newcomer.goOnline();
  // Everything handed in and cleared: the first screen, as on the first day.
  await expect(newcomer.page.getByRole('button', { name: '连接县级' })).toBeVisible({ timeout: 60_000 });

  const organizer = await connected(browser, 'COUNTY2', 'organizer');
  await organizer.open('administration?section=held');
  const held = organizer.page.getByRole('table', { name: '停用设备的改动' });
  const row = held.getByRole('row').filter({ hasText: '东溪第0001号有限公司' });
  await expect(row).toContainText('修改经营地');
  expect(await findAxeViolations(organizer.page)).toEqual([]);
  await row.getByRole('checkbox').check();
  await organizer.page.getByRole('button', { name: '收下选中的 1 条' }).click();
  await expect(organizer.page.getByText('没有要看的')).toBeVisible();
  await organizer.quiet();
  const panel = await organizer.openUnit('东溪第0001号有限公司');
  await expect(organizer.field(panel, '经营地')).toHaveValue('东溪镇工业路18号', { timeout: 30_000 });
  expect(organizer.errors).toEqual([]);
  await organizer.context.close();
});

test('an account that is stopped cannot log in, and everything stands in the log', async () => {
  let page = await section('账号');
  await rowOf(page, '李新').getByRole('button', { name: /^停用/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect(rowOf(page, '李新')).toContainText('已停用');
  page = await section('操作记录');
  const log = page.getByRole('table', { name: '操作记录' });
  for (const words of ['新建组织层级', '修改组织层级', '新建账号', '发放登记码', '登记设备', '本人修改密码'])
    await expect(log.getByText(words, { exact: true }).first()).toBeVisible();
  for (const words of ['停用设备', '清除设备', '协助设备解锁', '修改账号'])
    await expect(log.getByText(words, { exact: true }).first()).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
});
