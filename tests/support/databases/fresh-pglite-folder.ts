import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { inject } from 'vitest';
import type { TestDatabases } from './test-databases';

export interface FreshFolder {
  /** Data folder of a migrated embedded database without rows; nobody has it open. */
  readonly folder: string;
  /** Empty folder around it, for what a test puts beside. */
  readonly around: string;
  dispose(): void;
}

export async function freshPgliteFolder(
  { pgliteTemplate }: TestDatabases = inject('testDatabases'),
): Promise<FreshFolder> {
  const around = mkdtempSync(join(tmpdir(), 'two-new-ledger-pglite-'));
  const folder = join(around, 'data');
  const loadDataDir = new Blob([readFileSync(pgliteTemplate)]);
  await (await PGlite.create(folder, { loadDataDir })).close();
  return { folder, around, dispose: () => rmSync(around, { recursive: true, force: true }) };
}
