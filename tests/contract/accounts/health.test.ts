import { buildApp } from '@server/app';
import { desktopOrigin } from '@server/plugins/cross-origin';
import { createLog } from '@server/plugins/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCodeOf } from '../../support/county/problem-code';
import { pullFromStart, pushAs } from '../../support/county/push-as';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { change, creation, unitAt } from '../county/small-county';
import { routeRules } from './route-rules';

let county: TestCounty;
beforeAll(async () => {
  county = await startTestCounty();
});
afterAll(() => county?.close());

const metrics = async (): Promise<string> => (await county.app.inject({ url: '/metrics' })).body;
async function metric(line: string): Promise<number> {
  const found = (await metrics()).split('\n').find((one) => one.startsWith(`${line} `));
  return Number(found?.slice(line.length) ?? 0);
}

describe('for those who watch the server', () => {
  it('says that it is alive and can work', async () => {
    for (const url of ['/health', '/ready']) {
      const answer = await county.app.inject({ url });
      expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
    }
  });

  it('says that it cannot work without its database, and is alive all the same', async () => {
    const other = await startTestCounty();
    const app = await buildApp({ environment: other.environment, log: createLog('silent') });
    await other.close();
    expect((await app.inject({ url: '/health' })).statusCode).toBe(200);
    const ready = await app.inject({ url: '/ready' });
    expect([ready.statusCode, problemCodeOf({ body: ready.json() })]).toEqual([503, 'sync.serverFailed']);
    const me = await app.inject({
      url: '/api/v1/me',
      headers: { authorization: `Bearer ${'A'.repeat(43)}` },
    });
    expect([me.statusCode, problemCodeOf({ body: me.json() })]).toEqual([500, 'sync.serverFailed']);
    await app.close();
  });

  it('counts requests by route, pushes, edits by outcome, pulls and streams', async () => {
    const edits = [
      creation('units', unitAt('P-TOWN-1', 'M1')),
      creation('units', unitAt('P-TOWN-2', 'M2')),
      change('units', 'M1', { name: { from: 'something else', to: 'x' } }),
    ];
    await pushAs(county, 'clerk', edits);
    await pullFromStart(county, 'clerk');
    expect(await metric('ledger_pushes_total')).toBe(1);
    expect(await metric('ledger_edits_total{outcome="accepted"}')).toBe(1);
    expect(await metric('ledger_edits_total{outcome="rejected"}')).toBe(1);
    expect(await metric('ledger_edits_total{outcome="conflicted"}')).toBe(1);
    expect(await metric('ledger_pulls_total')).toBeGreaterThan(0);
    const route = 'ledger_request_seconds_count{method="POST",route="/api/v1/push",status="200"}';
    expect(await metric(route)).toBe(1);
    expect(await metric('ledger_database_seconds_count{kind="transaction"}')).toBeGreaterThan(0);
  });

  it('counts the streams that are open now', async () => {
    const stop = new AbortController();
    const headers = { authorization: `Bearer ${county.users.clerk.sessionToken}` };
    const stream = await fetch(`${county.url}/api/v1/stream`, { headers, signal: stop.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(await metric('ledger_streams')).toBe(1);
    stop.abort();
    await expect.poll(() => metric('ledger_streams')).toBe(0);
  });

  it('names no person, no device and no document in its numbers', async () => {
    const text = await metrics();
    for (const { user, deviceId } of Object.values(county.users)) {
      for (const secret of [user.name, user.id, deviceId]) expect(text).not.toContain(secret);
    }
    expect(text).not.toMatch(/M1|P-TOWN/);
  });

  it('shows its numbers to this machine, or to who knows the secret', async () => {
    const away = await county.app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' });
    // A proxy on the server's own machine, which nobody told the server to trust.
    const passedOn = { url: '/metrics', headers: { 'x-forwarded-for': '10.0.0.9' } };
    expect((await county.app.inject(passedOn)).statusCode).toBe(403);
    expect([away.statusCode, problemCodeOf({ body: away.json() })]).toEqual([403, 'account.notAllowed']);
    const token = 'a secret of the watching program';
    const app = await buildApp({
      environment: county.environment,
      log: createLog('silent'),
      metricsToken: token,
    });
    const ask = (authorization: string) =>
      app.inject({ url: '/metrics', remoteAddress: '10.0.0.9', headers: { authorization } });
    expect((await ask(`Bearer ${token}`)).statusCode).toBe(200);
    expect((await ask(`Bearer ${token}x`)).statusCode).toBe(403);
    expect((await app.inject({ url: '/metrics' })).statusCode).toBe(403);
    await app.close();
  });

  it('describes every route from its schemas', async () => {
    const document = (await county.app.inject({ url: '/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.sort()).toEqual(Object.keys(routeRules).sort());
    const login = document.paths['/api/v1/session'].post;
    expect(login.requestBody.content['application/json'].schema.required).toEqual([
      'deviceToken',
      'userName',
      'password',
    ]);
  });
});

describe('the desktop edition asks from its own origin', () => {
  const preflight = (origin: string, url = '/api/v1/push') =>
    county.app.inject({
      method: 'OPTIONS',
      url,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });

  it('and is let in, with its token and without cookies', async () => {
    const answer = await preflight(desktopOrigin);
    expect(answer.statusCode).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': desktopOrigin,
      'access-control-allow-headers': 'authorization, content-type, content-encoding',
    });
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    const refused = await county.app.inject({ url: '/api/v1/me', headers: { origin: desktopOrigin } });
    expect(refused.statusCode).toBe(401);
    expect(refused.headers).toMatchObject({
      'access-control-allow-origin': desktopOrigin,
      vary: expect.stringContaining('origin'),
      'access-control-expose-headers': 'date, retry-after',
    });
  });

  it.each(['https://evil.example', 'null', `${desktopOrigin}.evil`, 'http://127.0.0.1:1'])(
    'and %s is not',
    async (origin) => {
      const answer = await preflight(origin);
      expect(answer.statusCode).toBe(404);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it('as are origins the county has set', async () => {
    const app = await buildApp({
      environment: county.environment,
      log: createLog('silent'),
      origins: ['https://portal.example.cn'],
    });
    const headers = { origin: 'https://portal.example.cn' };
    const answer = await app.inject({ url: '/api/v1/demo', headers });
    expect(answer.headers['access-control-allow-origin']).toBe('https://portal.example.cn');
    await app.close();
  });
});
