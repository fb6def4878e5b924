import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pngSizes } from './draw-icons.mjs';
import { program } from './program.mjs';

/** What the runtime loads from the system; the same list for both processors. */
const dependencies = [
  'libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libxtst6',
  'libatspi2.0-0',
  'libuuid1',
  'libsecret-1-0',
  'libgbm1',
  'libasound2',
  'xdg-utils',
];

export const missingDpkg =
  '没有 dpkg-deb，不能生成 .deb。请在 Debian、UOS 或麒麟系统上打包，或安装 dpkg。 / dpkg-deb is not installed: no .deb is built.';

export const hasDpkg = () => spawnSync('dpkg-deb', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * Packs an unpacked Linux program as a Debian package in the layout UOS asks for: everything below /opt/apps/APPID.
 * Kylin and plain Debian look in /usr/share, where links lead to the same files.
 * @param {{ root: string, unpacked: string, version: string, arch: 'amd64' | 'arm64', output: string }} options
 * @returns {string} the file it wrote
 */
export function buildDeb({ root, unpacked, version, arch, output }) {
  const tree = mkdtempSync(join(tmpdir(), 'ledger-deb-'));
  try {
    fillTree(tree, { root, unpacked, version, arch });
    mkdirSync(output, { recursive: true });
    const file = join(output, `${program.appId}_${version}_${arch}.deb`);
    const args = ['--root-owner-group', '-Zxz', '--build', tree, file];
    const { status, stderr } = spawnSync('dpkg-deb', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`dpkg-deb: ${stderr}`);
    return file;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/**
 * @param {string} tree
 * @param {{ root: string, unpacked: string, version: string, arch: 'amd64' | 'arm64' }} options
 */
function fillTree(tree, { root, unpacked, version, arch }) {
  chmodSync(tree, 0o755);
  const home = `opt/apps/${program.appId}`;
  const files = join(tree, home, 'files');
  cpSync(unpacked, files, { recursive: true });
  // Kylin's kernel gives ordinary users no namespaces of their own: Chromium's sandbox then needs this helper.
  const sandbox = join(files, 'chrome-sandbox');
  if (existsSync(sandbox)) chmodSync(sandbox, 0o4755);
  const entries = join(tree, home, 'entries');
  write(join(entries, `applications/${program.appId}.desktop`), desktopEntry(`/${home}/files`));
  write(join(entries, `mime/packages/${program.appId}.xml`), mimeType());
  for (const size of pngSizes) {
    const icon = `icons/hicolor/${size}x${size}/apps/${program.appId}.png`;
    copy(join(root, `out/icons/png/${size}x${size}.png`), join(entries, icon));
    link(tree, `usr/share/${icon}`, `/${home}/entries/${icon}`);
  }
  for (const entry of [`applications/${program.appId}.desktop`, `mime/packages/${program.appId}.xml`])
    link(tree, `usr/share/${entry}`, `/${home}/entries/${entry}`);
  write(join(tree, home, 'info'), `${JSON.stringify(uosInfo(version, arch), null, 2)}\n`);
  copy(join(root, 'LICENSE'), join(tree, `usr/share/doc/${program.appId}/copyright`));
  write(join(tree, 'DEBIAN/control'), control({ version, arch, kilobytes: Math.ceil(sizeOf(tree) / 1024) }));
}

/** @param {string} folder where the program lies */
const desktopEntry = (folder) => `[Desktop Entry]
Type=Application
Name=${program.productName}
Comment=${program.description}
Exec=${folder}/${program.executableName} %u
Icon=${program.appId}
Terminal=false
Categories=Office;
MimeType=${program.exchangeFile.mimeType};x-scheme-handler/${program.addressScheme};
StartupWMClass=${program.executableName}
`;

const mimeType = () => `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${program.exchangeFile.mimeType}">
    <comment>${program.exchangeFile.name}</comment>
    <glob pattern="*.${program.exchangeFile.extension}"/>
    <icon name="${program.appId}"/>
  </mime-type>
</mime-info>
`;

/**
 * @param {string} version
 * @param {string} arch
 */
const uosInfo = (version, arch) => ({
  appid: program.appId,
  name: program.productName,
  version,
  arch: [arch],
  permissions: { autostart: true, notification: true },
});

/** @param {{ version: string, arch: string, kilobytes: number }} about */
const control = ({ version, arch, kilobytes }) => `Package: ${program.appId}
Version: ${version}
Architecture: ${arch}
Maintainer: two-new-ledger <maintainers@twonewledger.example>
Installed-Size: ${kilobytes}
Depends: ${dependencies.join(', ')}
Section: misc
Priority: optional
Description: ${program.productName}
 ${program.description}
`;

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o644 });
}

/**
 * @param {string} from
 * @param {string} to
 */
function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/**
 * @param {string} tree
 * @param {string} path inside the tree
 * @param {string} target where it leads to once installed
 */
function link(tree, path, target) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  symlinkSync(target, join(tree, path));
}

/**
 * @param {string} folder
 * @returns {number} bytes of all files in it
 */
function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
