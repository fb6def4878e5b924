/**
 * The part of Electron's main-process API that the ledger uses, over a real Chromium. What is missing here does not
 * link or throws when touched. Behaviour follows Electron's documentation, the way a packaged application sees it.
 */
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { asked, type DialogAnswer, type ToHost, tell } from './control';
import { ipcHandlers, setSchemeHandler } from './host-state';
import { HostWindow, openBrowser } from './host-window';
import { claimLock } from './instance-lock';
import { profileFolder } from './profile';
import { strict } from './strict';

class App extends EventEmitter {
  private readonly ready: Promise<void>;
  private isSandboxed = false;
  private opensAtLogin = false;
  readonly isPackaged = true;

  constructor() {
    super();
    this.ready = Promise.resolve().then(async () => {
      // Registration of schemes and the sandbox happen in the first turn, as Electron demands before `ready`.
      await openBrowser(this);
    });
  }

  exit = (code: number): void => process.exit(code);
  readonly commandLine = { hasSwitch: (name: string) => process.argv.includes(`--${name}`) };
  setAppUserModelId = (_id: string): void => {};
  setAsDefaultProtocolClient = (scheme: string): boolean => {
    tell({ tell: 'protocolClient', scheme });
    return true;
  };
  whenReady = (): Promise<void> => this.ready;
  getVersion = (): string => process.env['HOST_VERSION'] ?? '0.0.0';
  enableSandbox = (): void => {
    this.isSandboxed = true;
  };
  get hostSandboxed(): boolean {
    return this.isSandboxed;
  }
  requestSingleInstanceLock = (): boolean =>
    claimLock(profileFolder, ({ args, folder }) => {
      tell({ tell: 'secondInstance' });
      this.emit('second-instance', {}, args, folder);
    });
  getPath = (name: 'userData' | 'appData' | 'documents' | 'logs'): string => {
    const folder = name === 'userData' ? profileFolder : join(profileFolder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  getLoginItemSettings = () => ({ openAtLogin: this.opensAtLogin });
  setLoginItemSettings = ({ openAtLogin }: { openAtLogin: boolean }): void => {
    this.opensAtLogin = openAtLogin;
  };
  quit = (): void => {
    const windows = HostWindow.getAllWindows();
    // Electron closes the windows first; a window may hold the quitting up until it has finished.
    if (windows.length === 0) process.exit(0);
    for (const window of windows) window.close();
  };
}

export const app = strict('app', new App());
export const BrowserWindow = HostWindow;
export type { HostWebContents as WebContents } from './host-window';
export { safeStorage } from './safe-storage';

export const ipcMain = strict('ipcMain', {
  handle(channel: string, handler: (event: object, ...args: unknown[]) => unknown) {
    if (ipcHandlers.has(channel)) throw new Error(`a second handler for ${channel}`);
    ipcHandlers.set(channel, handler);
  },
});

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(
    schemes: readonly { scheme: string; privileges: { standard?: boolean; secure?: boolean } }[],
  ) {
    const [only, ...others] = schemes;
    if (only?.scheme !== 'app' || others.length > 0 || !only.privileges.standard || !only.privileges.secure)
      throw new Error('the stand-in host serves one standard and secure scheme, app');
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>) {
    if (scheme !== 'app') throw new Error(`scheme ${scheme} was never registered`);
    setSchemeHandler(handler);
  },
});

const answers: DialogAnswer[] = [];
asked.on('answerDialog', ({ answer }: Extract<ToHost, { ask: 'answerDialog' }>) => answers.push(answer));

function nextAnswer<K extends DialogAnswer['kind']>(
  kind: K,
  args: readonly unknown[],
): Extract<DialogAnswer, { kind: K }> {
  tell({ tell: 'dialog', kind, options: args.at(-1) });
  const answer = answers.shift();
  // A dialog nobody expected would wait for ever; a test has to say what the person does.
  if (answer?.kind !== kind) throw new Error(`a ${kind} dialog came up that no test answers`);
  return answer as Extract<DialogAnswer, { kind: K }>;
}

export const dialog = strict('dialog', {
  // For whoever waits for a window that will not come.
  showErrorBox: (title: string, text: string) => process.stderr.write(`${title}: ${text}\n`),
  showSaveDialog: (...args: unknown[]) =>
    Promise.resolve(nextAnswer('save', args)).then(({ filePath }) => ({
      canceled: filePath === null,
      filePath: filePath ?? '',
    })),
  showOpenDialog: (...args: unknown[]) =>
    Promise.resolve(nextAnswer('open', args)).then(({ filePaths }) => ({
      canceled: filePaths.length === 0,
      filePaths: [...filePaths],
    })),
  showMessageBox: (...args: unknown[]) =>
    Promise.resolve(nextAnswer('message', args)).then(({ response }) => ({
      response,
      checkboxChecked: false,
    })),
});

interface MenuItem {
  readonly label?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
}
const labelsOf = (items: readonly MenuItem[]): string[] =>
  items.flatMap(({ label, submenu }) => [
    ...(label === undefined ? [] : [label]),
    ...labelsOf(submenu ?? []),
  ]);

let menu: readonly MenuItem[] = [];
const itemOf = (items: readonly MenuItem[], label: string): MenuItem | undefined =>
  items.find((item) => item.label === label) ??
  items.map(({ submenu }) => itemOf(submenu ?? [], label)).find((item) => item !== undefined);
asked.on('clickMenu', ({ label }: Extract<ToHost, { ask: 'clickMenu' }>) => itemOf(menu, label)?.click?.());

export const Menu = strict('Menu', {
  buildFromTemplate: (items: readonly MenuItem[]) => items,
  setApplicationMenu(items: readonly MenuItem[]) {
    menu = items;
    tell({ tell: 'menu', labels: labelsOf(items) });
  },
});

export class Notification {
  static isSupported = (): boolean => true;
  constructor(private readonly options: { title: string; body: string }) {}
  show(): void {
    tell({ tell: 'notification', ...this.options });
  }
}

export const screen = strict('screen', {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }],
});

export const net = strict('net', { fetch: (url: string) => fetch(url) });

export const shell = strict('shell', {
  openPath: (path: string) => {
    tell({ tell: 'openedPath', path });
    return Promise.resolve('');
  },
});
