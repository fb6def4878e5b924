import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DailyJob } from '../daily-jobs';
import type { Database } from '../db/database';
import { backupFileName, listDailyBackups, rotateDailyBackups } from './backup-files';
import { type WrittenBackup, writeBackup } from './write-backup';

export interface DailyBackupOptions {
  readonly folder: string;
  /** By the server's clock, ISO. */
  readonly now: string;
  /** How many are kept; default 14. */
  readonly keep?: number;
}

/** A server that is restarted several times a day, or runs as two processes, does not push the older ones out. */
const shortestGapMs = 20 * 60 * 60_000;

/** @returns null when there is one of the last 20 hours already */
export async function backUpDaily(
  database: Database,
  { folder, now, keep = 14 }: DailyBackupOptions,
): Promise<WrittenBackup | null> {
  const [newest] = await listDailyBackups(folder);
  if (newest !== undefined) {
    const age = Date.parse(now) - (await stat(join(folder, newest))).mtimeMs;
    // A file from the future means the clock was put back: then one more is better than none for years.
    if (age >= 0 && age < shortestGapMs) return null;
  }
  const written = await writeBackup(database, join(folder, backupFileName('daily', now)), now);
  await rotateDailyBackups(folder, keep);
  return written;
}

export const dailyBackupJob = (folder: string): DailyJob => ({
  name: 'back up',
  run: async ({ database, now }) => {
    await backUpDaily(database, { folder, now: now() });
  },
});
