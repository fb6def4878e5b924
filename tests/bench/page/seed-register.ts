/** Fills the register of a window the way an office would: by restoring a backup file in 设置. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeBackup } from '@renderer/data/backup';
import type { DemoDrafts } from '@shared/demo/demo-model';
import { demoSeed, generateDemoCounty, generateUnits } from '@shared/demo/generate-county';
import { registerOf } from '@shared/demo/register-of';
import type { Register } from '@shared/domain/collections';

const asOf = '2026-06-30';
const madeAt = '2026-06-30T08:00:00.000Z';

/**
 * The demo county with its organizations, people, visits and rooms, and as many further units as it takes.
 * @param unitCount 0 = the county's places and office only
 */
export function countyOf(unitCount: number): Register {
  const { settings, orgUnits, ...county } = generateDemoCounty(demoSeed, asOf);
  if (unitCount === 0) return registerOf({ settings, orgUnits }, madeAt);
  // The same seed gives the same townships, and now and then the same unit again.
  const ids = new Set(county.units.map((unit) => unit.id));
  const codes = new Set(county.units.map((unit) => unit.uscc));
  const further = generateUnits(unitCount, demoSeed, asOf).filter(
    (unit) => !ids.has(unit.id) && (unit.uscc === null || !codes.has(unit.uscc)),
  );
  const units: DemoDrafts['units'] = [...county.units, ...further].slice(0, unitCount);
  return registerOf({ ...county, settings, orgUnits, units }, madeAt);
}

/** @param page has the probe */
export async function restoreInto(page: Page, url: string, register: Register): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-bench-'));
  const file = join(folder, 'backup.json');
  await writeFile(file, writeBackup(register, madeAt));
  try {
    await page.goto(url);
    await page.getByRole('button', { name: '新建台账' }).click();
    await page.getByLabel(/填报单位/).fill('临时');
    await page.getByLabel(/县（市、区）/).fill('临时县');
    await page.getByRole('button', { name: '建立台账' }).click();
    await page.getByRole('heading', { level: 1, name: '概览' }).waitFor();
    // The new register brings its first page along, which would take the place of the next one.
    await page.evaluate(() => window.paintProbe.whenQuiet());
    await page.getByRole('link', { name: '设置' }).click();
    await page.getByRole('tab', { name: '备份' }).click();
    await chooseFile(page, file);
    const reloaded = page.waitForEvent('load', { timeout: 300_000 });
    await page.getByRole('button', { name: '换成备份的内容' }).click({ timeout: 120_000 });
    await reloaded;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** By its path: Playwright would send the content of so large a file to a browser it only joined. */
async function chooseFile(page: Page, file: string): Promise<void> {
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: "document.querySelector('input[type=file]')",
  });
  await session.send('DOM.setFileInputFiles', { files: [file], objectId: result.objectId ?? '' });
  await session.detach();
}
