import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Desktop } from '../support/electron-host/desktop';
import { startDesktop } from '../support/electron-host/start-desktop';
import { textOfPdf } from '../support/text-of-pdf';

let profile: string;
let desktop: Desktop | null = null;

test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'desktop-'));
});
test.afterEach(async () => {
  await desktop?.kill();
  await rm(profile, { recursive: true, force: true });
});

test('an official table saved as PDF carries its title, headings and page numbers, and nothing of the screen', async () => {
  desktop = await startDesktop(profile);
  if (!desktop) throw new Error('the profile was taken');
  const { page } = desktop;
  await page.getByRole('button', { name: '载入演示数据' }).click();
  await expect(page.getByText('这是演示数据')).toBeVisible({ timeout: 90_000 });
  await page.getByRole('link', { name: '报表', exact: true }).click();
  const file = join(profile, '表.pdf');
  await desktop.answerDialog({ kind: 'save', filePath: file });
  await page.getByRole('button', { name: '其他保存方式' }).click();
  await page.getByRole('menuitem', { name: 'PDF 文件' }).click();
  await expect(page.getByText('已保存', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  const bytes = await readFile(file);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const text = textOfPdf(bytes);
  if (text !== null) {
    expect(text).toContain('填报单位');
    expect(text).toMatch(/第\s*1\s*页/);
    expect(text).not.toContain('其他保存方式');
  }
  expect((await desktop.seen('dialog')).at(-1)).toMatchObject({ kind: 'save' });
});
