/** The desktop edition on the stand-in host: a Node process and the Chromium behind it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { FromHost, ToHost } from './control';
import type { Desktop, InvokeOutcome, SeenOf, StartOptions } from './desktop';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const host = fileURLToPath(new URL('./host.ts', import.meta.url));

type Told<K extends FromHost['tell']> = Extract<FromHost, { tell: K }>;

/** @returns null when another process has this profile: the new one has handed over and ended */
export async function startOnStandIn(
  profile: string,
  { program, args, hasNoKeyStore }: Required<StartOptions>,
): Promise<Desktop | null> {
  const main = join(program, 'out/main/index.js');
  // Node 20 has its own WebSocket behind a flag, which later versions accept.
  const flags = ['--experimental-websocket', '--import', 'tsx'];
  const child = spawn(process.execPath, [...flags, host, main, ...args], {
    cwd: root,
    env: {
      ...process.env,
      HOST_PROFILE: profile,
      HOST_VERSION: versionOf(program),
      HOST_KEY_STORE: hasNoKeyStore ? 'basic_text' : 'gnome_libsecret',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const messages: FromHost[] = [];
  let log = '';
  child.stdout?.on('data', (text) => (log += String(text)));
  child.stderr?.on('data', (text) => (log += String(text)));
  child.on('message', (message: FromHost) => messages.push(message));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  // Later than the end of the process: by then everything it said has been heard.
  const heardAll = once(child, 'close');
  const ready = await Promise.race([toldOf(child, 'ready'), ended]);
  if (ready === 0) return null;
  const failed = async (reason: unknown) => {
    // What it said tells more than the connection that broke as it ended, and the break may be heard before the end.
    const isOver = await Promise.race([heardAll.then(() => true), pause(10_000, false, { ref: false })]);
    if (!isOver) return reason;
    return new Error(`the host ended with ${child.exitCode}:\n${log}`);
  };
  if (ready === null || typeof ready === 'number') throw await failed(null);
  const browser = await chromium
    .connectOverCDP(`http://127.0.0.1:${ready.cdpPort}`)
    .catch(async (error: unknown) => Promise.reject(await failed(error)));
  const page = await Promise.race([ledgerPage(browser), ended]);
  if (page === null || typeof page === 'number') throw await failed(null);
  const { browserPids: pids } = ready;
  return desktopOf({ child, ended, page, browser, messages, pids, profile, log: () => log });
}

function versionOf(program: string): string {
  const { version } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as { version: string };
  return version;
}

interface Parts {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly page: Page;
  readonly browser: Browser;
  readonly messages: readonly FromHost[];
  readonly pids: readonly number[];
  readonly profile: string;
  readonly log: () => string;
}

function desktopOf({ child, ended, page, browser, messages, pids, profile, log }: Parts): Desktop {
  let lastId = 0;
  const send = (message: ToHost) => child.send(message);
  const answerOf = async (id: number): Promise<unknown> => {
    for (;;) {
      const message = await toldOf(child, 'answer');
      if (message.id === id) return message.value;
    }
  };
  return {
    page,
    log,
    databaseFolder: join(profile, 'chromium/Default/IndexedDB'),
    seen: (kind) => Promise.resolve(messages.filter((one): one is SeenOf<typeof kind> => one.tell === kind)),
    answerDialog: (answer) => {
      send({ ask: 'answerDialog', answer });
      return Promise.resolve();
    },
    clickMenu: (label) => {
      send({ ask: 'clickMenu', label });
      return Promise.resolve();
    },
    webPreferences: () => {
      const opened = messages.find((one) => one.tell === 'window');
      if (!opened) throw new Error('no window was opened');
      return Promise.resolve(opened.webPreferences);
    },
    pagePid: () => pagePidOf(browser),
    invokeAs: async (from, channel, ...args) => {
      const id = ++lastId;
      send({ ask: 'invokeAs', id, ...from, channel, args });
      return (await answerOf(id)) as InvokeOutcome;
    },
    isPermitted: async (permission) => {
      const id = ++lastId;
      send({ ask: 'permission', id, permission });
      return (await answerOf(id)) as boolean;
    },
    async close() {
      if (child.exitCode === null && child.connected) send({ ask: 'closeWindow' });
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      for (const pid of pids) endProcess(pid);
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Its parent took it along.
  }
}

function toldOf<K extends FromHost['tell']>(child: ChildProcess, kind: K): Promise<Told<K>> {
  return new Promise((resolve) => {
    const listener = (message: FromHost) => {
      if (message.tell !== kind) return;
      child.off('message', listener);
      resolve(message as Told<K>);
    };
    child.on('message', listener);
  });
}

/** Chromium does not say which of its pages a process runs: here there is one page, and one spare process at most. */
async function pagePidOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const busiest = renderers.reduce((a, b) => (b.cpuTime > a.cpuTime ? b : a));
  return busiest.id;
}

/** The window the application opens, once it shows the ledger. */
async function ledgerPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no context');
  while (browser.isConnected()) {
    const page = context.pages().find((one) => one.url().startsWith('https://ledger.app.test/'));
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the window never came');
}
