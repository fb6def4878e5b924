/** 设置 · 本机安全 and the lock screen, as a clerk works with them. */
import { expect, type Page } from '@playwright/test';

export async function openSafety(page: Page): Promise<void> {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '本机安全' }).click();
}

/** The first password of a computer. */
export async function setFirstPassword(page: Page, name: string, password: string): Promise<void> {
  await openSafety(page);
  await page.getByRole('button', { name: '设置本机口令…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('您的姓名').fill(name);
  await dialog.getByLabel('新口令（至少 8 位）').fill(password);
  await dialog.getByLabel('再输一次新口令').fill(password);
  await dialog.getByRole('button', { name: '设置口令' }).click();
  await dialog.getByLabel('已经打印或抄好，核对无误').check();
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('row', { name: new RegExp(`${name} 正在使用`) })).toBeVisible();
}

export async function unlockWith(page: Page, password: string): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '解锁' }).click();
}
