import { type Browser, chromium, expect, test } from '@playwright/test';
import { CountyProcess } from '../support/county/county-process';
import { testPassword as password } from '../support/county/test-users';
import { chromiumFlags, findChromium } from '../support/find-chromium.mjs';
import { LinkedClerk } from '../support/pages/linked-clerk';

/** An address as offices use it: to a browser it is not secure, unlike the one of the machine itself. */
const hostName = 'liangxin.county';
let county: CountyProcess;
let browser: Browser;

test.beforeAll(async () => {
  county = await CountyProcess.begin(5, hostName);
  const executablePath = (await findChromium()) ?? undefined;
  const args = [...chromiumFlags(), `--host-resolver-rules=MAP ${hostName} 127.0.0.1`];
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
});
test.afterAll(async () => {
  await browser?.close();
  await county?.dispose();
});

test('a plain-http address has no locks: still only one window syncs, and the next takes over when it closes', async () => {
  const clerk = await LinkedClerk.connected(browser, county.url, {
    code: 'TOWNSHIP1',
    userName: 'clerk',
    password,
  });
  expect(await clerk.page.evaluate(() => 'locks' in navigator || window.isSecureContext)).toBe(false);
  const second = await clerk.context.newPage();
  let askedBySecond = 0;
  second.on('request', (request) => {
    if (request.url().includes('/api/v1/')) askedBySecond += 1;
  });
  await second.goto(county.url);
  const line = second.getByRole('banner').getByRole('link', { name: /在线|离线|正在连接/ });
  await expect(line).toHaveText('在线');
  expect(askedBySecond).toBe(0);

  await clerk.page.close();
  await expect.poll(() => askedBySecond, { timeout: 30_000 }).toBeGreaterThan(0);
  await expect(line).toHaveText('在线');
  // Two headers are for secure pages only; a browser says that it passes over them here.
  const expected = /Cross-Origin-Opener-Policy|Origin-Agent-Cluster/;
  expect(clerk.errors.filter((text) => !expected.test(text))).toEqual([]);
});
