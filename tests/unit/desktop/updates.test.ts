import type { KeyObject } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '@server/app';
import { createLog } from '@server/plugins/log';
import type { InstallerKind } from '@shared/ipc/release';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderSource, type ReleaseSource, serverSource } from '../../../electron/main/update/release-source';
import { replaceAppImage } from '../../../electron/main/update/replace-app-image';
import { createUpdater, type UpdaterParts } from '../../../electron/main/update/updater';
import { compareVersions } from '../../../electron/main/update/version-order';
import { makePublisherKeys, openPrivateKey } from '../../../scripts/update/publisher-key';
import { writeReleaseFolder } from '../../../scripts/update/release-folder';

const passphrase = 'correct horse battery';
const publisher = makePublisherKeys(passphrase);
const key: KeyObject = openPrivateKey(publisher.privateKey, passphrase);

let folder: string;
let stick: string;
let started: { kind: InstallerKind; content: string }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'update-'));
  stick = join(folder, 'stick');
  started = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A stick with a release as the publisher's own command makes it. */
async function makeStick(version: string, signer = key): Promise<void> {
  const dist = join(folder, `dist-${version}`);
  await mkdir(dist);
  for (const name of [
    `ledger-${version}-win-x64.exe`,
    `ledger_${version}_amd64.deb`,
    `ledger_${version}_arm64.deb`,
  ])
    await writeFile(join(dist, name), `installer ${name}`.repeat(1000));
  await writeFile(join(dist, 'builder-debug.yml'), 'not an installer');
  await writeReleaseFolder(dist, stick, { version, releasedOn: '2026-11-21', notes: '换届提醒更早' }, signer);
}

const updaterOf = (parts: Partial<UpdaterParts> = {}) =>
  createUpdater({
    current: '0.2.0',
    keys: [publisher.publicKey],
    kind: 'deb',
    arch: 'x64',
    folder: join(folder, 'received'),
    confirm: () => Promise.resolve(true),
    start: async (kind, file) => {
      started.push({ kind, content: await readFile(file, 'utf8') });
    },
    onRefused: () => {},
    ...parts,
  });

const received = () => readdir(join(folder, 'received')).catch(() => []);

async function expectUnchanged(): Promise<void> {
  expect(started).toEqual([]);
  expect(await received()).toEqual([]);
}

