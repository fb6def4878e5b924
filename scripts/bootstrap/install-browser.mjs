import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, missingChromium } from '../../tests/support/find-chromium.mjs';
import { runCommand, runPackageScript } from './run-command.mjs';

/**
 * Makes sure browser tests can run: a Chromium, and a font with Chinese characters so that what is laid out
 * and printed is what an office sees. Ends the process with one sentence when there is no browser.
 * @param {string} root
 */
export async function installBrowser(root) {
  if ((await findChromium()) === null && !process.env['CHROMIUM_PATH']) {
    console.log('· 安装测试用的 Chromium / installing Chromium');
    if (canUseApt()) await installDebianPackages(root, ['chromium']);
    else await runPackageScript(root, '@playwright/test/cli.js', ['install', 'chromium']);
  }
  if ((await findChromium()) === null) {
    console.error(missingChromium);
    process.exit(1);
  }
  if (!hasChineseFont() && canUseApt()) {
    console.log('· 安装中文字体 / installing a Chinese font');
    await installDebianPackages(root, ['fonts-noto-cjk']);
  }
  if (!hasChineseFont()) {
    console.error(
      '没有中文字体，浏览器测试无法按实际样子排版：请安装 Noto CJK 等中文字体。 / No Chinese font found.',
    );
    process.exit(1);
  }
}

/** Windows and macOS bring Chinese fonts; on Linux fontconfig knows. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  return (spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';
}

function canUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * @param {string} root
 * @param {string[]} packages
 */
async function installDebianPackages(root, packages) {
  const options = { cwd: root, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await runCommand('apt-get', ['-qq', 'update'], options);
  await runCommand('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...packages], options);
}
