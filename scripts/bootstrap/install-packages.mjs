import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * Brings node_modules in line with package-lock.json; does nothing when it already is.
 * @param {string} root
 */
export async function installPackages(root) {
  if (arePackagesCurrent(root)) return;
  console.log('· 安装依赖包，首次约需一分钟 / installing packages');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm tells its scripts where it is; going through that needs no shell on Windows.
  const npm = process.env['npm_execpath'];
  const code = npm?.endsWith('.js')
    ? await runCommand(process.execPath, [npm, ...args], { cwd: root })
    : await runCommand('npm', args, { cwd: root });
  if (code !== 0) {
    console.error('依赖包没有装成：请确认本机能访问 npm 源后再试一次。 / npm ci failed, see above.');
    process.exit(1);
  }
  writeFileSync(stampFile(root), lockHash(root));
}

/**
 * The stamp answers "was this lock installed by us"; the dates answer it after a developer's own npm install.
 * @param {string} root
 */
export function arePackagesCurrent(root) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  if (existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === lockHash(root)) return true;
  return statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** @param {string} root */
function stampFile(root) {
  return join(root, 'node_modules/.installed-lock');
}

/** @param {string} root */
function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}
