/** The desktop edition with a register of a given size, on whichever host this machine has. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../../scripts/bootstrap/build.mjs';
import { projectRoot } from '../../../scripts/bootstrap/project-root.mjs';
import type { Desktop } from '../../support/electron-host/desktop';
import { startDesktop } from '../../support/electron-host/start-desktop';
import { installProbe } from './paint-probe';
import { countyOf, restoreInto } from './seed-register';

export interface Installation {
  readonly profile: string;
  remove(): Promise<void>;
}

/** Selectors whose first paint the probe of every window looks for. */
export const grid = '[role=grid]';
export const firstRow = '[role=row][data-row]';

/** @param unitCount 0 = places and office only */
export async function install(unitCount: number): Promise<Installation> {
  await build(projectRoot, { onlyIfStale: true });
  const profile = await mkdtemp(join(tmpdir(), 'ledger-bench-'));
  const desktop = await openInstallation(profile);
  await restoreInto(desktop.page, addressOf(desktop), countyOf(unitCount));
  await desktop.page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 120_000 });
  await desktop.close();
  return { profile, remove: () => rm(profile, { recursive: true, force: true }) };
}

export async function openInstallation(profile: string): Promise<Desktop> {
  const desktop = await startDesktop(profile);
  if (desktop === null) throw new Error('the profile is in use');
  await installProbe(desktop.page, [grid, firstRow]);
  return desktop;
}

export const addressOf = ({ page }: Desktop): string => new URL('/', page.url()).href;

/**
 * Memory of one process that is its own and cannot be dropped (what Chromium calls its private footprint), MB.
 * @returns null where the system has no /proc
 */
export async function privateMemoryOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  if (status === null) return null;
  const kilobytes = ['RssAnon', 'VmSwap'].map((name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, part) => sum + part, 0) / 1024;
}
