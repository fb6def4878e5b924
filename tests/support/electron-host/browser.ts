/** The Chromium behind the stand-in: one persistent profile, and the app:// scheme as a secure origin of its own. */
import { join } from 'node:path';
import { type BrowserContext, chromium, type Request as PageRequest, type Route } from '@playwright/test';
import { chromiumFlags, findChromium, missingChromium } from '../find-chromium.mjs';
import { findFreePort } from '../free-port';

/** No browser lets a test register a scheme; a host name that cannot exist is as secure and as much its own origin. */
const hostSuffix = '.app.test';
export const toWeb = (url: string): string => {
  const { protocol, host, pathname, search, hash } = new URL(url);
  return protocol === 'app:' ? `https://${host}${hostSuffix}${pathname}${search}${hash}` : url;
};
export const toApp = (url: string): string => {
  if (!url.startsWith('https://')) return url;
  const { host, pathname, search, hash } = new URL(url);
  return host.endsWith(hostSuffix)
    ? `app://${host.slice(0, -hostSuffix.length)}${pathname}${search}${hash}`
    : url;
};
/** `new URL('app://ledger/').origin` is "null" outside a browser that knows the scheme. */
export const originOf = (url: string): string => {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
};

export type SchemeHandler = (request: Request) => Promise<Response> | Response;

export interface HostBrowser {
  readonly context: BrowserContext;
  readonly cdpPort: number;
  readonly pids: readonly number[];
}

export interface BrowserRules {
  /** null = the application has not set one up: such addresses do not load. */
  readonly schemeHandler: () => SchemeHandler | null;
  /** Whether the application lets its page go there. */
  readonly mayNavigate: (request: PageRequest) => boolean;
}

export async function launchBrowser(profile: string, rules: BrowserRules): Promise<HostBrowser> {
  const executablePath = await findChromium();
  if (executablePath === null) throw new Error(missingChromium);
  const cdpPort = await findFreePort();
  const context = await chromium.launchPersistentContext(join(profile, 'chromium'), {
    executablePath,
    args: [...chromiumFlags(), `--remote-debugging-port=${cdpPort}`],
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await context.route('**/*', (route) => answer(route, rules));
  return { context, cdpPort, pids: await browserPids(context) };
}

async function answer(route: Route, rules: BrowserRules): Promise<void> {
  const request = route.request();
  if (request.isNavigationRequest() && !rules.mayNavigate(request)) return route.abort('aborted');
  const url = toApp(request.url());
  if (!url.startsWith('app:')) return route.continue();
  const handler = rules.schemeHandler();
  if (handler === null) return route.abort('failed');
  const response = await handler(new Request(url));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** Asked of Chromium itself: a test that pulls the plug has to hit all of it. */
async function browserPids(context: BrowserContext): Promise<number[]> {
  const page = context.pages()[0] ?? (await context.newPage());
  const browser = context.browser();
  if (browser === null) return processesOf(await context.newCDPSession(page));
  return processesOf(await browser.newBrowserCDPSession());
}

async function processesOf(session: {
  send(method: 'SystemInfo.getProcessInfo'): Promise<{ processInfo: { id: number }[] }>;
}): Promise<number[]> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.map(({ id }) => id);
}
