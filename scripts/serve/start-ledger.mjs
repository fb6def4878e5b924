import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, readStamp } from '../bootstrap/build.mjs';
import { installPackages } from '../bootstrap/install-packages.mjs';
import { projectRoot } from '../bootstrap/project-root.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';
import { findElectron, hasDisplay, openInBrowser } from './desktop.mjs';
import { identityOf, listen } from './listen.mjs';
import { createStaticServer } from './static-server.mjs';

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
  const policy = JSON.parse(
    readFileSync(join(projectRoot, 'resources/content-security-policy.json'), 'utf8'),
  );
  const server = createStaticServer({ folder: join(projectRoot, 'out/renderer'), policy, identity });
  const memory = join(projectRoot, '.cache/port');
  const result = await listen(server, { memory, identity, onlyPort });
  const url = `http://127.0.0.1:${result.port}/`;
  if (result.kind === 'busy') {
    console.error(
      `端口 ${result.port} 被其他程序占用。关闭那个程序，或用 npm start -- --port 端口号 另选一个。`,
    );
    process.exit(1);
  }
  for (const line of remarks(result)) console.log(`· ${line}`);
  console.log(`\n  ${url}\n`);
  if (result.kind === 'listening') {
    stopOnSignal(server);
    console.log('  按 Ctrl-C 结束 / press Ctrl-C to stop');
  }
  if (!isQuiet && hasDisplay()) openInBrowser(url);
}

/**
 * @param {import('./listen.mjs').Listening} result
 * @returns {string[]}
 */
function remarks(result) {
  if (result.kind === 'running') {
    return result.isOutdated
      ? ['已经在运行，但那是更新前的程序：请在那个窗口按 Ctrl-C 结束，再启动一次 / an older build is running']
      : ['已经在运行，不再另开 / already running'];
  }
  return result.kind === 'listening' && !result.isUsual
    ? ['注意：平时的端口被其他程序占用。浏览器按地址保存台账，这个地址下看不到平时录入的数据。']
    : [];
}

/** @param {import('node:http').Server} server */
function stopOnSignal(server) {
  const stop = () => {
    console.log('\n已结束。');
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
}
