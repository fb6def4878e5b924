import { access, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { writeBackup } from '@renderer/data/backup';
import { readHead } from '@renderer/data/backups/backup-head';
import { collectionNames, type Register } from '@shared/domain/collections';
import { makePublisherKeys, openPrivateKey } from '../../scripts/update/publisher-key';
import { writeReleaseFolder } from '../../scripts/update/release-folder';
import { buildDocument } from '../support/build-documents';
import type { Desktop, StartOptions } from '../support/electron-host/desktop';
import { electronRuntime, startDesktop } from '../support/electron-host/start-desktop';
import { startBlankLedger } from '../support/pages/start-blank-ledger';

const root = fileURLToPath(new URL('../..', import.meta.url));
const passphrase = 'correct horse battery';

let folder: string;
let desktop: Desktop | null = null;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desktop-'));
});
test.afterEach(async () => {
  await desktop?.kill();
  desktop = null;
  await rm(folder, { recursive: true, force: true });
});

async function openProgramSettings(options?: StartOptions): Promise<Desktop> {
  const started = await startDesktop(join(folder, 'profile'), options);
  if (!started) throw new Error('the profile was taken');
  desktop = started;
  const { page } = started;
  await startBlankLedger(page);
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '桌面程序' }).click();
  return started;
}

/** The built program with a publisher of its own, as a release carries one. */
async function programOf(publicKey: string): Promise<string> {
  const program = join(folder, 'program');
  await mkdir(join(program, 'resources'), { recursive: true });
  await cp(join(root, 'package.json'), join(program, 'package.json'));
  for (const part of ['main', 'preload'])
    await cp(join(root, 'out', part), join(program, 'out', part), { recursive: true });
  await symlink(join(root, 'out/renderer'), join(program, 'out/renderer'), 'junction');
  await writeFile(join(program, 'resources/update-keys.json'), JSON.stringify([publicKey]));
  return program;
}

async function backupKindsOnDisk(): Promise<(string | undefined)[]> {
  const own = join(folder, 'profile/backups');
  const files = (await readdir(own)).filter((name) => name.startsWith('两新台账备份'));
  return Promise.all(files.map(async (name) => readHead(await readFile(join(own, name)))?.head.kind));
}

async function stickOf(version: string, privateKey: string): Promise<string> {
  const dist = join(folder, 'dist');
  const stick = join(folder, `stick-${version}`);
  await mkdir(dist, { recursive: true });
  for (const name of ['win-x64.exe', 'amd64.deb', 'arm64.deb', 'x64.AppImage'])
    await writeFile(join(dist, `ledger-${version}-${name}`), `installer ${version}`);
  const about = { version, releasedOn: '2026-11-21', notes: '换届提醒提前到两个月。' };
  await writeReleaseFolder(dist, stick, about, openPrivateKey(privateKey, passphrase));
  return stick;
}

test('start with the computer, and back', async () => {
  const { page } = await openProgramSettings();
  const box = page.getByLabel('开机后自动打开两新台账');
  await expect(box).toBeEnabled();
  await expect(box).not.toBeChecked();
  await box.click();
  await expect(box).toBeChecked();
  const answered = await page.evaluate(() =>
    (window as unknown as { desktop: { opensAtLogin(): Promise<boolean> } }).desktop.opensAtLogin(),
  );
  expect(answered).toBe(true);
  // The stand-in keeps what else a Linux desktop reads in the profile; a program that is gone is passed over.
  const entry = join(folder, 'profile/appData/autostart/org.twonewledger.desktop.desktop');
  if (process.platform === 'linux' && electronRuntime === null)
    expect(await readFile(entry, 'utf8')).toContain(`\nTryExec=${process.execPath}\n`);
  await box.click();
  await expect(box).not.toBeChecked();
});

/** A unit whose branch should have been elected anew years ago. */
function registerWithDuty(): Buffer {
  const empty = Object.fromEntries(collectionNames.map((name) => [name, []])) as unknown as Register;
  const office = {
    id: 'office',
    kind: 'office',
    name: '青溪镇党建办',
    homeOrgUnitId: 'town',
    isDemo: false,
  } as const;
  const unit = { id: 'u', unitType: 'enterprise', name: '青溪纸业有限公司', status: 'operating' } as const;
  const branch = { id: 'o', name: '中共青溪纸业支部', tier: 'branch', status: 'active' } as const;
  const register: Register = {
    ...empty,
    settings: [buildDocument('settings', office)],
    units: [buildDocument('units', { ...unit, townshipId: 'town' })],
    partyOrgs: [buildDocument('partyOrgs', { ...branch, termYears: 3, termStart: '2019-05-01' })],
  };
  return Buffer.from(writeBackup(register, '2026-11-20T02:00:00.000Z'));
}

