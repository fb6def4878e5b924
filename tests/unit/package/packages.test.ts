import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deepLinkScheme } from '@shared/ipc/deep-link';
import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDeb, hasDpkg, missingDpkg } from '../../../scripts/package/build-deb.mjs';
import { builderConfig } from '../../../scripts/package/builder-config.mjs';
import { drawIcons, pngSizes } from '../../../scripts/package/draw-icons.mjs';
import { isSupported } from '../../../scripts/package/electron-support.mjs';
import { program, readVersions } from '../../../scripts/package/program.mjs';
import {
  fusesOf,
  placeholderProject,
  placeholderRuntime,
  projectRoot,
} from '../../support/package/placeholder-runtime';

const require = createRequire(import.meta.url);
const { version, electronVersion } = readVersions(projectRoot);
const unpackedOf = { amd64: 'linux-unpacked', arm64: 'linux-arm64-unpacked' } as const;
const home = `/opt/apps/${program.appId}`;

let folder: string;

const sizesOf = (icon: Buffer): number[] =>
  Array.from({ length: icon.readUInt16LE(4) }, (_, index) => icon.readUInt8(6 + 16 * index) || 256);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  await placeholderProject(folder);
  await placeholderRuntime(join(folder, 'runtime'), 'linux', electronVersion);
  await drawIcons(folder);
  const config = builderConfig(folder, { output: join(folder, 'dist'), runtime: join(folder, 'runtime') });
  await build({
    projectDir: folder,
    targets: Platform.LINUX.createTarget('dir', Arch.x64, Arch.arm64),
    config,
  });
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the configuration', () => {
  const { validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
    validateConfiguration(config: object, log: { isEnabled: boolean }): Promise<void>;
  };

  it('fits the schema of electron-builder, which knows no other words', async () => {
    const config = builderConfig(projectRoot);
    await expect(validateConfiguration({ ...config }, { isEnabled: false })).resolves.toBeUndefined();
    await expect(
      validateConfiguration({ ...config, nsis: { perMachin: false } }, { isEnabled: false }),
    ).rejects.toThrow('configuration.nsis');
  });

  it('installs on Windows for one person without an administrator, and keeps the register when removed', () => {
    const { win, nsis, fileAssociations, protocols } = builderConfig(projectRoot);
    expect(win?.target).toEqual([{ target: 'nsis', arch: ['x64'] }]);
    expect(nsis).toMatchObject({ perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false });
    expect(nsis).toMatchObject({ installerLanguages: ['zh_CN'], language: '2052' });
    expect(fileAssociations).toMatchObject([{ ext: 'lxbao', mimeType: 'application/x-lxbao' }]);
    expect(protocols).toMatchObject([{ schemes: [deepLinkScheme] }]);
  });

  it('takes what the program wrote into the Windows registry along when it is removed, but not for an update', async () => {
    const { nsis } = builderConfig(projectRoot);
    const script = await readFile(String(nsis?.include), 'utf8');
    expect(script).toMatch(/^!macro customUnInstall\n {2}\$\{ifNot\} \$\{isUpdated\}\n/m);
    const removed = [...script.matchAll(/^ {4}DeleteReg(?:Key|Value) HKCU (.*)$/gm)].map(([, what]) => what);
    const start = 'Software\\Microsoft\\Windows\\CurrentVersion';
    expect(removed).toEqual([
      `"Software\\Classes\\${deepLinkScheme}"`,
      `"${start}\\Run" "${program.appId}"`,
      `"${start}\\Explorer\\StartupApproved\\Run" "${program.appId}"`,
    ]);
  });

  it('makes an AppImage for both processors, and pins one exact version of the runtime', () => {
    const { linux, electronVersion: pinned } = builderConfig(projectRoot);
    expect(linux?.target).toEqual([{ target: 'AppImage', arch: ['x64', 'arm64'] }]);
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('is refused for a runtime that gets no security fixes any more', () => {
    expect(isSupported('45.4.1', '47.0.2')).toBe(true);
    expect(isSupported('45.4.1', '48.0.0')).toBe(false);
  });
});

