/** BrowserWindow and its webContents over a Chromium page. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import { type HostBrowser, launchBrowser, toApp, toWeb } from './browser';
import { asked, type ToHost, tell } from './control';
import { currentSchemeHandler, ipcHandlers } from './host-state';
import { openLine, type SenderFrame } from './page-line';
import { pageRuntime } from './page-runtime';
import { openPageSession, type PageSession } from './page-session';
import { profileFolder } from './profile';
import { strict } from './strict';

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences: {
    readonly preload?: string;
    readonly sandbox: boolean;
    readonly contextIsolation: boolean;
    readonly nodeIntegration: boolean;
    readonly [preference: string]: unknown;
  };
}
interface HostApp extends EventEmitter {
  readonly hostSandboxed: boolean;
}

let application: HostApp | null = null;
let browser: HostBrowser | null = null;

export async function openBrowser(app: HostApp): Promise<void> {
  application = app;
  browser = await launchBrowser(profileFolder, {
    schemeHandler: currentSchemeHandler,
    mayNavigate: (request) => {
      const window = HostWindow.of(request.frame());
      return window === null || window.webContents.allowsNavigation(toApp(request.url()), request.frame());
    },
  });
  app.emit('session-created', session);
  tell({ tell: 'ready', cdpPort: browser.cdpPort, browserPids: browser.pids });
}

type Check = (contents: unknown, permission: string) => boolean;
let permissionCheck: Check | null = null;
const session = strict('session', {
  setPermissionCheckHandler: (check: Check) => {
    permissionCheck = check;
  },
  setPermissionRequestHandler: () => {},
});

/** A channel's handler called as if the message came from this frame. */
async function invoke(
  window: HostWindow,
  sender: SenderFrame,
  channel: string,
  args: readonly unknown[],
): Promise<unknown> {
  const handler = ipcHandlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  return handler({ sender: window.webContents, senderFrame: sender }, ...args);
}

asked.on('permission', ({ id, permission }: Extract<ToHost, { ask: 'permission' }>) =>
  tell({ tell: 'answer', id, value: permissionCheck?.(null, permission) ?? true }),
);
asked.on('invokeAs', (message: Extract<ToHost, { ask: 'invokeAs' }>) => {
  const [window] = HostWindow.getAllWindows();
  if (!window) throw new Error('no window');
  const sender = { origin: message.origin, parent: message.isTopFrame ? null : {} };
  invoke(window, sender, message.channel, message.args).then(
    (value) => tell({ tell: 'answer', id: message.id, value: { status: 'answered', value } }),
    (error: unknown) =>
      tell({ tell: 'answer', id: message.id, value: { status: 'refused', reason: String(error) } }),
  );
});
asked.on('closeWindow', () => HostWindow.getAllWindows()[0]?.close());

export class HostWebContents extends EventEmitter {
  private openHandler: (() => { action: 'deny' | 'allow' }) | null = null;
  private asksForItself = false;
  private readonly binding = `host${Math.random().toString(36).slice(2)}`;
  page: Page | null = null;

  constructor(private readonly window: HostWindow) {
    super();
  }

  readonly setWindowOpenHandler = (handler: () => { action: 'deny' | 'allow' }): void => {
    this.openHandler = handler;
  };
  readonly isCrashed = (): boolean => this.page === null || this.page.isClosed();
  readonly send = (channel: string, ...args: unknown[]): void => {
    void this.page?.evaluate(
      ([name, to, values]) =>
        (window as unknown as Record<string, (to: unknown, values: unknown) => void>)[
          `${String(name)}Deliver`
        ]?.(to, values),
      [this.binding, channel, args] as const,
    );
  };
  readonly printToPDF = async (options: {
    preferCSSPageSize?: boolean;
    printBackground?: boolean;
  }): Promise<Buffer> => {
    if (!this.page) throw new Error('nothing is loaded');
    return this.page.pdf({
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      printBackground: options.printBackground ?? false,
      tagged: true,
    });
  };
  readonly reload = (): void => {
    void this.page?.reload();
  };

  async open(preload: string | undefined, url: string): Promise<void> {
    if (!browser) throw new Error('a window before the application is ready');
    const page =
      browser.context.pages().find((one) => one.url() === 'about:blank') ?? (await browser.context.newPage());
    this.page = page;
    if (preload !== undefined) await this.bridge(await openPageSession(page, browser.cdpPort), page, preload);
    page.on('popup', (popup) => {
      if (this.openHandler?.().action !== 'allow') void popup.close();
    });
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed' }));
    this.asksForItself = true;
    await page.goto(toWeb(url));
    this.asksForItself = false;
    this.window.emit('ready-to-show');
  }

  private async bridge(session: PageSession, page: Page, preload: string): Promise<void> {
    await openLine(session, this.binding, (sender, channel, args) =>
      invoke(this.window, sender, channel, args),
    );
    await page.addInitScript({ content: pageRuntime(readFileSync(preload, 'utf8'), this.binding) });
  }

  /** Loading by the application itself is no navigation in Electron's sense; what the page starts is. */
  allowsNavigation(url: string, frame: Frame): boolean {
    if (this.asksForItself || frame.parentFrame() !== null) return true;
    let isPrevented = false;
    const event = { url, preventDefault: () => (isPrevented = true) };
    this.emit('will-navigate', event, url);
    tell({ tell: 'navigation', url, isAllowed: !isPrevented });
    return !isPrevented;
  }
}

export class HostWindow extends EventEmitter {
  private static readonly windows = new Set<HostWindow>();
  static getAllWindows = (): HostWindow[] => [...HostWindow.windows];
  static fromWebContents = (contents: HostWebContents): HostWindow | null =>
    HostWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  static of = (frame: Frame): HostWindow | null =>
    HostWindow.getAllWindows().find((window) => window.webContents.page === frame.page()) ?? null;

  readonly webContents: HostWebContents;

  constructor(private readonly options: WindowOptions) {
    super();
    const { sandbox, contextIsolation, nodeIntegration } = options.webPreferences;
    if (!application?.hostSandboxed || !sandbox || !contextIsolation || nodeIntegration)
      throw new Error('the stand-in host opens sandboxed and isolated windows only');
    this.webContents = strict('webContents', new HostWebContents(this));
    HostWindow.windows.add(this);
    tell({ tell: 'window', webPreferences: { ...options.webPreferences } });
    application.emit('web-contents-created', {}, this.webContents);
  }

  readonly loadURL = (url: string): Promise<void> =>
    this.webContents.open(this.options.webPreferences.preload, url);
  readonly show = (): void => {};
  readonly maximize = (): void => {};
  readonly isDestroyed = (): boolean => !HostWindow.windows.has(this);
  readonly isMinimized = (): boolean => false;
  readonly isMaximized = (): boolean => false;
  readonly restore = (): void => {};
  readonly focus = (): void => tell({ tell: 'focused' });
  readonly getNormalBounds = () => ({
    x: 0,
    y: 0,
    width: this.options.width ?? 800,
    height: this.options.height ?? 600,
  });
  readonly close = (): void => {
    let isPrevented = false;
    this.emit('close', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.destroy();
  };
  readonly destroy = (): void => {
    HostWindow.windows.delete(this);
    if (HostWindow.windows.size > 0) void this.webContents.page?.close();
    else void browser?.context.close().then(() => application?.emit('window-all-closed'));
  };
}
