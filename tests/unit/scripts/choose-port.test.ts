import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { choosePort, identityOf, identityPath } from '../../../scripts/serve/choose-port.mjs';
import { findFreePort } from '../../support/free-port';

const identity = identityOf('/some/copy', 'build-1');

let folder: string;
let memory: string;
let port: number;
let servers: Server[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'port-'));
  memory = join(folder, 'port');
  port = await findFreePort();
  servers = [];
});
afterEach(async () => {
  for (const server of servers) await close(server);
  await rm(folder, { recursive: true, force: true });
});

const close = (server: Server) => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
};

/** A program on the port that says it is `text`. */
async function occupy(text: string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === identityPath) response.end(text);
    else response.writeHead(404).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

it('keeps its port, and says so when another program has it this time', async () => {
  await writeFile(memory, String(port));
  const stranger = await occupy('two-new-ledger:another-copy build-1');
  expect(await choosePort({ memory, identity, onlyPort: null })).toMatchObject({
    kind: 'free',
    isUsual: false,
  });
  expect(await readFile(memory, 'utf8')).toBe(String(port));
  await close(stranger);
  expect(await choosePort({ memory, identity, onlyPort: null })).toEqual({
    kind: 'free',
    port,
    isUsual: true,
  });
});

it('remembers the first port that worked', async () => {
  const chosen = await choosePort({ memory, identity, onlyPort: null });
  expect(await readFile(memory, 'utf8')).toBe(String(chosen.port));
});

it('recognises the same copy already running, and an older build of it', async () => {
  await writeFile(memory, String(port));
  await occupy(identity);
  const again = await choosePort({ memory, identity, onlyPort: null });
  expect(again).toEqual({ kind: 'running', port, isOutdated: false });
  const newer = identityOf('/some/copy', 'build-2');
  const rebuilt = await choosePort({ memory, identity: newer, onlyPort: null });
  expect(rebuilt).toEqual({ kind: 'running', port, isOutdated: true });
});

it('takes the named port or none', async () => {
  await occupy('another program');
  expect(await choosePort({ memory, identity, onlyPort: port })).toEqual({ kind: 'busy', port });
});