async function changeFile(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

describe('a new version from a USB stick', () => {
  it('is shown with its day and news, and installed after a yes: the one file for this system', async () => {
    await makeStick('0.3.0');
    const updater = updaterOf();
    expect(await updater.look(folderSource(stick))).toEqual({
      status: 'found',
      version: '0.3.0',
      releasedOn: '2026-11-21',
      notes: '换届提醒更早',
      byteCount: 'installer ledger_0.3.0_amd64.deb'.length * 1000,
    });
    expect(await updater.install()).toEqual({ status: 'started' });
    expect(started).toEqual([{ kind: 'deb', content: 'installer ledger_0.3.0_amd64.deb'.repeat(1000) }]);
    expect(updater.progress()).toBeNull();
  });

  it('is not installed without the yes of a person, nor without having been looked at', async () => {
    await makeStick('0.3.0');
    const updater = updaterOf({ confirm: () => Promise.resolve(false) });
    expect(await updater.install()).toEqual({ status: 'cancelled' });
    await updater.look(folderSource(stick));
    expect(await updater.install()).toEqual({ status: 'cancelled' });
    await expectUnchanged();
  });

  it('of the same number is nothing new', async () => {
    await makeStick('0.2.0');
    expect(await updaterOf().look(folderSource(stick))).toEqual({ status: 'current', version: '0.2.0' });
  });
});

describe('refused in a clear sentence, with nothing changed', () => {
  const refusedWith = async (source: ReleaseSource, words: string, parts: Partial<UpdaterParts> = {}) => {
    const updater = updaterOf(parts);
    expect(await updater.look(source)).toEqual({ status: 'refused', text: expect.stringContaining(words) });
    expect(await updater.install()).toEqual({ status: 'cancelled' });
    await expectUnchanged();
  };

  it('an older version, although the publisher signed it', async () => {
    await makeStick('0.1.9');
    await refusedWith(folderSource(stick), '0.1.9 版，比本机的 0.2.0 版旧');
  });

  it('one signed by somebody else', async () => {
    const other = makePublisherKeys(passphrase);
    await makeStick('0.3.0', openPrivateKey(other.privateKey, passphrase));
    await refusedWith(folderSource(stick), '签名不对');
  });

  it('one whose text was changed after signing', async () => {
    await makeStick('0.1.9');
    await changeFile(join(stick, 'release.json'), (text) => text.replaceAll('0.1.9', '0.3.0'));
    await refusedWith(folderSource(stick), '签名不对');
  });

  it.each([1, 40, 200])('one cut off after %i characters', async (length) => {
    await makeStick('0.3.0');
    await changeFile(join(stick, 'release.json'), (text) => text.slice(0, length));
    await refusedWith(folderSource(stick), '不完整或已损坏');
  });

  it('a folder without a release', async () => {
    await mkdir(stick);
    await refusedWith(folderSource(stick), '没有升级包');
  });

  it('a release without an installer for this computer', async () => {
    await makeStick('0.3.0');
    await refusedWith(folderSource(stick), '没有适合这台电脑的安装文件', { kind: 'appimage' });
    await refusedWith(folderSource(stick), '没有适合这台电脑的安装文件', { arch: 'loong64' });
    await refusedWith(folderSource(stick), '没有适合这台电脑的安装文件', { kind: null });
  });

  it('any release, where the program knows no publisher', async () => {
    await makeStick('0.3.0');
    await refusedWith(folderSource(stick), '没有内置发布单位的公钥', { keys: [] });
  });

  it.each([
    ['shortened', (text: string) => text.slice(1)],
    ['longer than signed', (text: string) => `${text}x`],
    ['changed', (text: string) => text.replace('i', 'I')],
  ])('an installer that was %s: deleted again', async (_how, change) => {
    await makeStick('0.3.0');
    await changeFile(join(stick, 'ledger_0.3.0_amd64.deb'), change);
    const updater = updaterOf();
    await updater.look(folderSource(stick));
    expect(await updater.install()).toEqual({
      status: 'refused',
      text: expect.stringContaining('不完整或被改过'),
    });
    await expectUnchanged();
  });

  it('an installer missing from the stick', async () => {
    await makeStick('0.3.0');
    await rm(join(stick, 'ledger_0.3.0_amd64.deb'));
    const updater = updaterOf();
    await updater.look(folderSource(stick));
    expect(await updater.install()).toMatchObject({ status: 'refused' });
    await expectUnchanged();
  });
});

describe('a new version from the county server', () => {
  it('comes over the network with the same checks; a server that is away or has none is said', async () => {
    await makeStick('0.3.0');
    const app = await buildApp({ environment: null, log: createLog('silent'), updatesFolder: stick });
    await app.listen({ host: '127.0.0.1', port: 0 });
    // A server listening on a port has an address of this kind.
    const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    const updater = updaterOf();
    expect(await updater.look(serverSource(address, fetch))).toMatchObject({
      status: 'found',
      version: '0.3.0',
    });
    expect(await updater.install()).toEqual({ status: 'started' });
    await rm(join(stick, 'release.json'));
    expect(await updater.look(serverSource(address, fetch))).toMatchObject({
      text: expect.stringContaining('县级服务器上没有升级包'),
    });
    await app.close();
    expect(await updater.look(serverSource(address, fetch))).toMatchObject({
      text: expect.stringContaining('连不上县级服务器'),
    });
  });
});

describe('an AppImage', () => {
  it('is replaced as a whole by one that can be started, and stays as it was when there is none', async () => {
    const appImage = join(folder, 'ledger.AppImage');
    await writeFile(appImage, 'old', { mode: 0o755 });
    await expect(replaceAppImage(join(folder, 'missing'), appImage)).rejects.toThrow();
    expect(await readFile(appImage, 'utf8')).toBe('old');
    await writeFile(join(folder, 'new'), 'new', { mode: 0o600 });
    await replaceAppImage(join(folder, 'new'), appImage);
    expect(await readFile(appImage, 'utf8')).toBe('new');
    expect((await stat(appImage)).mode & 0o100).toBe(0o100);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('versions', () => {
  it('are compared number by number', () => {
    const sorted = ['0.9.9', '0.10.0', '0.10.1', '1.0.0', '10.0.0'];
    expect([...sorted].reverse().sort(compareVersions)).toEqual(sorted);
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
  });
});

describe("the publisher's key", () => {
  it('opens with its passphrase only', () => {
    expect(publisher.privateKey).toContain('ENCRYPTED');
    expect(() => openPrivateKey(publisher.privateKey, 'another passphrase')).toThrow();
  });
});
