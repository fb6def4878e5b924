import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Arch, Platform, build as runBuilder } from 'electron-builder';
import { build } from '../bootstrap/build.mjs';
import { projectRoot } from '../bootstrap/project-root.mjs';
import { buildDeb, hasDpkg, missingDpkg } from './build-deb.mjs';
import { builderConfig } from './builder-config.mjs';
import { drawIcons } from './draw-icons.mjs';
import { isSupported } from './electron-support.mjs';
import { readVersions } from './program.mjs';

const linuxArchitectures = /** @type {const} */ ([
  { arch: Arch.x64, folder: 'linux-unpacked', debian: 'amd64' },
  { arch: Arch.arm64, folder: 'linux-arm64-unpacked', debian: 'arm64' },
]);

/**
 * npm run package [-- --win --linux]: the installers of a release, in dist/. Without a choice: those this system can
 * make. Needs a network, for the runtime and the tools of electron-builder.
 * @param {string[]} args
 */
export async function packageProgram(args) {
  const { values } = parseArgs({ args, options: { win: { type: 'boolean' }, linux: { type: 'boolean' } } });
  const isChosen = values.win === true || values.linux === true;
  const isForWindows = isChosen ? values.win === true : process.platform === 'win32';
  const isForLinux = isChosen ? values.linux === true : process.platform === 'linux';
  const versions = readVersions(projectRoot);
  refuseOutdatedElectron(versions.electronVersion);
  await build(projectRoot, { onlyIfStale: true });
  await drawIcons(projectRoot);
  const config = builderConfig(projectRoot);
  if (isForWindows) await runBuilder({ targets: Platform.WINDOWS.createTarget(), config });
  if (!isForLinux) return;
  // The AppImage step leaves the unpacked program behind, from which the Debian package is made.
  await runBuilder({
    targets: Platform.LINUX.createTarget(null, ...linuxArchitectures.map(({ arch }) => arch)),
    config,
  });
  if (!hasDpkg()) {
    console.error(missingDpkg);
    process.exit(1);
  }
  const output = join(projectRoot, 'dist');
  for (const { folder, debian } of linuxArchitectures) {
    const about = { root: projectRoot, unpacked: join(output, folder), arch: debian, output };
    console.log(`· ${buildDeb({ ...about, version: versions.version })}`);
  }
}

/** @param {string} pinned */
function refuseOutdatedElectron(pinned) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const newest = execFileSync(npm, ['view', 'electron', 'version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).trim();
  if (isSupported(pinned, newest)) return;
  console.error(
    `Electron ${pinned} 已停止安全更新（最新 ${newest}）。请先升级 package.json 里的版本再打包。 / Electron ${pinned} gets no more security fixes.`,
  );
  process.exit(1);
}
