import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildApp } from '@server/app';
import { createLog } from '@server/plugins/log';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import policy from '../../../resources/content-security-policy.json';

interface Reply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

let folder: string;
let app: FastifyInstance;
let port: number;
let publicUrl: URL | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'));
  await mkdir(join(folder, 'site/assets'), { recursive: true });
  await writeFile(join(folder, 'site/index.html'), '<!doctype html>'.padEnd(3000, ' '));
  await writeFile(join(folder, 'site/assets/index-abc.js'), '1;');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  app = await buildApp({
    environment: null,
    log: createLog('silent'),
    rendererFolder: join(folder, 'site'),
    publicUrl: () => publicUrl,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  // A server listening on a port has an address of this kind.
  port = (app.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** node:http instead of fetch: fetch tidies `..` away and sets the host itself. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    call.once('error', reject);
    call.end();
  });
}

describe('the pages', () => {
  it('come with type, policy and caching', async () => {
    const page = await get('/?from=test');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
    const script = await get('/assets/index-abc.js');
    expect(script.headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await get('/', { 'if-none-match': String(page.headers['etag']) })).status).toBe(304);
  });

  it('carry the one policy of all editions, and nothing is added to it', async () => {
    const sent = String((await get('/')).headers['content-security-policy']);
    const parts = sent.split(';').map((part) => part.trim().split(/\s+/));
    expect(Object.fromEntries(parts.map(([name, ...values]) => [name, values.join(' ')]))).toEqual(policy);
  });

  it('are sent as small as the browser understands', async () => {
    const plain = await get('/');
    const br = await get('/', { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await get('/', { 'accept-encoding': 'gzip' });
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/%00',
    '/%zz',
  ])('never lead outside their folder: %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.toString()).not.toContain('secret');
  });

  it('are only read', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(404);
    expect((await get('/', {}, 'HEAD')).status).toBe(200);
  });
});

describe('one address', () => {
  afterAll(() => {
    publicUrl = null;
  });

  it('sends localhost to the one name browsers keep the data under, and refuses others', async () => {
    publicUrl = new URL(`http://127.0.0.1:${port}`);
    const moved = await get('/a?b=1', { host: `localhost:${port}` });
    expect([moved.status, moved.headers['location']]).toEqual([307, `http://127.0.0.1:${port}/a?b=1`]);
    expect((await get('/', { host: 'evil.example' })).status).toBe(421);
    expect((await get('/api/v1/demo', { host: 'evil.example' })).status).toBe(421);
    expect((await get('/', { host: `127.0.0.1:${port}` })).status).toBe(200);
  });

  it('shows the pages of a county under its public name only', async () => {
    publicUrl = new URL('https://ledger.example.cn');
    const moved = await get('//evil.example/%2f..', { host: '10.1.2.3:8080' });
    expect([moved.status, moved.headers['location']]).toEqual([
      307,
      'https://ledger.example.cn/evil.example/%2f..',
    ]);
    expect((await get('/', { host: 'ledger.example.cn' })).status).toBe(200);
    expect((await get('/', { host: '10.1.2.3:8080' }, 'POST')).status).toBe(421);
  });
});

it('without a county, the interface for programs is not there, and says so as data', async () => {
  const answer = await get('/api/v1/demo');
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.body.toString())).toMatchObject({ problem: { code: 'account.notFound' } });
});
