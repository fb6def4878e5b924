import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macPrograms = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsPrograms = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/**
 * The Chromium that tests and benchmarks drive: the one named by CHROMIUM_PATH, else one installed on the
 * machine, else the one Playwright keeps for itself.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string | null>} path of the program; null when there is none
 */
export async function findChromium(env = process.env) {
  // A named one that is missing is an error to report, not a reason to take another.
  if (env['CHROMIUM_PATH']) return existsSync(env['CHROMIUM_PATH']) ? env['CHROMIUM_PATH'] : null;
  const installed = candidates(env).find((file) => existsSync(file));
  if (installed !== undefined) return installed;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return own !== '' && existsSync(own) ? own : null;
}

/** What a run prints when `findChromium` answers null. */
export const missingChromium =
  '没有找到 Chromium 内核的浏览器，浏览器测试无法进行：请安装 Chrome、Edge 或 Chromium，或用 CHROMIUM_PATH 指明位置。' +
  ' / No Chromium found: install Chrome, Edge or Chromium, or set CHROMIUM_PATH.';

/**
 * Quiet and offline. As root, on build machines, Chromium starts only without its sandbox.
 * @returns {string[]}
 */
export function chromiumFlags() {
  const flags = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
function candidates(env) {
  if (process.platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return folders.flatMap((folder) => (folder ? windowsPrograms.map((name) => join(folder, name)) : []));
  }
  if (process.platform === 'darwin') {
    return macPrograms.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}
