import { expect, type Page } from '@playwright/test';

/** 新建台账, as far as its first page: that would take the place of the next one asked for. */
export async function startBlankLedger(page: Page, officeName = '青溪镇党建办'): Promise<void> {
  await page.getByRole('button', { name: '新建台账' }).click();
  await page.getByLabel('填报单位').fill(officeName);
  await page.getByLabel('县（市、区）').fill('临川县');
  await page.getByRole('button', { name: '建立台账' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible();
}
