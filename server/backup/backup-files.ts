/** Names of backup files: what they are for and when they were written, sortable. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

export type BackupPurpose = 'daily' | 'manual' | 'before-restore';

/** @param at ISO, UTC; the name says the local time, as people look for it */
export function backupFileName(purpose: BackupPurpose, at: string): string {
  const local = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${local.getFullYear()}${two(local.getMonth() + 1)}${two(local.getDate())}`;
  const time = `${two(local.getHours())}${two(local.getMinutes())}${two(local.getSeconds())}`;
  return `${purpose}-${day}-${time}.ndjson.gz`;
}

const dailyName = /^daily-\d{8}-\d{6}\.ndjson\.gz$/;

/** Newest first; empty when there is no such folder yet. */
export async function listDailyBackups(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => dailyName.test(name))
    .sort()
    .reverse();
}

/** Removes the oldest of the daily backups; what people made themselves stays. */
export async function rotateDailyBackups(folder: string, keep: number): Promise<void> {
  const surplus = (await listDailyBackups(folder)).slice(keep);
  for (const name of surplus) await rm(join(folder, name));
}
