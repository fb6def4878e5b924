/**
 * Electron's own security checklist, https://www.electronjs.org/docs/latest/tutorial/security, item by item and under
 * its own titles. What only a packed program can show is asked of the packaging configuration.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { channelArgs } from '@shared/ipc/channels';
import { builderConfig } from '../../scripts/package/builder-config.mjs';
import { isSupported } from '../../scripts/package/electron-support.mjs';
import type { Desktop } from '../support/electron-host/desktop';
import { electronRuntime, startDesktop } from '../support/electron-host/start-desktop';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = (path: string): Promise<string> => readFile(join(root, 'out', path), 'utf8');

let profile: string;
let desktop: Desktop;
/** Directive to sources, as the main page was sent. */
let policy: ReadonlyMap<string, readonly string[]>;

test.beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'desktop-'));
  const started = await startDesktop(profile);
  if (!started) throw new Error('the profile was taken');
  desktop = started;
  const sent = await desktop.page.evaluate(async () =>
    (await fetch('/')).headers.get('content-security-policy'),
  );
  policy = new Map(
    (sent ?? '').split('; ').map((part) => {
      const [directive = '', ...sources] = part.split(' ');
      return [directive, sources] as const;
    }),
  );
});
test.afterAll(async () => {
  await desktop.close();
  await rm(profile, { recursive: true, force: true });
});

const preference = async (name: string): Promise<unknown> => (await desktop.webPreferences())[name];

/** Whatever the page is made of, as one text. */
async function pageSources(): Promise<string> {
  const assets = await readdir(join(root, 'out/renderer/assets'));
  const scripts = assets.filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(scripts.map((name) => out(`renderer/assets/${name}`)));
  return [await out('renderer/index.html'), ...texts].join('\n');
}

test('1. Only load secure content', async () => {
  expect(await desktop.page.evaluate(() => isSecureContext)).toBe(true);
  // Scripts, styles, frames and workers come with the program; only data is asked for elsewhere, from the county.
  const elsewhere = [...policy].filter(([, sources]) =>
    sources.some((source) => /^(https?|wss?):/.test(source)),
  );
  expect(elsewhere.map(([directive]) => directive)).toEqual(['connect-src']);
  expect(policy.get('default-src')).toEqual(["'self'"]);
  const html = await out('renderer/index.html');
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
});

test('2. Do not enable Node.js integration for remote content', async () => {
  expect(await preference('nodeIntegration')).toBe(false);
  expect(await preference('nodeIntegrationInWorker')).toBeFalsy();
  expect(await preference('nodeIntegrationInSubFrames')).toBeFalsy();
  const reachable = await desktop.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
  );
  expect(reachable).toEqual([]);
});

test('3. Enable context isolation', async () => {
  expect(await preference('contextIsolation')).toBe(true);
  // What crosses is a frozen copy: the page cannot put its own function into the bridge.
  const isReplaced = await desktop.page.evaluate(() => {
    const { desktop: bridge } = window as unknown as { desktop: Record<string, unknown> };
    const own = () => 'own';
    try {
      bridge['saveFile'] = own;
    } catch {
      // Strict code is told.
    }
    return bridge['saveFile'] === own;
  });
  expect(isReplaced).toBe(false);
});

test('4. Enable process sandboxing', async () => {
  expect(await preference('sandbox')).toBe(true);
  expect(await out('main/index.js')).toContain('app.enableSandbox()');
  // A program run from its sources, as the real runtime does here, is for developers, who may have no sandbox.
  if (electronRuntime !== null) return;
  const unprotected = startDesktop(join(profile, 'unprotected'), { args: ['--no-sandbox'] });
  await expect(unprotected).rejects.toThrow('不允许程序隔离运行');
});

test('5. Handle session permission requests from remote content', async () => {
  expect(await desktop.isPermitted('clipboard-sanitized-write')).toBe(true);
  for (const permission of [
    'clipboard-read',
    'media',
    'display-capture',
    'geolocation',
    'notifications',
    'midi',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'window-management',
    'hid',
    'serial',
    'usb',
    'fileSystem',
    'unknown',
  ])
    expect(await desktop.isPermitted(permission), permission).toBe(false);
});

test('6. Do not disable webSecurity', async () => {
  expect(await preference('webSecurity')).toBe(true);
});

