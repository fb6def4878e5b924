import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { buildApp } from '@server/app';
import { openPostgres } from '@server/db/postgres-database';
import { createLog } from '@server/plugins/log';
import { refusalMessage } from '@shared/sync/messages';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, startTestCounty, type TestCounty } from '../../support/county/test-county';

let county: TestCounty | undefined;
afterEach(async () => {
  await county?.close();
  county = undefined;
});

/** A line on which a request has begun and does not go on. */
async function halfARequest(path: string, token = ''): Promise<Socket> {
  const { port } = new URL(county?.url ?? '');
  const arrived = once(county?.app.server ?? new EventEmitter(), 'request');
  const line = connect(Number(port), '127.0.0.1');
  // It is hung up on in the end.
  line.on('error', () => {});
  const head = `POST /api/v1${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n`;
  line.write(`${head}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{`);
  await arrived;
  return line;
}

function expectBusy({ status, headers, body }: Answer): void {
  expect(status).toBe(429);
  expect(refusalMessage.parse(body).problem).toMatchObject({
    code: 'sync.tooManyRequests',
    text: '县级正忙，请稍候；程序会自动重试，未上报的修改都保留在本机。',
  });
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
}

describe('limits', () => {
  it('keep somebody from trying codes', async () => {
    county = await startTestCounty({ limits: { enrolmentsPerAddress: 10 } });
    const tries: Answer[] = [];
    for (let i = 0; i < 6; i++)
      tries.push(await county.ask(null, 'POST', '/enrol', { code: `AAAAA-0000${i}`, deviceName: 'x' }));
    // Six people of the test county were enrolled before.
    expect(tries.map(({ status }) => status)).toEqual([400, 400, 400, 400, 429, 429]);
    for (const answer of tries.slice(4)) expectBusy(answer);
    expect((await county.ask('clerk', 'GET', '/me')).status).toBe(200);
  });

  it('ask to come back later when no connection to the database becomes free', async () => {
    const first = await startTestCounty({ kind: 'postgres' });
    const narrow = openPostgres({ url: first.databaseUrl ?? '', maxConnections: 1, waitMs: 200 });
    const app = await buildApp({
      environment: { ...first.environment, database: narrow },
      log: createLog('silent'),
    });
    county = first;
    const headers = { authorization: `Bearer ${first.users.clerk.sessionToken}` };
    await narrow.transaction(async (tx) => {
      await tx.query('select 1');
      const reply = await app.inject({ url: '/api/v1/me', headers });
      expect([reply.statusCode, reply.headers['retry-after']]).toEqual([429, '5']);
      expect(refusalMessage.parse(reply.json()).problem.code).toBe('sync.tooManyRequests');
    });
    expect((await app.inject({ url: '/api/v1/me', headers })).statusCode).toBe(200);
    await app.close();
    await narrow.close();
  });

  it('keep somebody from trying logins with ever other names', async () => {
    county = await startTestCounty({ limits: { loginsPerAddress: 8 } });
    const { deviceToken } = county.users.clerk;
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) {
      const login = { deviceToken, userName: `name ${i}`, password: 'x' };
      statuses.push((await county.ask(null, 'POST', '/session', login)).status);
    }
    expect(statuses).toEqual([401, 401, 429, 429]);
  });

  it('count each device on its own, so that one gone wild does not stop its office', async () => {
    county = await startTestCounty({ limits: { perDevice: 5 } });
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await county.ask('clerk', 'GET', '/me')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect((await county.ask('lead', 'GET', '/me')).status).toBe(200);
  });

  it('count an address whatever it says about itself', async () => {
    county = await startTestCounty({ limits: { perAddress: 20 } });
    let last = 0;
    for (let i = 0; i < 20; i++) {
      const headers = {
        authorization: `Bearer ${'A'.repeat(42)}${i % 10}`,
        'x-forwarded-for': `10.0.0.${i}`,
      };
      last = (await county.app.inject({ url: '/api/v1/me', headers })).statusCode;
    }
    expect(last).toBe(429);
  });

  it('count an address however it writes the path', async () => {
    county = await startTestCounty({ limits: { loginsPerAddress: 8 } });
    const { deviceToken } = county.users.clerk;
    const statuses: number[] = [];
    for (const path of ['/%61pi/v1/session', '/api/%76%31/session', '/api/v1/%73ession', '/api/v1/session']) {
      const payload = { deviceToken, userName: 'nobody', password: 'x' };
      statuses.push((await county.app.inject({ method: 'POST', url: path, payload })).statusCode);
    }
    // Six people of the test county have logged in before.
    expect(statuses).toEqual([401, 401, 429, 429]);
  });

  it('are not used up by somebody who sends slowly and is nobody', async () => {
    county = await startTestCounty({ limits: { atOnce: 3 } });
    const lines: Socket[] = [];
    for (const path of ['/session', '/enrol', '/nothing'])
      for (let i = 0; i < 3; i++) lines.push(await halfARequest(path));
    expect((await county.ask('clerk', 'GET', '/me')).status).toBe(200);
    for (const line of lines) line.destroy();
  });

  it('keep one device from taking the places of all others', async () => {
    county = await startTestCounty({ limits: { atOnce: 20, atOncePerDevice: 3 } });
    const { sessionToken } = county.users.clerk;
    const lines: Socket[] = [];
    for (let i = 0; i < 3; i++) lines.push(await halfARequest('/push', sessionToken));
    await expect
      .poll(async () => (await county?.ask('clerk', 'GET', '/me'))?.status, { timeout: 20_000 })
      .toBe(429);
    expect((await county.ask('lead', 'GET', '/me')).status).toBe(200);
    for (const line of lines) line.destroy();
    await expect
      .poll(async () => (await county?.ask('clerk', 'GET', '/me'))?.status, { timeout: 20_000 })
      .toBe(200);
  });

  it('refuse early when too much is under way, and take up again after it', async () => {
    county = await startTestCounty({ limits: { atOnce: 3 } });
    const { ask } = county;
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask('clerk', 'GET', '/me')));
    const busy = answers.filter(({ status }) => status === 429);
    expect(busy.length).toBeGreaterThan(0);
    expect(answers.length - busy.length).toBeGreaterThanOrEqual(3);
    for (const answer of busy) expectBusy(answer);
    expect((await ask('clerk', 'GET', '/me')).status).toBe(200);
  });

  it('refuse while the process cannot keep up, and take up again when it can', async () => {
    county = await startTestCounty({ limits: { delayMs: 400 } });
    const { ask } = county;
    const until = performance.now() + 2500;
    const work = async () => {
      while (performance.now() < until) {
        const end = performance.now() + 600;
        while (performance.now() < end);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    };
    await work();
    expectBusy(await ask('clerk', 'GET', '/me'));
    await expect.poll(async () => (await ask('clerk', 'GET', '/me')).status, { timeout: 20_000 }).toBe(200);
  });

  it('give a device four lines to listen on: the oldest make room for newer ones', async () => {
    county = await startTestCounty();
    const authorization = `Bearer ${county.users.clerk.sessionToken}`;
    const stop = new AbortController();
    const streams: Response[] = [];
    for (let i = 0; i < 6; i++)
      streams.push(
        await fetch(`${county.url}/api/v1/stream`, { headers: { authorization }, signal: stop.signal }),
      );
    await Promise.all(streams.slice(0, 2).map((stream) => stream.text()));
    const metrics = async () => (await county?.app.inject('/metrics'))?.body;
    await expect.poll(metrics, { timeout: 20_000 }).toContain('ledger_streams 4');
    stop.abort();
  });

  it('do not count streams as work under way', async () => {
    county = await startTestCounty({ limits: { atOnce: 2 } });
    const authorization = `Bearer ${county.users.clerk.sessionToken}`;
    const stop = new AbortController();
    const streams = await Promise.all(
      Array.from({ length: 4 }, () =>
        fetch(`${county?.url}/api/v1/stream`, { headers: { authorization }, signal: stop.signal }),
      ),
    );
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await county.ask('clerk', 'GET', '/me')).status).toBe(200);
    stop.abort();
  });
});
