import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityOf, listen } from '../../../scripts/serve/listen.mjs';
import { createStaticServer } from '../../../scripts/serve/static-server.mjs';
import { findFreePort } from '../../support/free-port';

const identity = identityOf('/some/copy', 'build-1');

let folder: string;
let port: number;
let servers: Server[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'));
  await mkdir(join(folder, 'site/assets'), { recursive: true });
  await writeFile(join(folder, 'site/index.html'), '<!doctype html>');
  await writeFile(join(folder, 'site/assets/index-abc.js'), '1;');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  port = await findFreePort();
  servers = [];
});

afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await rm(folder, { recursive: true, force: true });
});

function createSite(as = identity): Server {
  const policy = { 'default-src': "'self'", 'img-src': "'self' data:" };
  const server = createStaticServer({ folder: join(folder, 'site'), policy, identity: as });
  servers.push(server);
  return server;
}

function open(server: Server, options: { as?: string; onlyPort?: number | null } = {}) {
  const { as = identity, onlyPort = null } = options;
  return listen(server, { memory: join(folder, 'port'), identity: as, onlyPort });
}

/** node:http instead of fetch: fetch tidies `..` away and sets the host itself. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume();
      resolve(response);
    });
    call.once('error', reject);
    call.end();
  });
}

describe('static server', () => {
  beforeEach(() => open(createSite(), { onlyPort: port }));

  it('sends type, policy and caching with each file', async () => {
    const page = await get('/?from=test');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toBe("default-src 'self'; img-src 'self' data:");
    expect(page.headers['cache-control']).toBe('no-cache');
    const script = await get('/assets/index-abc.js');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await get('/', { 'if-none-match': String(page.headers['etag']) })).statusCode).toBe(304);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%zz',
    '/%00',
  ])('finds nothing at %s', async (path) => {
    expect((await get(path)).statusCode).toBe(404);
  });

  it('only reads', async () => {
    expect((await get('/', {}, 'POST')).statusCode).toBe(405);
    expect((await get('/', {}, 'HEAD')).statusCode).toBe(200);
  });

  it('sends localhost to the one address browsers keep the data under, and refuses other names', async () => {
    const moved = await get('/a?b=1', { host: `localhost:${port}` });
    expect([moved.statusCode, moved.headers.location]).toEqual([307, `http://127.0.0.1:${port}/a?b=1`]);
    expect((await get('/', { host: 'evil.example' })).statusCode).toBe(421);
  });
});

describe('listen', () => {
  it('remembers its port and warns when another program has it', async () => {
    await writeFile(join(folder, 'port'), String(port));
    const stranger = createSite('two-new-ledger:another-copy build-1');
    await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve));
    const second = await open(createSite());
    expect(second).toMatchObject({ kind: 'listening', isUsual: false });
    stranger.closeAllConnections();
    await new Promise((resolve) => stranger.close(resolve));
    expect(await open(createSite())).toEqual({ kind: 'listening', port, isUsual: true });
  });

  it('recognises the same copy already running, and an older build of it', async () => {
    await writeFile(join(folder, 'port'), String(port));
    await open(createSite());
    expect(await open(createSite())).toEqual({ kind: 'running', port, isOutdated: false });
    const newer = identityOf('/some/copy', 'build-2');
    expect(await open(createSite(newer), { as: newer })).toEqual({ kind: 'running', port, isOutdated: true });
  });

  it('takes the named port or none', async () => {
    const stranger = createSite('another program');
    await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve));
    expect(await open(createSite(), { onlyPort: port })).toEqual({ kind: 'busy', port });
  });
});
