import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, it } from 'vitest';
import { findFreePort } from '../../support/free-port';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'process-'));
type Child = ChildProcessByStdio<null, Readable, Readable>;
let child: Child | null = null;
afterEach(() => {
  child?.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As the scripts of package.json start it, without npm in between. */
const run = (script: string, args: readonly string[], settings: Record<string, string> = {}): Child =>
  runFile(join(root, 'server', script), args, settings);

function runFile(file: string, args: readonly string[], settings: Record<string, string> = {}): Child {
  const env = { ...process.env, DATA_FOLDER: join(folder, 'county'), ...settings };
  child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child;
}
async function finished(process: Child) {
  let [output, errors] = ['', ''];
  process.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  process.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [code] = (await once(process, 'close')) as [number | null];
  return { code, output, errors };
}

it('from an empty folder to a running county, with one sentence where something is missing', {
  timeout: 180_000,
}, async () => {
  const PORT = String(await findFreePort());
  const early = await finished(run('main.ts', [], { PORT }));
  expect(early).toMatchObject({ code: 1, output: '' });
  expect(early.errors.trim().split('\n')).toEqual([expect.stringContaining('npm run server:admin')]);

  const mistyped = await finished(run('administrator.ts', ['--nam', '王芳']));
  expect(mistyped.code).toBe(1);
  expect(mistyped.errors).toContain('用法');

  const made = await finished(run('administrator.ts', ['--county', '青河县', '--name', '王芳']));
  expect(made).toMatchObject({ code: 0, errors: '' });
  const [, code] = /登记码：(\S+)/.exec(made.output) ?? [];

  const server = run('main.ts', [], { PORT });
  const ready = async () => (await fetch(`http://127.0.0.1:${PORT}/ready`).catch(() => null))?.status;
  await expect.poll(ready, { timeout: 60_000, interval: 200 }).toBe(200);
  const enrolled = await fetch(`http://127.0.0.1:${PORT}/api/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, deviceName: '办公室' }),
  });
  expect(enrolled.status).toBe(200);
  const whileRunning = finished(run('administrator.ts', ['--name', '王芳']));
  expect(await whileRunning).toMatchObject({
    code: 1,
    errors: expect.stringContaining('正被另一个服务器程序使用'),
  });

  const end = finished(server);
  server.kill('SIGTERM');
  expect((await end).code).toBe(0);
});

it('a server whose embedded database has stopped says so, is not ready any more, and ends for the service manager', {
  timeout: 120_000,
}, async () => {
  const PORT = String(await findFreePort());
  const settings = { PORT, LOG_LEVEL: 'info', TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') };
  const server = runFile(join(root, 'tests/support/county/serve-losing-database.ts'), [], settings);
  const end = finished(server);
  const status = async (path: string) =>
    (await fetch(`http://127.0.0.1:${PORT}${path}`).catch(() => null))?.status;
  await expect.poll(() => status('/ready'), { timeout: 60_000, interval: 200 }).toBe(200);
  server.kill('SIGUSR2');
  await expect.poll(() => status('/ready'), { timeout: 5000, interval: 50 }).toBe(503);
  const { code, output } = await end;
  expect(code).toBe(1);
  expect(output).toContain('the embedded database has stopped: this server ends');
});
