import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, readStamp } from '../bootstrap/build.mjs';
import { installPackages } from '../bootstrap/install-packages.mjs';
import { projectRoot } from '../bootstrap/project-root.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';
import { choosePort, identityOf, identityPath } from './choose-port.mjs';
import { findElectron, hasDisplay, openInBrowser } from './desktop.mjs';

/**
 * Installs and builds what is missing, then opens the desktop window where its runtime is installed, else
 * serves the browser edition until Ctrl-C.
 * @param {string[]} args
 */
export async function start(args) {
  const { values } = parseArgs({
    args,
    options: {
      'no-open': { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      port: { type: 'string' },
    },
  });
  const onlyPort = values.port === undefined ? null : Number(values.port);
  if (onlyPort !== null && !(onlyPort > 0 && onlyPort < 65_536)) {
    console.error('--port 后面应是 1 到 65535 之间的数。');
    process.exit(1);
  }
  console.log('两新台账');
  await installPackages(projectRoot);
  await build(projectRoot, { onlyIfStale: true });
  const electron = values.browser ? null : findElectron(projectRoot);
  if (electron !== null && canOpenWindow()) {
    console.log('· 打开桌面窗口 / opening the desktop window');
    process.exit(await runCommand(electron, ['.'], { cwd: projectRoot }));
  }
  if (!values.browser)
    console.log('· 本机没有桌面运行环境，使用浏览器版 / no desktop runtime: browser edition');
  await serve({ isQuiet: values['no-open'], onlyPort });
}

/** Chromium's sandbox refuses to run as root on Linux. */
function canOpenWindow() {
  return hasDisplay() && !(process.platform === 'linux' && process.getuid?.() === 0);
}

/** @param {{ isQuiet: boolean, onlyPort: number | null }} options */
async function serve({ isQuiet, onlyPort }) {
  const identity = identityOf(projectRoot, readStamp(projectRoot) ?? '');
  const chosen = await choosePort({ memory: join(projectRoot, '.cache/port'), identity, onlyPort });
  if (chosen.kind === 'busy') {
    console.error(
      `端口 ${chosen.port} 被其他程序占用。关闭那个程序，或用 npm start -- --port 端口号 另选一个。`,
    );
    process.exit(1);
  }
  if (chosen.kind === 'free') await startServing(chosen.port, identity);
  for (const line of remarks(chosen)) console.log(`· ${line}`);
  const url = `http://127.0.0.1:${chosen.port}/`;
  console.log(`\n  ${url}\n`);
  if (chosen.kind === 'free') console.log('  按 Ctrl-C 结束 / press Ctrl-C to stop');
  if (!isQuiet && hasDisplay()) openInBrowser(url);
}

/**
 * Serves the pages, and behind them the demonstration of a county to connect to.
 * @param {number} port
 * @param {string} identity
 */
async function startServing(port, identity) {
  // The server is TypeScript; its loader may have been installed a moment ago.
  const { register } = await import('tsx/esm/api');
  register();
  const { startDemo } = await import('../../server/start-demo.ts');
  const { stopOnSignals } = await import('../../server/run-command.ts');
  const server = await startDemo({
    port,
    folder: process.env['DEMO_FOLDER'] ?? join(projectRoot, '.cache/demo-county'),
    rendererFolder: join(projectRoot, 'out/renderer'),
    identity: { path: identityPath, text: identity },
    say: (text) => console.log(`· ${text}`),
  });
  stopOnSignals(async () => {
    console.log('\n正在结束…');
    await server.stop();
    console.log('已结束。');
  });
}

/**
 * @param {import('./choose-port.mjs').ChosenPort} result
 * @returns {string[]}
 */
function remarks(result) {
  if (result.kind === 'running') {
    return result.isOutdated
      ? ['已经在运行，但那是更新前的程序：请在那个窗口按 Ctrl-C 结束，再启动一次 / an older build is running']
      : ['已经在运行，不再另开 / already running'];
  }
  return result.kind === 'free' && !result.isUsual
    ? ['注意：平时的端口被其他程序占用。浏览器按地址保存台账，这个地址下看不到平时录入的数据。']
    : [];
}
