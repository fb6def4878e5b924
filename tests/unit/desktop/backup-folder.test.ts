import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BackupFolder, openBackupFolder } from '../../../electron/main/backup/backup-folder';

// The log needs Electron; what it is told is no part of this.
vi.mock('../../../electron/main/system/log', () => ({ log: { warn: () => {} } }));

let folder: string;
let program: string;
let stick: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backups-'));
  program = join(folder, 'program');
  stick = join(folder, 'USB');
  await mkdir(program);
  await mkdir(stick);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const first = '两新台账备份-20261121-00001-abc.lxbak';
const second = '两新台账备份-20261122-00002-abc.lxbak';
const written = { status: 'written' };

async function namesIn(backups: BackupFolder): Promise<readonly string[]> {
  const listing = await backups.list();
  if (listing.status === 'failed') throw new Error(listing.trouble);
  return listing.files.map(({ name }) => name).toSorted();
}

describe('the folder of backups', () => {
  it('is the program’s own until somebody chooses one, and the choice outlives the program', async () => {
    const backups = openBackupFolder(program);
    expect(await backups.place()).toEqual({ kind: 'program', label: '' });
    expect(await backups.write(first, bytes('一'))).toEqual(written);
    expect(await readdir(join(program, 'backups'))).toEqual([first]);
    const place = { kind: 'chosen', label: join('USB', '两新台账备份') };
    expect(await backups.choose(stick)).toEqual({ status: 'chosen', place });
    const later = openBackupFolder(program);
    expect(await later.place()).toEqual(place);
    expect(await later.write(second, bytes('二'))).toEqual(written);
    expect((await readdir(join(stick, '两新台账备份'))).toSorted()).toEqual([second, '说明.txt'].toSorted());
    expect(await later.read(second)).toEqual(bytes('二'));
    expect(await later.read(first)).toBeNull();
  });

  it('gives up every backup of the program’s own when the computer leaves the service, and none on a stick', async () => {
    const backups = openBackupFolder(program);
    for (const name of [first, second]) await backups.write(name, bytes('一'));
    await backups.choose(stick);
    await backups.write(second, bytes('二'));
    expect(await backups.removeOwn()).toEqual(written);
    expect(await readdir(program)).not.toContain('backups');
    expect(await namesIn(backups)).toEqual([second]);
    expect(await backups.removeOwn()).toEqual(written);
  });

  it('says missing when the stick is pulled, also where its mount point or its letter stays', async () => {
    const backups = openBackupFolder(program);
    await backups.choose(stick);
    await rename(stick, join(folder, 'pulled'));
    const missing = { status: 'failed', trouble: 'missing' };
    expect(await backups.write(first, bytes('一'))).toEqual(missing);
    await mkdir(join(stick, '两新台账备份'), { recursive: true });
    expect(await backups.write(first, bytes('一'))).toEqual(missing);
    expect(await backups.list()).toEqual(missing);
    expect(await readdir(join(stick, '两新台账备份'))).toEqual([]);
    // Somebody else's stick with backups of her own.
    await openBackupFolder(join(folder, 'pulled')).choose(stick);
    expect(await backups.write(first, bytes('一'))).toEqual(missing);
    await rm(stick, { recursive: true });
    await rename(join(folder, 'pulled'), stick);
    expect(await backups.write(first, bytes('一'))).toEqual(written);
  });

  it('chosen again on the same stick, by this or another computer, is the same folder', async () => {
    const backups = openBackupFolder(program);
    await backups.choose(stick);
    const other = openBackupFolder(join(folder, 'USB'));
    await other.choose(join(stick, '两新台账备份'));
    await other.write(second, bytes('二'));
    expect(await backups.write(first, bytes('一'))).toEqual(written);
    expect(await namesIn(backups)).toEqual([first, second]);
  });

  it('never removes the last one, and shows nothing but backups', async () => {
    const backups = openBackupFolder(program);
    await backups.write(first, bytes('一'));
    await writeFile(join(program, 'backups/别的.txt'), '');
    await symlink('/etc/hostname', join(program, 'backups/x.lxbak'));
    expect(await namesIn(backups)).toEqual([first]);
    expect(await backups.remove(first)).toMatchObject({ status: 'failed' });
    await backups.write(second, bytes('二'));
    expect(await backups.remove(first)).toEqual(written);
    expect(await namesIn(backups)).toEqual([second]);
  });

  it.skipIf(process.getuid?.() === 0)('says so where it may not write', async () => {
    const backups = openBackupFolder(program);
    expect(await backups.choose('/')).toEqual({ status: 'failed', trouble: 'notWritable' });
  });

  it('forgets a damaged choice instead of failing for ever', async () => {
    const backups = openBackupFolder(program);
    await writeFile(join(program, 'backup-folder.json'), '{"fol');
    expect(await backups.place()).toEqual({ kind: 'program', label: '' });
    expect(await backups.write(first, bytes('一'))).toEqual(written);
    expect(await readFile(join(program, 'backups', first), 'utf8')).toBe('一');
  });
});
