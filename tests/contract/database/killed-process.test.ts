import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { DatabaseProblem } from '@server/db/database-problem';
import { openDatabase } from '@server/db/open-database';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshFolder, freshPgliteFolder } from '../../support/databases/fresh-pglite-folder';

const writer = fileURLToPath(new URL('../../support/databases/write-until-killed.ts', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

let place: FreshFolder;
let child: ChildProcessByStdio<null, Readable, null> | undefined;
beforeEach(async () => {
  place = await freshPgliteFolder();
});
afterEach(() => {
  child?.kill('SIGKILL');
  place.dispose();
});

test('a server killed in the middle of writing has every answered transaction, whole, when it starts again', {
  timeout: 240_000,
}, async () => {
  let answered = 0;
  for (const count of [5, 120, 33]) {
    answered = await writeAndKill(answered + count);
    const database = await openDatabase({ url: null, folder: place.folder });
    const rows = await database.query<{ id: number; halves: number }>(
      'select id, count(*) as halves from answered group by id order by id',
    );
    await database.close();
    expect(rows.length).toBeGreaterThanOrEqual(answered);
    expect(rows.map(({ id }) => id)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.filter(({ halves }) => halves !== 2)).toEqual([]);
    answered = rows.length;
  }
});

test('a data folder in use is refused to a second process, and free again when the first was killed', async () => {
  const lines = start();
  await lines.next();
  const second = openDatabase({ url: null, folder: place.folder });
  await expect(second).rejects.toThrow(DatabaseProblem);
  await expect(second).rejects.toMatchObject({ problem: { code: 'server.folderInUse' } });
  await kill();
  await (await openDatabase({ url: null, folder: place.folder })).close();
});

/** @returns the last number that was said to be written, at least `until` */
async function writeAndKill(until: number): Promise<number> {
  const lines = start();
  let last = 0;
  while (last < until) last = Number((await lines.next()).value);
  await kill();
  // What it had said before it died is still on its way.
  for await (const line of lines) last = Number(line);
  return last;
}

function start(): AsyncIterableIterator<string> {
  child = spawn(process.execPath, ['--import', 'tsx', writer, place.folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return createInterface({ input: child.stdout })[Symbol.asyncIterator]();
}

async function kill(): Promise<void> {
  if (child === undefined) throw new Error('nothing was started');
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
