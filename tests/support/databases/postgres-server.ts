import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { findFreePort } from '../free-port';
import { binary, findPostgres, type PostgresBinaries } from './postgres-binaries';

export interface PostgresServer {
  /** Of the database `postgres` there, as its owner. */
  readonly url: string;
  /** `version()`, for the log of a run. */
  readonly version: string;
  stop(): Promise<void>;
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
};

/** Nothing in a test outlives the run, so nothing needs the disk. */
const hasty = { fsync: 'off', full_page_writes: 'off' };

export interface PostgresOptions {
  /** Keeps what it says it keeps, as a county's would; default: no. */
  readonly isDurable?: boolean;
}

/** A PostgreSQL of its own on a free port, in a temporary folder. */
export async function startPostgres(
  binaries = findPostgres(),
  { isDurable = false }: PostgresOptions = {},
): Promise<PostgresServer> {
  const folder = makeFolder(binaries);
  const port = await findFreePort();
  const guard = startGuarded(binaries, folder, port, isDurable ? settings : { ...settings, ...hasty });
  const stop = async () => {
    guard.stdin?.end();
    if (guard.exitCode === null) await new Promise((done) => guard.once('exit', done));
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  try {
    return { url, version: await waitUntilReady(url, guard), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function makeFolder({ folder: binaries, runAs }: PostgresBinaries): string {
  const folder = mkdtempSync(join(tmpdir(), 'two-new-ledger-pg-'));
  chmodSync(folder, 0o700);
  if (runAs !== null) chownSync(folder, runAs.uid, runAs.gid);
  const args = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(binary(binaries, 'initdb'), args, {
    ...runAs,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return folder;
}

function startGuarded(
  { folder: binaries, runAs }: PostgresBinaries,
  folder: string,
  port: number,
  wanted: Readonly<Record<string, string>>,
): ChildProcess {
  const args = ['-D', folder, '-p', String(port)];
  for (const [name, value] of Object.entries(wanted)) args.push('-c', `${name}=${value}`);
  const job = { command: binary(binaries, 'postgres'), args, ...runAs };
  const guard = fileURLToPath(new URL('postgres-guard.mjs', import.meta.url));
  return spawn(process.execPath, [guard, JSON.stringify(job)], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}

async function waitUntilReady(url: string, guard: ChildProcess): Promise<string> {
  let complaints = '';
  guard.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ version: string }>('select version()');
      return rows[0]?.version ?? '';
    } catch {
      if (guard.exitCode !== null || Date.now() > deadline)
        throw new Error(`测试用 PostgreSQL 没有启动。 / PostgreSQL did not start:\n${complaints}`);
      await setTimeout(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