test('7. Define a Content Security Policy', async () => {
  expect([...policy.values()].flat().filter((source) => source.startsWith("'unsafe-"))).toEqual([]);
  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(policy.get('style-src')).toEqual(["'self'", expect.stringMatching(/^'nonce-[\w+/]{22}=='$/)]);
  for (const directive of ['object-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect(policy.get(directive), directive).toEqual(["'none'"]);
  const refused = await desktop.page.evaluate(async () => {
    const violations: string[] = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'window.name = "ran"';
    const style = document.createElement('style');
    style.textContent = 'body{outline:1px solid}';
    document.head.append(script, style);
    document.body.setAttribute('style', 'outline:1px solid');
    while (violations.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    return { violations: violations.sort(), ran: window.name === 'ran' };
  });
  expect(refused).toEqual({
    violations: ['script-src-elem', 'style-src-attr', 'style-src-elem'],
    ran: false,
  });
});

test('8. Do not enable allowRunningInsecureContent', async () => {
  expect(await preference('allowRunningInsecureContent')).toBeFalsy();
});

test('9. Do not enable experimental features', async () => {
  expect(await preference('experimentalFeatures')).toBeFalsy();
  expect(await out('main/index.js')).not.toContain('appendSwitch');
});

test('10. Do not use enableBlinkFeatures', async () => {
  expect(await preference('enableBlinkFeatures')).toBeFalsy();
});

test('11. Do not use allowpopups for WebViews', async () => {
  expect(await preference('webviewTag')).toBe(false);
  expect(await pageSources()).not.toContain('allowpopups');
});

test('12. Verify WebView options before creation', async () => {
  // There are none to verify: the element is off, and a page that attaches one all the same is stopped.
  expect(await out('main/index.js')).toMatch(/"will-attach-webview", \((\w+)\) => \1\.preventDefault\(\)/);
  expect(await pageSources()).not.toContain('<webview');
});

test('13. Disable or limit navigation', async () => {
  const { page } = desktop;
  for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://other/']) {
    await page.evaluate((target) => {
      location.href = target;
    }, url);
    await expect(page).toHaveTitle(/两新/);
  }
  const went = (await desktop.seen('navigation')).filter(({ isAllowed }) => isAllowed);
  expect(went).toEqual([]);
});

test('14. Disable or limit creation of new windows', async () => {
  const opened = await desktop.page.evaluate(() => window.open('app://ledger/') === null);
  await expect.poll(() => desktop.page.context().pages().length).toBe(1);
  expect(typeof opened).toBe('boolean');
});

test('15. Do not use shell.openExternal with untrusted content', async () => {
  expect(await out('main/index.js')).not.toContain('openExternal');
});

test('16. Use a current version of Electron', () => {
  const { electronVersion } = builderConfig(root);
  // Packing asks the registry for the newest version and refuses an unsupported one (scripts/package).
  expect(electronVersion).toMatch(/^\d+\.\d+\.\d+$/);
  expect(isSupported(electronVersion ?? '', electronVersion ?? '')).toBe(true);
  expect(isSupported('45.0.0', '48.0.0')).toBe(false);
});

test('17. Validate the sender of all IPC messages', async () => {
  const strangers = [
    { origin: 'https://example.com', isTopFrame: true },
    { origin: 'app://other', isTopFrame: true },
    { origin: 'app://ledger.example.com', isTopFrame: true },
    { origin: 'null', isTopFrame: true },
    { origin: 'app://ledger', isTopFrame: false },
  ];
  for (const channel of Object.keys(channelArgs))
    for (const stranger of strangers)
      expect(await desktop.invokeAs(stranger, channel), `${channel} ${JSON.stringify(stranger)}`).toEqual({
        status: 'refused',
        reason: expect.stringContaining('unknown sender'),
      });
  // And of our own page only arguments of the promised shape.
  const ours = { origin: 'app://ledger', isTopFrame: true };
  for (const channel of Object.keys(channelArgs))
    expect(await desktop.invokeAs(ours, channel, { stray: true }, 1, 2, 3), channel).toMatchObject({
      status: 'refused',
    });
});

test('18. Avoid usage of the file:// protocol and prefer usage of custom protocols', async () => {
  const main = await out('main/index.js');
  expect(main).toMatch(/loadURL\(`\$\{APP_ORIGIN\}\//);
  expect(main).not.toMatch(/\.loadFile\(|loadURL\(["'`]file:/);
  // No way out of the program's folder.
  const statuses = await desktop.page.evaluate(async () => {
    const paths = ['/../main/index.js', '/%2e%2e/main/index.js', '/..%2fmain%2findex.js', '/%00', '/%zz'];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(statuses).toEqual([404, 404, 404, 404, 404]);
});

test('19. Check which fuses you can change', () => {
  expect(builderConfig(root)).toMatchObject({
    asar: true,
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      enableCookieEncryption: true,
      grantFileProtocolExtraPrivileges: false,
    },
  });
});

test('20. Do not expose Electron APIs to untrusted web content', async () => {
  const exposed = await desktop.page.evaluate(() => {
    const { desktop: bridge } = window as unknown as { desktop: Record<string, unknown> };
    return Object.entries(bridge)
      .filter(([name, value]) => typeof value !== 'function' || /^(invoke|send|on|ipcRenderer)$/.test(name))
      .map(([name]) => name);
  });
  expect(exposed).toEqual([]);
  const preload = await out('preload/index.cjs');
  expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1);
});
