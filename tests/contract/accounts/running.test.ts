import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@server/config';
import { startDailyJobs } from '@server/daily-jobs';
import { usualLimits } from '@server/plugins/limits';
import { createLog } from '@server/plugins/log';
import { createAdministrator } from '@server/services/accounts/first-administrator';
import { type RunningServer, startServer } from '@server/start-server';
import { apiPrefix } from '@shared/sync/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestCounty } from '../../support/county/test-county';
import { testPassword } from '../../support/county/test-users';
import { type FreshDatabase, freshDatabase } from '../../support/databases/fresh-database';
import { findFreePort } from '../../support/free-port';
import { selfSigned } from '../../support/self-signed';

let fresh: FreshDatabase;
let folder: string;
let server: RunningServer | null = null;
beforeEach(async () => {
  fresh = await freshDatabase('pglite');
  folder = mkdtempSync(join(tmpdir(), 'running-'));
});
afterEach(async () => {
  await server?.stop();
  server = null;
  await fresh.dispose().catch(() => {});
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
const environment = () => ({
  database: fresh.database,
  now: () => new Date().toISOString(),
  newId: () => `id-${String(++made).padStart(6, '0')}`,
});
const start = async (settings: Record<string, string> = {}) => {
  const config = readConfig({ PORT: String(await findFreePort()), ...settings });
  const log = createLog('silent');
  server = await startServer({ config, log, environment: environment(), rendererFolder: null });
  return server;
};

describe('the running server', () => {
  it('ends streams, answers what is under way, takes nothing new, and closes its database', async () => {
    const county = await startTestCounty();
    const config = readConfig({ PORT: String(await findFreePort()) });
    const parts = { config, log: createLog('silent'), environment: county.environment, rendererFolder: null };
    const running = await startServer(parts);
    const headers = { authorization: `Bearer ${county.users.clerk.sessionToken}` };
    const stream = await fetch(`${running.url}/api/v1/stream`, { headers });
    const { deviceToken } = county.users.clerk;
    const arrived = new Promise((resolve) => running.app.server.once('request', resolve));
    // Takes as long as hashing does.
    const underWay = fetch(`${running.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ deviceToken, userName: 'clerk', password: testPassword }),
    });
    await arrived;
    const from = performance.now();
    await Promise.all([running.stop(), stream.text()]);
    expect((await underWay).status).toBe(200);
    expect(performance.now() - from).toBeLessThan(8000);
    await expect(fetch(`${running.url}/health`)).rejects.toThrow();
    await expect(county.environment.database.query('select 1')).rejects.toThrow();
  });

  it('does not wait for lines on which nobody asks anything', async () => {
    const running = await start();
    const { port } = new URL(running.url);
    const spare = connect(Number(port), '127.0.0.1');
    await once(spare, 'connect');
    await fetch(`${running.url}/health`);
    const hungUp = once(spare, 'close');
    const from = performance.now();
    await running.stop();
    await hungUp;
    expect(performance.now() - from).toBeLessThan(8000);
    server = null;
  });

  it('says in one sentence that its port is taken, and leaves nothing open', async () => {
    const first = await start();
    const config = readConfig({ PORT: new URL(first.url).port });
    const second = await freshDatabase('pglite');
    const parts = { config, log: createLog('silent'), rendererFolder: null };
    const again = startServer({ ...parts, environment: { ...environment(), database: second.database } });
    await expect(again).rejects.toMatchObject({ problem: { code: 'server.addressInUse' } });
    await expect(second.database.query('select 1')).rejects.toThrow();
  });

  it('speaks TLS with certificate files, and asks browsers to keep to it', async () => {
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    const made = selfSigned();
    writeFileSync(cert, made.cert);
    writeFileSync(key, made.key);
    const { url } = await start({ TLS_CERT: cert, TLS_KEY: key });
    expect(url).toMatch(/^https:/);
    const answer = await new Promise<{ status: number | undefined; hsts: string | undefined }>(
      (resolve, reject) => {
        const call = request(`${url}/health`, { ca: made.cert }, (response) => {
          response.resume();
          resolve({ status: response.statusCode, hsts: response.headers['strict-transport-security'] });
        });
        call.once('error', reject).end();
      },
    );
    expect(answer.status).toBe(200);
    expect(answer.hsts).toContain('max-age=');
  });

  it('believes a proxy about who asks only when it was told to', async () => {
    const trusting = await start({ TRUST_PROXY: '127.0.0.1' });
    expect(await enrolFromManyAddresses(trusting)).not.toBe(429);
    await server?.stop();
    server = null;
    fresh = await freshDatabase('pglite');
    expect(await enrolFromManyAddresses(await start())).toBe(429);
  });
});

describe('daily jobs', () => {
  it('run one after the other; one that fails is logged and keeps none from running', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    const ran: string[] = [];
    const jobs = [
      { name: 'first', run: async () => void ran.push('first') },
      { name: 'broken', run: () => Promise.reject(new Error('王小明')) },
      { name: 'last', run: async () => void ran.push('last') },
    ];
    const stop = startDailyJobs(environment(), log, jobs, 1);
    await expect.poll(() => ran).toEqual(['first', 'last']);
    await stop();
    expect(lines.join('')).toContain('"job":"broken"');
    expect(lines.join('')).not.toContain('王小明');
  });

  it('forget sessions that have ended', async () => {
    await fresh.database.query(
      `insert into sessions values ('c', 'old', 'u', 'd', now(), now() - interval '1 minute'),
        ('c', 'new', 'u', 'd', now(), now() + interval '1 minute')`,
    );
    const stop = startDailyJobs(environment(), createLog('silent'), undefined, 1);
    const left = () => fresh.database.query('select token_digest from sessions');
    await expect.poll(left).toEqual([{ token_digest: 'new' }]);
    await stop();
  });
});

describe('the first administrator', () => {
  const order = { countyName: '青河县', name: '王芳', userName: 'admin' };

  it('begins the county, enrols her device and logs in', async () => {
    const made = await createAdministrator(environment(), order);
    expect(made).toMatchObject({ countyName: '青河县', userName: 'admin' });
    const { app } = await start();
    const post = async (url: string, payload: object) =>
      (await app.inject({ method: 'POST', url, payload })).json();
    const { deviceToken } = await post('/api/v1/enrol', { code: made.code, deviceName: '办公室电脑' });
    const login = { deviceToken, userName: 'admin', password: made.password };
    expect(await post('/api/v1/session', login)).toMatchObject({
      me: { name: '王芳', role: 'administrator', orgUnit: { name: '青河县' }, mustChangePassword: true },
    });
  });

  it('finds her way back in: a new password, active and unlocked', async () => {
    const first = await createAdministrator(environment(), order);
    await fresh.database.query(
      `update users set is_active = false, failed_logins = 5, locked_until = now() + interval '1 day'`,
    );
    const again = await createAdministrator(environment(), { ...order, countyName: null });
    expect(again.password).not.toBe(first.password);
    const rows = await fresh.database.query(
      'select is_active, locked_until, must_change_password from users',
    );
    expect(rows).toEqual([{ is_active: true, locked_until: null, must_change_password: true }]);
  });

  it('is not made without a county, in another one, or out of somebody else', async () => {
    const make = (over: object) => createAdministrator(environment(), { ...order, ...over });
    await expect(make({ countyName: null })).rejects.toMatchObject({ problem: { code: 'server.noCounty' } });
    await make({});
    await expect(make({ countyName: '青山县' })).rejects.toMatchObject({
      problem: { code: 'server.otherCounty' },
    });
    await fresh.database.query(`update users set role = 'clerk'`);
    await expect(make({})).rejects.toMatchObject({ problem: { code: 'account.nameTaken' } });
  });
});

/** @returns status of the last of more tries than one address has, each said to come from an address of its own */
async function enrolFromManyAddresses({ app }: RunningServer): Promise<number> {
  let status = 0;
  for (let number = 0; number <= usualLimits.enrolmentsPerAddress; number++) {
    const headers = { 'x-forwarded-for': `10.0.0.${number}` };
    const url = `${apiPrefix}/enrol`;
    status = (await app.inject({ method: 'POST', url, headers, payload: {} })).statusCode;
  }
  return status;
}
