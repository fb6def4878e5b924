/**
 * What a test does inside the real main process. Every function is sent there as text: it uses nothing outside
 * itself, and keeps what it has to remember on `globalThis.desktopTest`.
 */
import type * as Electron from 'electron';
import type { DialogAnswer, Seen } from './control';

interface Memory {
  readonly seen: Seen[];
  readonly answers: DialogAnswer[];
}

declare global {
  var desktopTest: Memory;
}

type Main = typeof Electron;

/** Dialogs answer by themselves, and everything a test asks for later is noted. */
export function installHooks({ app, BrowserWindow, dialog, Notification, shell }: Main): void {
  const memory: Memory = { seen: [], answers: [] };
  globalThis.desktopTest = memory;
  const next = <K extends DialogAnswer['kind']>(kind: K, args: readonly unknown[]) => {
    memory.seen.push({ tell: 'dialog', kind, options: args.at(-1) });
    const answer = memory.answers.shift();
    if (answer?.kind !== kind) throw new Error(`a ${kind} dialog came up that no test answers`);
    return answer as Extract<DialogAnswer, { kind: K }>;
  };
  Object.assign(dialog, {
    showSaveDialog: (...args: unknown[]) =>
      Promise.resolve(next('save', args)).then(({ filePath }) => ({
        canceled: filePath === null,
        filePath: filePath ?? '',
      })),
    showOpenDialog: (...args: unknown[]) =>
      Promise.resolve(next('open', args)).then(({ filePaths }) => ({
        canceled: filePaths.length === 0,
        filePaths: [...filePaths],
      })),
    showMessageBox: (...args: unknown[]) =>
      Promise.resolve(next('message', args)).then(({ response }) => ({ response, checkboxChecked: false })),
  });
  shell.openPath = (path) => {
    memory.seen.push({ tell: 'openedPath', path });
    return Promise.resolve('');
  };
  Notification.prototype.show = function show(this: Electron.Notification) {
    memory.seen.push({ tell: 'notification', title: this.title, body: this.body });
  };
  app.on('second-instance', () => memory.seen.push({ tell: 'secondInstance' }));
  const watch = (window: Electron.BrowserWindow): void => {
    const focus = window.focus.bind(window);
    window.focus = () => {
      memory.seen.push({ tell: 'focused' });
      focus();
    };
    // Heard after the program's own listener, which came first.
    window.webContents.on('will-navigate', ({ url, defaultPrevented }) =>
      memory.seen.push({ tell: 'navigation', url, isAllowed: !defaultPrevented }),
    );
  };
  for (const window of BrowserWindow.getAllWindows()) watch(window);
  app.on('browser-window-created', (_event, window) => watch(window));
}

/** The menu is asked for each time: the program sets it at a moment of its own. */
export function readSeen({ Menu }: Main): Seen[] {
  const labelsOf = (menu: Electron.Menu | null | undefined): string[] =>
    menu?.items.flatMap((item) => [item.label, ...labelsOf(item.submenu)]) ?? [];
  return [...globalThis.desktopTest.seen, { tell: 'menu', labels: labelsOf(Menu.getApplicationMenu()) }];
}

export function answerNext(_main: Main, answer: DialogAnswer): void {
  globalThis.desktopTest.answers.push(answer);
}

export function clickMenuItem({ Menu }: Main, label: string): void {
  const find = (menu: Electron.Menu | null | undefined): Electron.MenuItem | undefined =>
    menu?.items.find((item) => item.label === label) ??
    menu?.items.map((item) => find(item.submenu)).find((item) => item !== undefined);
  find(Menu.getApplicationMenu())?.click();
}

interface Message {
  readonly from: { readonly origin: string; readonly isTopFrame: boolean };
  readonly channel: string;
  readonly args: readonly unknown[];
}

/** Only a browser can make a frame of another origin send; the handler is called with what such a frame looks like. */
export async function invokeHandler({ ipcMain, BrowserWindow }: Main, { from, channel, args }: Message) {
  // Electron keeps the handlers under this name; it has no public way to ask for one.
  const { _invokeHandlers: handlers } = ipcMain as unknown as {
    _invokeHandlers: Map<string, (event: object, ...args: unknown[]) => unknown>;
  };
  const handler = handlers.get(channel);
  const sender = BrowserWindow.getAllWindows()[0]?.webContents;
  const senderFrame = { origin: from.origin, parent: from.isTopFrame ? null : {} };
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return { status: 'answered', value: await handler({ sender, senderFrame }, ...args) };
  } catch (error) {
    return { status: 'refused', reason: String(error) };
  }
}

/** The program guards every new session; one that only listens is told how. */
export function permissionOf({ app }: Main, permission: string): boolean {
  type Check = (contents: null, permission: string) => boolean;
  let check: Check = () => true;
  const listening = {
    setPermissionCheckHandler: (given: Check) => {
      check = given;
    },
    setPermissionRequestHandler: () => {},
  };
  app.emit('session-created', listening);
  return check(null, permission);
}

export function preferencesOfMainWindow({ BrowserWindow }: Main): unknown {
  // Not in the published types, but on every webContents.
  const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
    getLastWebPreferences(): unknown;
  };
  return contents.getLastWebPreferences();
}
