import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from '@server/db/database';
import { openPgliteHere, type PgliteDatabase } from '@server/db/pglite-database';
import type { CheckpointSettings } from '@server/db/pglite-messages';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CuttableDisk } from '../../support/databases/cuttable-disk';
import { type FreshFolder, freshPgliteFolder } from '../../support/databases/fresh-pglite-folder';
import { seeded } from '../../support/office-workbooks/seeded';

/** An answered transaction is on the disk: PGlite alone never calls fsync, so this is ours to prove. */
describe('the embedded database when the power is cut', () => {
  let place: FreshFolder;
  let disk: CuttableDisk;
  let database: PgliteDatabase;
  let cuts = 0;
  const never: CheckpointSettings = {
    everyBytes: Number.POSITIVE_INFINITY,
    everyMs: Number.POSITIVE_INFINITY,
  };

  beforeEach(async () => {
    place = await freshPgliteFolder();
    disk = new CuttableDisk(place.folder, join(place.around, 'kept'));
  });
  afterEach(() => place.dispose());

  const open = async (flush: CuttableDisk['flush'], checkpoint = never) => {
    database = await openPgliteHere({ folder: place.folder, flush, checkpoint });
    await database.runScript('create table answered (id integer primary key, padding text)');
  };
  const flushIfThere = (fd: number, path: string) => {
    try {
      disk.flush(fd, path);
    } catch {
      // Closed or removed meanwhile.
    }
  };
  const cutPower = (alsoWritten?: (path: string) => boolean) => {
    const into = join(place.around, `cut-${++cuts}`);
    disk.cut(into, alsoWritten);
    return into;
  };

  test('keeps every transaction that was answered before', async () => {
    await open(disk.flush);
    const left: { folder: string; answered: number }[] = [];
    for (let id = 1; id <= 10; id++) {
      await writeRow(database, id);
      if (id === 1 || id === 10) left.push({ folder: cutPower(), answered: id });
    }
    await database.close();
    for (const { folder, answered } of left) expect(await countRows(folder)).toBe(answered);
  });

  test('keeps them whichever moment of a checkpoint it comes in, and whatever else was written by then', async () => {
    const random = seeded(20261121);
    const left: { folder: string; answered: number }[] = [];
    let answered = 0;
    let isWatching = false;
    await open(
      (fd, path) => {
        // Before this flush takes place: the worst moment for what it was to make safe.
        if (isWatching && (path.endsWith('pg_control') || random.chance(0.02)))
          left.push({ folder: cutPower(() => random.chance(0.5)), answered });
        disk.flush(fd, path);
      },
      { everyBytes: 16 * 1024 * 1024, everyMs: Number.POSITIVE_INFINITY },
    );
    isWatching = true;
    for (let id = 1; id < 60 && (await database.stats()).checkpoints < 1; id++) {
      await writeRow(database, id, 600_000);
      answered = id;
    }
    isWatching = false;
    await database.close();
    expect(left.length).toBeGreaterThan(1);
    for (const cut of left) expect(await countRows(cut.folder)).toBeGreaterThanOrEqual(cut.answered);
  });

  test.each([
    ['without flushing', () => undefined],
    [
      'flushing after the answer',
      (fd: number, path: string) => void setTimeout(() => flushIfThere(fd, path)),
    ],
  ])('would lose them %s: this test can fail', async (_, flush) => {
    await open(disk.flush);
    await database.close();
    database = await openPgliteHere({ folder: place.folder, flush, checkpoint: never });
    await writeRow(database, 1);
    const folder = cutPower();
    await database.close().catch(() => undefined);
    expect(await countRows(folder)).toBe(0);
  });

  test('reading alone flushes nothing', async () => {
    const flushed: string[] = [];
    await open((fd, path) => {
      flushed.push(path);
      disk.flush(fd, path);
    });
    await writeRow(database, 1);
    flushed.length = 0;
    await database.query('select * from answered where id = 1');
    await database.transaction((tx) => tx.query('select count(*) from answered'));
    expect(flushed).toEqual([]);
    await writeRow(database, 2);
    expect(flushed.filter((path) => path.includes('pg_wal'))).toHaveLength(1);
    await database.close();
  });
});

const writeRow = (on: Database, id: number, size = 10) =>
  on.transaction((tx) =>
    tx.query('insert into answered values ($1, $2)', [id, randomBytes(size).toString('base64')]),
  );

async function countRows(folder: string): Promise<unknown> {
  const database = await openPgliteHere({ folder });
  try {
    const [row] = await database.query('select count(*) as count from answered');
    return row?.['count'];
  } finally {
    await database.close();
  }
}
