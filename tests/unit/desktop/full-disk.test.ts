/** A disk of a few hundred kilobytes, mounted for the test; only root can mount one. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBackupFolder } from '../../../electron/main/backup/backup-folder';
import { openJournal } from '../../../electron/main/journal/journal-folder';

// The log needs Electron; what it is told is no part of this.
vi.mock('../../../electron/main/system/log', () => ({ log: { warn: () => {} } }));

let folder: string;
let disk: string;

/** Fills the disk to the last block. @returns frees it again */
async function fillUp(): Promise<() => Promise<void>> {
  const filler = join(disk, 'filler');
  await writeFile(filler, new Uint8Array(2 ** 20)).catch(() => undefined);
  return () => rm(filler);
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0;

describe.skipIf(!canMount)('a full disk', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'full-disk-'));
    disk = join(folder, 'disk');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]);
  });
  afterEach(async () => {
    // Lazily: the journal keeps its part open as long as the program runs.
    execFileSync('umount', ['-l', disk]);
    await rm(folder, { recursive: true, force: true });
  });

  it('of a stick: the backup says full, the one before is whole, and there is room again when room is made', async () => {
    const backups = openBackupFolder(folder);
    await backups.choose(disk);
    const [first, second] = ['备份-1.lxbak', '备份-2.lxbak'];
    const bytes = new Uint8Array(60_000).fill(7);
    expect(await backups.write(first, bytes)).toEqual({ status: 'written' });
    const free = await fillUp();
    expect(await backups.write(second, bytes)).toEqual({ status: 'failed', trouble: 'full' });
    expect(await backups.read(first)).toEqual(bytes);
    expect((await readdir(join(disk, '两新台账备份'))).filter((name) => name.endsWith('.part'))).toEqual([]);
    await free();
    expect(await backups.write(second, bytes)).toEqual({ status: 'written' });
    expect(await backups.read(second)).toEqual(bytes);
  });

  it('under the journal: what was promised is there after room is made, and nothing runs into a half line', async () => {
    const journal = openJournal(join(disk, 'journal'));
    const promised: string[] = [];
    const append = (line: string) =>
      journal.append(line).then(
        () => void promised.push(line),
        (error: NodeJS.ErrnoException) => expect(error.code).toBe('ENOSPC'),
      );
    for (let i = 0; i < 10; i++) await append(`第${i}行${'字'.repeat(200)}\n`);
    const free = await fillUp();
    for (let i = 10; i < 40; i++) await append(`第${i}行${'字'.repeat(800)}\n`);
    expect(promised.length).toBeLessThan(40);
    await free();
    await append('腾出空间以后\n');
    expect(promised.at(-1)).toBe('腾出空间以后\n');
    const { text } = await openJournal(join(disk, 'journal')).read(null);
    const lines = new Set(text.split('\n'));
    for (const line of promised) expect(lines.has(line.trimEnd())).toBe(true);
  });
});
