/** ROLE-3: who only reads, from the account made for her to the table she takes away. */
import { expect, type Page, test } from '@playwright/test';
import { CountyProcess } from '../support/county/county-process';
import { testPassword as password } from '../support/county/test-users';
import { findAxeViolations } from '../support/find-axe-violations';
import { LinkedClerk, type Login } from '../support/pages/linked-clerk';

test.describe.configure({ timeout: 180_000 });

let county: CountyProcess;
test.beforeAll(async () => {
  county = await CountyProcess.begin(3);
});
test.afterAll(() => county?.dispose());

async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** As the administrator does it: an account, then a code for her computer. */
async function makeAuditor({
  page,
  open,
}: {
  page: Page;
  open: (path: string) => Promise<void>;
}): Promise<Login> {
  const dialog = page.getByRole('dialog');
  await open('administration?section=users');
  await page.getByRole('button', { name: '新建账号' }).click();
  await dialog.getByRole('textbox', { name: '姓名' }).fill('申计');
  await pick(page, '角色', '审计人员');
  await pick(page, '所在', '测试县');
  await dialog.getByRole('textbox', { name: '用户名' }).fill('shenji');
  await dialog.getByRole('button', { name: '新建' }).click();
  const initial = await page.getByTestId('initial-password').innerText();
  await page.getByRole('button', { name: '已告诉本人' }).click();
  await open('administration?section=codes');
  await page.getByRole('button', { name: '发登记码' }).first().click();
  await pick(page, '这台电脑属于', '测试县');
  await dialog.getByRole('button', { name: '发放' }).click();
  const code = await page.getByTestId('enrolment-code').innerText();
  return { userName: 'shenji', password: initial, code };
}

test('an auditor sees, exports and prints, and finds nothing to change anything with', async ({
  browser,
}) => {
  const administrator = await LinkedClerk.connected(browser, county.url, {
    code: 'COUNTY1',
    userName: 'administrator',
    password,
  });
  const login = await makeAuditor({
    page: administrator.page,
    open: (path) => administrator.open(path),
  });
  await administrator.context.close();

  const auditor = await LinkedClerk.at(browser, county.url);
  const own = auditor.page;
  await auditor.connect(login);
  // What she has just typed is not asked of her again.
  await expect(own.getByRole('textbox', { name: /^新密码/ })).toBeVisible();
  await expect(own.getByRole('textbox', { name: '现在的密码' })).toHaveCount(0);
  await own.getByRole('textbox', { name: /^新密码/ }).fill('明察-秋毫-2026');
  await own.getByRole('textbox', { name: '再填一次新密码' }).fill('明察-秋毫-2026');
  await own.getByRole('button', { name: '改密码' }).click();
  await own.getByRole('button', { name: '查看同步情况' }).click();
  await auditor.quiet();
  await expect(own.getByText('您以“审计人员”身份登录')).toBeVisible();
  const rail = own.getByRole('navigation', { name: '主导航' });
  for (const closed of ['导入', '管理']) await expect(rail.getByText(closed, { exact: true })).toHaveCount(0);

  // The table, the form beside it and the page of a unit are to be looked at.
  const panel = await auditor.openUnit('东溪第0001号有限公司');
  await expect(own.getByRole('button', { name: '新建单位' })).toHaveCount(0);
  await expect(panel.getByRole('button', { name: '保存' })).toHaveCount(0);
  await expect(auditor.field(panel, '经营地')).toBeDisabled();
  await (await auditor.staffOf('东溪第0001号有限公司')).dblclick();
  await own.keyboard.type('77');
  await own.keyboard.press('Enter');
  await expect(await auditor.staffOf('东溪第0001号有限公司')).not.toHaveText('77');
  await panel.getByRole('link', { name: '查看详情' }).click();
  for (const tab of ['党组织', '六有', '指导员走访', '阵地', '人员', '变更记录']) {
    await own.getByRole('tab', { name: tab, exact: true }).click();
    await expect(
      own.getByRole('tabpanel', { name: tab }).getByRole('button', { disabled: false }),
    ).toHaveCount(0);
  }
  await expect(own.getByRole('button', { name: '选派指导员' })).toHaveCount(0);
  expect(await findAxeViolations(own)).toEqual([]);
  await auditor.open('import');
  await expect(own.getByText('这里由经办人使用')).toBeVisible();
  await auditor.open('administration');
  await expect(own.getByText('这里由县级管理员使用')).toBeVisible();
  // Boards and tables are hers to read and to take away.
  await auditor.open('boards/targets');
  await expect(own.getByRole('heading', { level: 1, name: '看板：目标' })).toBeVisible();
  await expect(own.getByRole('link', { name: '设定目标' })).toHaveCount(0);
  await auditor.open('reports');
  const download = own.waitForEvent('download');
  await own.getByRole('button', { name: '保存 Excel' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  expect(auditor.errors).toEqual([]);
  await auditor.context.close();
});
