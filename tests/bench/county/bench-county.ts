/** A county server in a process of its own, on a database that keeps what it says it keeps. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Database } from '@server/db/database';
import { migrate } from '@server/db/migrate';
import { openDatabase } from '@server/db/open-database';
import { openPostgres } from '@server/db/postgres-database';
import { urlOf } from '../../support/databases/test-databases';
import { findFreePort } from '../../support/free-port';

const root = join(import.meta.dirname, '../../..');

/** Where a database lies: in a folder, or in a PostgreSQL. */
export type Place =
  | { readonly kind: 'pglite'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string };

let count = 0;

/** Places for databases, each empty. */
export interface Places {
  readonly kind: Place['kind'];
  fresh(): Promise<Place>;
  dispose(): Promise<void>;
}

export async function embeddedPlaces(): Promise<Places> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-county-'));
  return {
    kind: 'pglite',
    fresh: async () => ({ kind: 'pglite', folder: join(folder, String(++count)) }),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function postgresPlaces(serverUrl: string): Promise<Places> {
  return {
    kind: 'postgres',
    async fresh() {
      const owner = openPostgres({ url: serverUrl, maxConnections: 1 });
      const name = `bench_${++count}`;
      await owner.query(`create database ${name}`);
      await owner.close();
      return { kind: 'postgres', url: urlOf(serverUrl, name) };
    },
    // The PostgreSQL itself goes, with everything in it.
    dispose: async () => {},
  };
}

/** The database for whoever works on it without the server, which must not have it open if it is the embedded one. */
export async function openPlace(place: Place): Promise<Database> {
  const where =
    place.kind === 'pglite' ? { url: null, folder: place.folder } : { url: place.url, folder: '' };
  const database = await openDatabase(where);
  await migrate(database);
  return database;
}

const environmentOf = (place: Place): Readonly<Record<string, string>> =>
  place.kind === 'pglite' ? { DATA_FOLDER: place.folder } : { DATABASE_URL: place.url, DATA_FOLDER: '' };

function run(more: Readonly<Record<string, string>>): ChildProcess {
  const { DATABASE_URL: _url, DATA_FOLDER: _folder, ...inherited } = process.env;
  // As `npm run server` does.
  const options = ['--max-semi-space-size=32', '--import', 'tsx'];
  return spawn(process.execPath, [...options, join(import.meta.dirname, 'serve-bench-county.ts')], {
    cwd: root,
    env: { ...inherited, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json'), ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Fills it with the county of the benches, in a process that ends: the server to be measured begins clean. */
export async function fill(place: Place): Promise<void> {
  const child = run({ ...environmentOf(place), FILL: '1' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('the county was not filled');
}

export interface BenchCounty {
  readonly url: string;
  /** Memory when the database had just been opened and nothing else done. */
  readonly openedMb: number;
  /** Waits until the server has nothing left to do, then says what memory it holds. */
  quietMb(): Promise<number>;
  stop(): Promise<void>;
}

export async function serve(place: Place): Promise<BenchCounty> {
  const port = await findFreePort();
  const PAGES = join(root, 'out/renderer');
  const child = run({ ...environmentOf(place), PORT: String(port), PAGES });
  const said = await waitUntilReady(child);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    openedMb: Number(/opened (\d+)/.exec(said)?.[1]) / 2 ** 20,
    quietMb: () => quietMb(url),
    async stop() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function waitUntilReady(child: ChildProcess): Promise<string> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (piece: Buffer) => {
      // What it says later is a warning or worse: a bench that fails has to show it.
      if (said.includes('ready')) process.stderr.write(piece);
      said += piece.toString();
      if (said.includes('ready')) resolve();
    });
    child.once('exit', () => reject(new Error(`the county server did not start:\n${said}`)));
  });
  return said;
}

/** Share of a processor's time a server spends that has nothing to do. */
const idleShare = 0.05;

async function quietMb(url: string): Promise<number> {
  for (let before = await readMetrics(url); ; ) {
    await setTimeout(1000);
    const now = await readMetrics(url);
    if (now.cpuSeconds - before.cpuSeconds < idleShare) return now.residentMb;
    before = now;
  }
}

async function readMetrics(
  url: string,
): Promise<{ readonly cpuSeconds: number; readonly residentMb: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    cpuSeconds: read('process_cpu_seconds_total'),
    residentMb: read('process_resident_memory_bytes') / 2 ** 20,
  };
}
