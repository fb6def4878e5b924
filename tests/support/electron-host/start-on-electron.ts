/** The desktop edition on the real Electron runtime, driven by Playwright. */
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Seen } from './control';
import type { Desktop, InvokeOutcome, SeenOf, StartOptions } from './desktop';
import {
  answerNext,
  clickMenuItem,
  installHooks,
  invokeHandler,
  permissionOf,
  preferencesOfMainWindow,
  readSeen,
} from './electron-hooks';

/** Programs of this test process by profile: a second one for the same profile hands over and ends. */
const running = new Map<string, ElectronApplication>();

/** @returns null when another process has this profile */
export async function startOnElectron(
  executablePath: string,
  profile: string,
  { program, args, hasNoKeyStore }: Required<StartOptions>,
): Promise<Desktop | null> {
  const launched = _electron.launch({
    executablePath,
    args: [
      program,
      `--user-data-dir=${profile}`,
      ...(hasNoKeyStore ? ['--password-store=basic'] : []),
      ...args,
    ],
    cwd: program,
    // Chromium's sandbox refuses to run as root on Linux.
    chromiumSandbox: process.getuid?.() !== 0,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  if (running.has(profile)) {
    // It ends before anybody can attach to it, which is what a second start has to do.
    const second = await launched.then(
      (app) => app,
      () => null,
    );
    if (second !== null) await second.close();
    return null;
  }
  const app = await launched;
  running.set(profile, app);
  let log = '';
  app.process().stdout?.on('data', (text) => (log += String(text)));
  app.process().stderr?.on('data', (text) => (log += String(text)));
  await app.evaluate(installHooks);
  const page = await app.firstWindow();
  await page.waitForURL('app://ledger/**');
  return desktopOf(app, page, profile, () => log);
}

function desktopOf(app: ElectronApplication, page: Page, profile: string, log: () => string): Desktop {
  const child = app.process();
  const ended = new Promise<number | null>((resolve) => {
    if (child.exitCode === null) child.once('exit', resolve);
    else resolve(child.exitCode);
  }).finally(() => running.delete(profile));
  return {
    page,
    log,
    databaseFolder: join(profile, 'IndexedDB'),
    seen: async (kind) =>
      ((await app.evaluate(readSeen)) as Seen[]).filter(
        (one): one is SeenOf<typeof kind> => one.tell === kind,
      ),
    answerDialog: (answer) => app.evaluate(answerNext, answer),
    clickMenu: (label) => app.evaluate(clickMenuItem, label),
    invokeAs: async (from, channel, ...args) =>
      (await app.evaluate(invokeHandler, { from, channel, args })) as InvokeOutcome,
    isPermitted: (permission) => app.evaluate(permissionOf, permission),
    webPreferences: async () => (await app.evaluate(preferencesOfMainWindow)) as Record<string, unknown>,
    pagePid: () =>
      app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      ),
    async close() {
      if (child.exitCode === null)
        await app
          .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
          // The answer may be lost with the process.
          .catch(() => undefined);
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      await app.close().catch(() => undefined);
    },
  };
}
