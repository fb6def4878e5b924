import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Desktop } from '../support/electron-host/desktop';
import { startDesktop } from '../support/electron-host/start-desktop';

type Bridge = import('@shared/ipc/desktop-bridge').DesktopBridge;

let profile: string;
let desktop: Desktop;

test.beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'desktop-'));
  const started = await startDesktop(profile);
  if (!started) throw new Error('the profile was taken');
  desktop = started;
});
test.afterAll(async () => {
  await desktop.close();
  await rm(profile, { recursive: true, force: true });
});

test('the window opens on its own secure origin, in Chinese, with the bridge and nothing else of the system', async () => {
  const { page } = desktop;
  await expect(page).toHaveTitle(/两新/);
  const seen = await page.evaluate(() => ({
    isSecure: isSecureContext,
    bridge: Object.keys((window as { desktop?: object }).desktop ?? {}).sort(),
    hasRequire: 'require' in window,
    hasProcess: 'process' in window,
  }));
  expect(seen).toEqual({
    isSecure: true,
    bridge: [
      'appendToJournal',
      'backupPlace',
      'beginJournalAnew',
      'chooseBackupFolder',
      'describeApp',
      'dropJournalBefore',
      'guardKey',
      'installUpdate',
      'listBackups',
      'lookForUpdate',
      'notify',
      'onClosing',
      'onLinkOpened',
      'onLockAsked',
      'onPackageOpened',
      'openGuardedKey',
      'openedPackages',
      'opensAtLogin',
      'readBackup',
      'readJournal',
      'readKeyring',
      'readPackage',
      'removeBackup',
      'removeOwnBackups',
      'saveFile',
      'saveLog',
      'savePdf',
      'setOpensAtLogin',
      'takeLink',
      'updateProgress',
      'writeBackup',
      'writeKeyring',
    ],
    hasRequire: false,
    hasProcess: false,
  });
  expect((await desktop.seen('menu')).at(-1)?.labels).toContain('编辑(&E)');
});

const save = (name: string, text: string) =>
  desktop.page.evaluate(
    ([fileName, content]) =>
      (window as unknown as { desktop: Bridge }).desktop.saveFile(
        fileName,
        new TextEncoder().encode(content),
      ),
    [name, text] as const,
  );

test('save as writes the whole file where the person says, and nothing when she cancels', async () => {
  const path = join(profile, '台账.csv');
  await desktop.answerDialog({ kind: 'save', filePath: path });
  expect(await save('台账.csv', '名称,人数')).toEqual({ status: 'saved' });
  expect(await readFile(path, 'utf8')).toBe('名称,人数');
  await desktop.answerDialog({ kind: 'save', filePath: null });
  expect(await save('台账.csv', '别的')).toEqual({ status: 'cancelled' });
  expect(await readFile(path, 'utf8')).toBe('名称,人数');
});

test('a place that cannot be written gets a clear sentence, leaves the old file and no half of a new one', async () => {
  const folder = join(profile, 'folder.csv');
  // A folder of that name: the file cannot take its place.
  await mkdir(join(folder, 'inside'), { recursive: true });
  await desktop.answerDialog({ kind: 'save', filePath: folder });
  const result = await save('folder.csv', 'x');
  expect(result).toMatchObject({ status: 'failed', text: expect.stringContaining('没有保存') });
  expect((await readdir(profile)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('the page cannot name a folder, and messages of another shape or from elsewhere reach no handler', async () => {
  await expect(save('../../etc/x', '')).rejects.toThrow();
  const ours = { origin: 'app://ledger', isTopFrame: true };
  expect(await desktop.invokeAs(ours, 'app:describe')).toMatchObject({ status: 'answered' });
  for (const from of [
    { origin: 'https://example.com', isTopFrame: true },
    { origin: 'app://other', isTopFrame: true },
    { origin: 'app://ledger', isTopFrame: false },
  ])
    expect(await desktop.invokeAs(from, 'app:describe')).toMatchObject({ status: 'refused' });
  expect(await desktop.invokeAs(ours, 'app:setOpensAtLogin', 'yes')).toMatchObject({ status: 'refused' });
  expect(await desktop.invokeAs(ours, 'shell:run', 'x')).toMatchObject({ status: 'refused' });
});

test('the page goes nowhere else, opens no window and gets no permission it does not need', async () => {
  const { page } = desktop;
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await expect
    .poll(async () => (await desktop.seen('navigation')).at(-1))
    .toMatchObject({ url: 'https://example.com/', isAllowed: false });
  await expect(page).toHaveTitle(/两新/);
  await page.evaluate(() => void window.open('https://example.com/'));
  await expect.poll(() => page.context().pages().length).toBe(1);
  expect(await desktop.isPermitted('clipboard-sanitized-write')).toBe(true);
  for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'hid'])
    expect(await desktop.isPermitted(permission)).toBe(false);
});

test('a second start hands over to the first and ends', async () => {
  expect(await startDesktop(profile)).toBeNull();
  await expect.poll(async () => (await desktop.seen('focused')).length).toBeGreaterThan(0);
});
