import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@server/db/migrate';
import { openDatabase } from '@server/db/open-database';
import { createCounty } from '@server/services/org-tree/county-office';
import { startDemo } from '@server/start-demo';
import type { RunningServer } from '@server/start-server';
import { demoCountyName } from '@shared/demo/generate-places';
import { demoReply, type EnrolReply, type LoginReply } from '@shared/sync/account-messages';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestCounty } from '../../support/county/test-county';
import { findFreePort } from '../../support/free-port';

const root = mkdtempSync(join(tmpdir(), 'demo-'));
const folder = join(root, 'county');
const site = join(root, 'site');
const said: string[] = [];
let server: RunningServer | null = null;

async function start(): Promise<RunningServer> {
  const identity = { path: '/.well-known/two-new-ledger', text: 'this copy' };
  const say = (text: string) => void said.push(text);
  server = await startDemo({ port: await findFreePort(), folder, rendererFolder: site, identity, say });
  return server;
}
const get = async (path: string, token?: string) => {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return fetch(`${server?.url}${path}`, { headers });
};
const post = async <T>(path: string, body: object): Promise<T> => {
  const answer = await fetch(`${server?.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
};

beforeAll(() => {
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '<!doctype html>');
});
afterEach(async () => {
  await server?.stop();
  server = null;
  said.length = 0;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the demonstration', { timeout: 240_000 }, () => {
  it('is made anew where an earlier start was cut short', async () => {
    const database = await openDatabase({ url: null, folder });
    await migrate(database);
    let made = 0;
    const half = { database, now: () => '2026-03-01T00:00:00.000Z', newId: () => `id-${++made}` };
    await createCounty(half, { id: 'half', name: demoCountyName });
    await database.close();
    await start();
    expect(said).toHaveLength(1);
    expect((await get('/api/v1/demo')).status).toBe(200);
  });

  it('has two ready accounts whose codes can be used again and again', async () => {
    await start();
    expect(said).toEqual([]);
    const { accounts } = demoReply.parse(await (await get('/api/v1/demo')).json());
    expect(accounts.map(({ role, orgUnit }) => [role, orgUnit.name])).toEqual([
      ['clerk', '青溪镇'],
      ['organizer', '青澜县'],
    ]);
    for (const { code, userName, password, orgUnit } of [...accounts, ...accounts]) {
      const device = await post<EnrolReply>('/enrol', { code, deviceName: '试用' });
      expect(device.orgUnit).toEqual(orgUnit);
      const login = await post<LoginReply>('/session', {
        deviceToken: device.deviceToken,
        userName,
        password,
      });
      expect(login.me.mustChangePassword).toBe(false);
      const agreement = await get('/api/v1/agreement', login.sessionToken);
      const { collections } = (await agreement.json()) as {
        collections: { collection: string; count: number }[];
      };
      const units = collections.find(({ collection }) => collection === 'units')?.count ?? 0;
      expect(units).toBeGreaterThan(150);
    }
    expect(await (await get('/.well-known/two-new-ledger')).text()).toBe('this copy');
  });

  it('comes with the pages', async () => {
    await start();
    expect(said).toEqual([]);
    expect((await get('/api/v1/demo')).status).toBe(200);
    expect(await (await get('/')).text()).toBe('<!doctype html>');
  });

  it('that cannot be opened leaves the pages, which work alone', async () => {
    const holder = await openDatabase({ url: null, folder });
    await start();
    expect(said.join()).toContain('没有县级演示，只能单机使用');
    expect((await get('/')).status).toBe(200);
    expect((await get('/api/v1/demo')).status).toBe(404);
    expect(existsSync(folder)).toBe(true);
    await holder.close();
  });
});

it('a real county shows no demonstration, and its codes are no standing ones', async () => {
  const county = await startTestCounty();
  const demo = await county.ask(null, 'GET', '/demo');
  expect(demo.status).toBe(404);
  const answer = await county.ask(null, 'POST', '/enrol', { code: 'QXZHE-N2345', deviceName: 'x' });
  expect(answer.status).toBe(400);
  await county.close();
});
