import { readFileSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import { expect, test } from '@playwright/test';
import { findAxeViolations } from '../support/find-axe-violations';
import { fixturePath, ImportPage } from '../support/pages/import-page';

const enterprises = '清溪镇非公企业党建工作台账.xlsx';
const villages = '石桥镇两新组织底册.xls';
const instructors = '清溪镇指导员与阵地台账.xlsx';
const socialOrgs = '柳河乡社会组织.csv';

const filesFromScratch = [
  { file: enterprises, township: '清溪镇', written: { 两新组织: 44, 党组织: 25 } },
  { file: villages, township: '石桥镇', written: { 两新组织: 36, 党组织: 15, 指导员: 8 } },
  { file: socialOrgs, township: '柳河乡', written: { 两新组织: 16, 党组织: 10 } },
  { file: instructors, township: '清溪镇', written: { 指导员: 6, 活动阵地: 7 } },
];

for (const { file, township, written } of filesFromScratch)
  test(`an empty register takes in ${file}`, async ({ page }) => {
    const wizard = new ImportPage(page);
    await wizard.startFirstImport();
    await wizard.chooseFile(file);
    await wizard.expectStep('工作表与列');
    await wizard.nameOffice(township);
    await wizard.goTo('核对问题');
    await wizard.goTo('差异确认');
    await wizard.decideAll();
    await wizard.confirm();
    for (const [kind, count] of Object.entries(written)) expect(await wizard.writtenCount(kind)).toBe(count);
    await expect(page.getByText('原文件已随本批保存')).toBeVisible();
    await expect(
      page.getByRole('banner').or(page.locator('header')).getByText(township).first(),
    ).toBeVisible();
  });

test('the same file again has nothing new, another one adds to the register', async ({ page }) => {
  const wizard = new ImportPage(page);
  await wizard.startFirstImport();
  await wizard.importWorkbook(enterprises);
  await wizard.startAnother();
  await wizard.chooseFile(enterprises);
  await wizard.goTo('核对问题');
  await wizard.goTo('差异确认');
  await expect(page.getByText(/已经导入过/)).toBeVisible();
  expect(await wizard.planCount('新增')).toBe(0);
  expect(await wizard.planCount('有变化')).toBe(0);
  await expect(page.getByRole('button', { name: '确认写入' })).toBeDisabled();
});

test('an import can be taken back, at once and later', async ({ page }) => {
  const wizard = new ImportPage(page);
  await wizard.startFirstImport();
  await wizard.importWorkbook(socialOrgs);
  await wizard.undoThisBatch();
  await expect(page.getByText('台账已恢复到导入之前')).toBeVisible();
  await wizard.startAnother();
  await expect(page.getByRole('row', { name: /柳河乡社会组织.*已撤销/ })).toBeVisible();
  await wizard.importWorkbook(socialOrgs);
  expect(await wizard.writtenCount('两新组织')).toBe(16);
  await page.reload();
  await page.getByRole('link', { name: '导入' }).click();
  await wizard.undoThisBatch();
  await expect(page.getByRole('row', { name: /柳河乡社会组织.*已撤销/ })).toHaveCount(2);
});

test.describe('problems', () => {
  test.beforeEach(async ({ page }) => {
    const wizard = new ImportPage(page);
    await wizard.startFirstImport();
    await wizard.chooseFile(enterprises);
    await wizard.goTo('核对问题');
  });

  test('a wrong code is put right in the preview, and the problem is gone', async ({ page }) => {
    const wizard = new ImportPage(page);
    await expect(wizard.group('信用代码校验不通过')).toBeVisible();
    await wizard.group('信用代码校验不通过').click();
    await expect(wizard.currentProblem).toContainText('第20行');
    await wizard.editCell(20, 'I', '91340123MA9TXYX10L');
    await expect(wizard.group('信用代码校验不通过')).toHaveCount(0);
    await wizard.currentProblem.getByRole('button', { name: '撤回上一步修改' }).click();
    await expect(wizard.group('信用代码校验不通过')).toBeVisible();
  });

  test('one answer settles all alike', async ({ page }) => {
    const wizard = new ImportPage(page);
    const group = wizard.group('联合支部没有名称');
    await group.click();
    const count = Number((await group.innerText()).replace(/\D/g, ''));
    expect(count).toBeGreaterThan(5);
    await wizard.currentProblem.getByRole('checkbox', { name: `另有${count - 1}处` }).check();
    await wizard.currentProblem.getByRole('button', { name: '没有问题，保持不变' }).click();
    await expect(group).toHaveCount(0);
    await wizard.currentProblem.getByRole('button', { name: '撤回上一步修改' }).click();
    await expect(group).toContainText(`${count}处`);
  });

  test('N and P go through the problems; the grid follows with its own keys', async ({ page }) => {
    const wizard = new ImportPage(page);
    await expect(wizard.currentProblem).toContainText('第8行');
    await page.keyboard.press('n');
    await expect(wizard.currentProblem).toContainText('第20行');
    await page.keyboard.press('p');
    await expect(wizard.currentProblem).toContainText('第8行');
    await wizard.grid.focus();
    await page.keyboard.press('ArrowDown');
    await expect(wizard.cell(9, 'I')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('91340123MA9TXYX10L');
    await page.keyboard.press('Escape');
    await expect(wizard.cell(9, 'I')).toHaveText('91340123MA0Q4GUFXX');
  });

  test('going back to the columns and forth keeps what was done', async ({ page }) => {
    const wizard = new ImportPage(page);
    await wizard.editCell(8, 'I', '91340123MA9TXYX10L');
    await expect(wizard.group('信用代码变成了数字')).toHaveCount(0);
    await page.getByRole('button', { name: '上一步', exact: true }).click();
    await wizard.expectStep('工作表与列');
    await page.getByRole('button', { name: '核对问题' }).first().click();
    await expect(wizard.cell(8, 'I')).toHaveText('91340123MA9TXYX10L');
    await page.getByRole('button', { name: '选择文件' }).first().click();
    await expect(page.getByText(`正在导入“${enterprises}”`)).toBeVisible();
    await page.getByRole('button', { name: '继续导入' }).click();
    await wizard.expectStep('工作表与列');
  });
});

test('a decision is made with both sides in view, and what differs may be kept', async ({ page }) => {
  const wizard = new ImportPage(page);
  await wizard.startFirstImport();
  await wizard.chooseFile(enterprises);
  await wizard.goTo('核对问题');
  await wizard.goTo('差异确认');
  const twin = page.getByRole('radiogroup', { name: /安徽万里永陶瓷有限责任公司/ });
  await expect(page.getByRole('table', { name: /安徽万里永陶瓷有限责任公司与/ })).toContainText('曾用名');
  expect(await wizard.planCount('需您决定')).toBe(2);
  await twin.getByRole('radio', { name: /以本行为准/ }).check();
  await expect(twin.getByRole('radio', { name: /以本行为准/ })).toBeChecked();
  await expect.poll(() => wizard.planCount('需您决定')).toBe(1);
  await expect.poll(() => wizard.planCount('有变化')).toBe(1);
  await wizard.openList('有变化');
  await page.getByRole('checkbox', { name: /曾用名保留原值/ }).check();
  await wizard.confirm();
  await expect(page.getByText('1条没有决定')).toBeVisible();
});

test('a corrected column is remembered for the next file', async ({ page }) => {
  const wizard = new ImportPage(page);
  await wizard.startFirstImport();
  await wizard.chooseFile(socialOrgs);
  const column = page.getByRole('button', { name: /D列“业务主管单位”/ });
  await expect(column).toHaveText('业务主管单位');
  await column.click();
  await page.getByRole('option', { name: '登记机关' }).click();
  await expect(page.getByText('已改')).toBeVisible();
  await wizard.goTo('核对问题');
  await wizard.goTo('差异确认');
  await wizard.confirm();
  await wizard.startAnother();
  await wizard.chooseFile(socialOrgs);
  await expect(column).toHaveText('登记机关');
  await expect(page.getByText('上次改过')).toBeVisible();
});

test.describe('files that cannot be read', () => {
  const workbook = readFileSync(fixturePath(enterprises));
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', new Uint8Array([4, 0, 4, 0]));
  CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(600));
  // CFB.write answers with the kind of bytes its option names.
  const encrypted = CFB.write(container, { type: 'buffer' }) as Buffer;
  const bad = [
    { name: '空.xlsx', buffer: Buffer.alloc(0), says: /是空文件/ },
    { name: '截断.xlsx', buffer: workbook.subarray(0, workbook.length >> 1), says: /不完整或已损坏/ },
    { name: '加密.xlsx', buffer: encrypted, says: /设有打开密码/ },
    {
      name: '照片.xlsx',
      buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      says: /不是表格文件/,
    },
  ];

  for (const { name, buffer, says } of bad)
    test(`${name} is refused in words`, async ({ page }) => {
      const wizard = new ImportPage(page);
      await wizard.startFirstImport();
      await wizard.chooseFile({ name, mimeType: 'application/octet-stream', buffer });
      await expect(page.getByRole('alert')).toContainText(says);
      await expect(page.getByRole('alert')).toContainText('台账没有任何改动');
      await wizard.expectStep('选择文件');
    });

  test('a file of more than 200 MB is refused before it is read', async ({ page }) => {
    const path = join(tmpdir(), `大表-${process.pid}.xlsx`);
    const file = await open(path, 'w');
    await file.truncate(201 * 1024 * 1024);
    await file.close();
    try {
      const wizard = new ImportPage(page);
      await wizard.startFirstImport();
      await wizard.choosePath(path);
      await expect(page.getByRole('alert')).toContainText(/有201兆，超过/);
    } finally {
      await rm(path);
    }
  });

  test('a bad file leaves the import under way alone', async ({ page }) => {
    const wizard = new ImportPage(page);
    await wizard.startFirstImport();
    await wizard.chooseFile(socialOrgs);
    await wizard.expectStep('工作表与列');
    await page.getByRole('button', { name: '上一步', exact: true }).click();
    await wizard.chooseFile({
      name: '空.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(0),
    });
    await expect(page.getByRole('alert')).toContainText('是空文件');
    await page.getByRole('button', { name: '继续导入' }).click();
    await expect(page.getByRole('combobox', { name: /“柳河乡社会组织”登记的是/ })).toHaveValue('社会组织');
  });
});

test('no step has serious accessibility violations', async ({ page }) => {
  const wizard = new ImportPage(page);
  await wizard.startFirstImport();
  expect(await findAxeViolations(page)).toEqual([]);
  await wizard.chooseFile(villages);
  await wizard.expectStep('工作表与列');
  await expect(page.getByRole('table')).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await wizard.goTo('核对问题');
  await expect(wizard.grid).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await wizard.goTo('差异确认');
  await wizard.planCount('新增');
  expect(await findAxeViolations(page)).toEqual([]);
  await wizard.confirm();
  expect(await findAxeViolations(page)).toEqual([]);
});
