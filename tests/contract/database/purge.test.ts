import type { Database, Row } from '@server/db/database';
import { purgeDeleted } from '@server/repositories/purge';
import { tombstoneDays } from '@shared/sync/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds, type FreshDatabase, freshDatabase } from '../../support/databases/fresh-database';
import { insertRow } from '../../support/databases/insert-row';

const county = 'county-1';
const dayMs = 24 * 60 * 60_000;
const today = Date.parse('2026-11-21T08:00:00.000Z');
const daysAgo = (days: number) => new Date(today - days * dayMs).toISOString();

describe.each(databaseKinds)('purging what was deleted long ago, in %s', (kind) => {
  let fresh: FreshDatabase;
  let database: Database;
  let edits = 0;
  beforeEach(async () => {
    fresh = await freshDatabase(kind);
    database = fresh.database;
    await insertRow(database, 'counties', { county_id: county, seq: 100 });
  });
  afterEach(() => fresh.dispose());

  /** A deleted unit whose last edit the county took that many days ago; `row` says what else it is. */
  const add = async (id: string, seq: number, days: number, row: Row = {}) => {
    const { collection = 'units' } = row;
    // The device that deleted it believed it was 1999.
    const body = JSON.stringify({ deletedAt: '1999-01-01T00:00:00.000Z' });
    await insertRow(database, 'documents', {
      county_id: county,
      collection,
      id,
      seq,
      is_deleted: true,
      body,
      ...row,
    });
    await addEdit(id, daysAgo(days), collection);
  };
  const addEdit = (document_id: string, received_at: string, collection: unknown = 'units') =>
    insertRow(database, 'edits', {
      county_id: county,
      edit_id: `edit-${++edits}`,
      height: edits,
      outcome: 'accepted',
      collection,
      document_id,
      received_at,
    });
  const purge = () => purgeDeleted(database, county, daysAgo(tombstoneDays));
  const left = async () =>
    (await database.query<{ id: string }>('select id from documents order by id')).map(({ id }) => id);

  test('takes what was deleted more than 400 days ago by its own clock, and moves the horizon there [HORIZON-1]', async () => {
    await add('old', 7, 401);
    await add('older', 3, 900);
    await add('recent', 8, 399);
    await add('living', 5, 900, { is_deleted: false });
    expect(await purge()).toEqual({ count: 2, horizon: 7 });
    expect(await left()).toEqual(['living', 'recent']);
    expect(await database.query('select horizon_seq from counties')).toEqual([{ horizon_seq: 7 }]);
    expect(await database.query('select 1 from edits')).toHaveLength(4);
  });

  test('never moves the horizon back, and not at all when nothing goes', async () => {
    await add('old', 7, 401);
    await purge();
    await add('older', 3, 900);
    expect(await purge()).toEqual({ count: 1, horizon: 7 });
    expect(await purge()).toEqual({ count: 0, horizon: 7 });
  });

  test('counts from the last edit, also one after the deletion', async () => {
    await add('corrected', 7, 900);
    await addEdit('corrected', daysAgo(10));
    expect(await purge()).toEqual({ count: 0, horizon: 0 });
  });

  test('keeps what somebody still has to decide about', async () => {
    await add('disputed', 7, 900);
    await add('held', 8, 900);
    await add('settled', 9, 900);
    await add('conflict-1', 10, 900, { collection: 'conflicts' });
    const conflict = { county_id: county, collection: 'units' };
    await insertRow(database, 'conflicts', {
      ...conflict,
      id: 'conflict-1',
      document_id: 'disputed',
      is_open: true,
    });
    await insertRow(database, 'conflicts', {
      ...conflict,
      id: 'conflict-2',
      document_id: 'settled',
      is_open: false,
    });
    await insertRow(database, 'held_edits', { ...conflict, edit_id: 'held-1', document_id: 'held' });
    await insertRow(database, 'held_edits', {
      ...conflict,
      edit_id: 'held-2',
      document_id: 'settled',
      settled_at: daysAgo(800),
    });
    expect(await purge()).toEqual({ count: 1, horizon: 9 });
    expect(await left()).toEqual(['conflict-1', 'disputed', 'held']);
    await database.query('update conflicts set is_open = false');
    expect(await purge()).toEqual({ count: 2, horizon: 10 });
    expect(await database.query('select id from conflicts')).toEqual([{ id: 'conflict-2' }]);
  });

  test('keeps places', async () => {
    await add('village', 7, 900, { collection: 'orgUnits' });
    expect(await purge()).toEqual({ count: 0, horizon: 0 });
  });

  test('takes along that a document had left a scope, which the horizon covers', async () => {
    await add('old', 7, 900);
    const exit = { county_id: county, scope_id: 'town', collection: 'units' };
    await insertRow(database, 'scope_exits', { ...exit, seq: 6, id: 'old' });
    await insertRow(database, 'scope_exits', { ...exit, seq: 5, id: 'other' });
    await purge();
    expect(await database.query('select id from scope_exits')).toEqual([{ id: 'other' }]);
  });

  test('leaves other counties alone', async () => {
    await insertRow(database, 'counties', { county_id: 'county-2', seq: 50 });
    await add('old', 7, 900);
    await add('theirs', 9, 900, { county_id: 'county-2' });
    expect(await purge()).toEqual({ count: 1, horizon: 7 });
    expect(await left()).toEqual(['theirs']);
  });
});

test('a document somebody brings back at this moment stays', async () => {
  const { database, dispose } = await freshDatabase('postgres');
  await insertRow(database, 'counties', { county_id: county });
  await insertRow(database, 'documents', {
    county_id: county,
    collection: 'units',
    id: 'old',
    is_deleted: true,
    seq: 7,
  });
  await insertRow(database, 'edits', {
    county_id: county,
    outcome: 'accepted',
    collection: 'units',
    document_id: 'old',
    received_at: daysAgo(900),
  });
  await database.transaction(async (tx) => {
    await tx.query('select 1 from documents for update');
    expect(await purgeDeleted(database, county, daysAgo(tombstoneDays))).toEqual({ count: 0, horizon: 0 });
    await tx.query('update documents set is_deleted = false');
  });
  expect(await database.query('select id from documents')).toEqual([{ id: 'old' }]);
  await dispose();
});
