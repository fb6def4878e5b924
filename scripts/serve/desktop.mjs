import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where the Electron runtime was unpacked, or null. Its package is only a pointer to it, and asking the package
 * itself would start a download.
 * @param {string} root
 * @returns {string | null}
 */
export function findElectron(root) {
  const packageFolder = join(root, 'node_modules/electron');
  const pathFile = join(packageFolder, 'path.txt');
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const file = join(folder, name);
  return existsSync(file) ? file : null;
}

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * Opens the address in the person's own browser. Failing is fine: the address has been printed.
 * @param {string} url
 */
export function openInBrowser(url) {
  const command = browserCommand(url);
  if (command === null) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.once('error', () => {});
  child.unref();
}

/**
 * @param {string} url
 * @returns {[string, ...string[]] | null}
 */
function browserCommand(url) {
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', url];
  if (process.platform === 'darwin') return ['open', url];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, 'xdg-open'))) ? ['xdg-open', url] : null;
}