test('once a day the system shows how much is due, in numbers', async () => {
  desktop = await startDesktop(join(folder, 'profile'));
  if (!desktop) throw new Error('the profile was taken');
  const { page, seen } = desktop;
  await page.getByRole('button', { name: '从备份恢复' }).click();
  const file = { name: '备份.json', mimeType: 'application/json', buffer: registerWithDuty() };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '换成备份的内容' }).click();
  const notice = { title: '两新台账：本周要办', body: '已逾期 1 件。' };
  await expect.poll(() => seen('notification')).toMatchObject([notice]);
  await page.reload();
  await page.getByRole('link', { name: '本周要办' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '本周要办' })).toBeVisible();
  expect(await seen('notification')).toHaveLength(1);
});

test('the log is saved where the person says, and tells of the program only', async () => {
  const { page, answerDialog } = await openProgramSettings();
  const file = join(folder, '运行记录.txt');
  await answerDialog({ kind: 'save', filePath: file });
  await page.getByRole('button', { name: '保存运行记录' }).click();
  await expect(page.getByText('运行记录已保存')).toBeVisible();
  const log = await readFile(file, 'utf8');
  expect(log).toMatch(/^两新台账 \d+\.\d+\.\d+ · /);
  expect(log).not.toContain('青溪镇');
});

test('a new version from a stick: checked, shown, installed after two yeses, and then the program ends', async () => {
  const publisher = makePublisherKeys(passphrase);
  const started = await openProgramSettings({ program: await programOf(publisher.publicKey) });
  const { page } = started;
  await started.answerDialog({ kind: 'open', filePaths: [await stickOf('9.8.7', publisher.privateKey)] });
  await page.getByRole('button', { name: '从 U 盘升级' }).click();
  await expect(page.getByText('有新版本 9.8.7（2026-11-21 发布')).toBeVisible();
  await expect(page.getByText('换届提醒提前到两个月。')).toBeVisible();
  await started.answerDialog({ kind: 'message', response: 1 });
  await page.getByRole('button', { name: '安装这个版本' }).click();
  await expect(page.getByRole('button', { name: '安装这个版本' })).toBeEnabled();
  expect(await started.seen('openedPath')).toEqual([]);
  // A new version may read the register in its own way: what is here now is kept before she is asked.
  await expect.poll(backupKindsOnDisk).toContain('beforeUpdate');
  await started.answerDialog({ kind: 'message', response: 0 });
  await page.getByRole('button', { name: '安装这个版本' }).click();
  if (process.platform === 'win32') {
    // What lies on this stick is no program, and Windows says so.
    await expect(page.getByRole('alert').filter({ hasText: '安装程序没有启动' })).toBeVisible();
    return;
  }
  // The Debian installer of this processor, kept in the program's own folder.
  await expect
    .poll(async () => (await started.seen('openedPath').catch(() => [])).at(-1)?.path)
    .toMatch(/\.deb$/);
  expect(await started.close()).toBe(0);
});

test('a stick of somebody else, or an older version: a clear sentence, and nothing is kept', async () => {
  const publisher = makePublisherKeys(passphrase);
  const stranger = makePublisherKeys(passphrase);
  const started = await openProgramSettings({ program: await programOf(publisher.publicKey) });
  const { page } = started;
  const look = async (stick: string) => {
    await started.answerDialog({ kind: 'open', filePaths: [stick] });
    await page.getByRole('button', { name: '从 U 盘升级' }).click();
  };
  await look(await stickOf('9.8.7', stranger.privateKey));
  await expect(page.getByRole('alert').filter({ hasText: '签名不对' })).toBeVisible();
  await look(await stickOf('0.0.1', publisher.privateKey));
  await expect(page.getByRole('alert').filter({ hasText: '不能换回旧版本' })).toBeVisible();
  await expect(page.getByRole('button', { name: '安装这个版本' })).toBeHidden();
  await expect(access(join(folder, 'profile/update'))).rejects.toThrow();
});

test('a program without a publisher says so', async () => {
  const { page, answerDialog } = await openProgramSettings();
  const publisher = makePublisherKeys(passphrase);
  await answerDialog({ kind: 'open', filePaths: [await stickOf('9.8.7', publisher.privateKey)] });
  await page.getByRole('button', { name: '从 U 盘升级' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '没有内置发布单位的公钥' })).toBeVisible();
});