describe('the icons', () => {
  it('come from the one drawing in every size, the same bytes each time', async () => {
    const icon = await readFile(join(folder, 'out/icons/icon.ico'));
    expect(sizesOf(icon)).toEqual([16, 24, 32, 48, 64, 256]);
    for (const size of pngSizes) {
      const png = await readFile(join(folder, `out/icons/png/${size}x${size}.png`));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
    await drawIcons(folder);
    expect(await readFile(join(folder, 'out/icons/icon.ico'))).toEqual(icon);
  });
});

describe('the packed program, around a placeholder of the runtime', () => {
  it('holds the built program in one archive, the languages of its people and no module', async () => {
    const { listPackage } = require('@electron/asar') as {
      listPackage(file: string, options: object): string[];
    };
    const files = listPackage(join(folder, 'dist/linux-unpacked/resources/app.asar'), { isPack: false });
    expect(files).toEqual(
      expect.arrayContaining(['/out/main/index.js', '/out/preload/index.cjs', '/out/renderer/index.html']),
    );
    expect(files).toContain('/resources/update-keys.json');
    expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
    expect((await readdir(join(folder, 'dist/linux-unpacked/locales'))).toSorted()).toEqual([
      'en-US.pak',
      'zh-CN.pak',
    ]);
  });

  it('has its fuses set on both processors', async () => {
    for (const name of Object.values(unpackedOf)) {
      const runtime = await readFile(join(folder, 'dist', name, program.executableName));
      expect(fusesOf(runtime)).toMatchObject({
        runAsNode: false,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        onlyLoadAppFromAsar: true,
        enableEmbeddedAsarIntegrityValidation: true,
        enableCookieEncryption: true,
        grantFileProtocolExtraPrivileges: false,
      });
    }
  });
});

describe('the Debian package', () => {
  const run = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync('dpkg-deb', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };

  it('lies below /opt/apps as UOS asks, with entries the desktops find, for both processors', async () => {
    if (!hasDpkg()) {
      console.log(missingDpkg);
      return;
    }
    for (const arch of ['amd64', 'arm64'] as const) {
      const unpacked = join(folder, 'dist', unpackedOf[arch]);
      const file = buildDeb({ root: folder, unpacked, version, arch, output: join(folder, 'dist') });
      expect(run('--field', file, 'Package', 'Version', 'Architecture')).toBe(
        `Package: ${program.appId}\nVersion: ${version}\nArchitecture: ${arch}\n`,
      );
      const contents = run('--contents', file);
      expect(contents).toMatch(new RegExp(`^-rwsr-xr-x root/root .*\\.${home}/files/chrome-sandbox$`, 'm'));
      for (const entry of [
        `applications/${program.appId}.desktop`,
        `mime/packages/${program.appId}.xml`,
        `icons/hicolor/256x256/apps/${program.appId}.png`,
      ])
        expect(contents).toContain(`./usr/share/${entry} -> ${home}/entries/${entry}\n`);
      const tree = join(folder, `tree-${arch}`);
      run('--extract', file, tree);
      await inspect(tree, arch);
    }
  }, 60_000);

  async function inspect(tree: string, arch: string): Promise<void> {
    const at = (path: string) => join(tree, home, path);
    const desktop = await readFile(at(`entries/applications/${program.appId}.desktop`), 'utf8');
    expect(desktop).toContain('Name=两新台账\n');
    expect(desktop).toContain(`Exec=${home}/files/${program.executableName} %u\n`);
    expect(desktop).toContain('MimeType=application/x-lxbao;x-scheme-handler/lxtz;\n');
    expect(await readFile(at(`entries/mime/packages/${program.appId}.xml`), 'utf8')).toContain('*.lxbao');
    expect(JSON.parse(await readFile(at('info'), 'utf8'))).toMatchObject({
      appid: program.appId,
      version,
      arch: [arch],
    });
    const { mode } = await stat(at(`files/${program.executableName}`));
    expect(mode & 0o111).toBe(0o111);
  }
});
