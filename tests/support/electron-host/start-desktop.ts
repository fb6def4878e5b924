/** The desktop edition as a test drives it, on the stand-in host. One profile folder is one installation. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { DialogAnswer, FromHost, ToHost } from './control';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const host = fileURLToPath(new URL('./host.ts', import.meta.url));

type Told<K extends FromHost['tell']> = Extract<FromHost, { tell: K }>;
export type InvokeOutcome =
  | { readonly status: 'answered'; readonly value: unknown }
  | { readonly status: 'refused'; readonly reason: string };

export interface Desktop {
  readonly page: Page;
  /** What the host has told so far, oldest first. */
  told<K extends FromHost['tell']>(kind: K): readonly Told<K>[];
  /** What the person does in the next dialog of the system. */
  answerDialog(answer: DialogAnswer): void;
  invokeAs(
    from: { origin: string; isTopFrame: boolean },
    channel: string,
    ...args: unknown[]
  ): Promise<InvokeOutcome>;
  isPermitted(permission: string): Promise<boolean>;
  /** As the cross in the corner does. Resolves when the process has ended. */
  close(): Promise<number | null>;
  /** The plug is pulled: main process and Chromium end at once. */
  kill(): Promise<void>;
  readonly log: () => string;
}

/** @returns null when another process has this profile: the new one has handed over and ended */
export async function startDesktop(profile: string): Promise<Desktop | null> {
  const child = spawn(process.execPath, ['--import', 'tsx', host, `${root}/out/main/index.js`], {
    cwd: root,
    env: { ...process.env, HOST_PROFILE: profile },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const messages: FromHost[] = [];
  let log = '';
  child.stdout?.on('data', (text) => (log += String(text)));
  child.stderr?.on('data', (text) => (log += String(text)));
  child.on('message', (message: FromHost) => messages.push(message));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const ready = await Promise.race([toldOf(child, 'ready'), ended]);
  if (ready === 0) return null;
  if (ready === null || typeof ready === 'number') throw new Error(`the host ended with ${ready}:\n${log}`);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${ready.cdpPort}`);
  const page = await ledgerPage(browser);
  return desktopOf({ child, ended, page, browser, messages, pids: ready.browserPids, log: () => log });
}

interface Parts {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly page: Page;
  readonly browser: Browser;
  readonly messages: readonly FromHost[];
  readonly pids: readonly number[];
  readonly log: () => string;
}

function desktopOf({ child, ended, page, browser, messages, pids, log }: Parts): Desktop {
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
    told: (kind) => messages.filter((one): one is Told<typeof kind> => one.tell === kind),
    answerDialog: (answer) => void send({ ask: 'answerDialog', answer }),
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

/** The window the application opens, once it shows the ledger. */
async function ledgerPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no context');
  for (;;) {
    const page = context.pages().find((one) => one.url().startsWith('https://ledger.app.test/'));
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
