import type { Database } from '@server/db/database';
import { openPostgres } from '@server/db/postgres-database';
import { factColumnList } from '@server/repositories/facts/fact-columns';
import { tryLockFacts } from '@server/repositories/facts/facts-state';
import { sumFacts } from '@server/repositories/facts/sum-facts';
import { purgeDeleted } from '@server/repositories/purge';
import { type FactsReport, keepFacts } from '@server/services/facts/keep-facts';
import { beginRederive, stepFacts, updateFacts } from '@server/services/facts/update-facts';
import { defaultRuleSets } from '@shared/rules/default-rule-sets';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import {
  change,
  contentOf,
  creation,
  east,
  type SmallCounty,
  sharedDatabase,
  smallCounty,
  unitAt,
} from '../county/small-county';
import { expectedFacts, factsOf } from './wild-county';

const staffOf = async (county: SmallCounty): Promise<unknown> =>
  (await factsOf(county)).map((row) => row['staff']);

/** Two units of the east, one of them with a member somebody deleted. */
async function withUnits(kind: (typeof databaseKinds)[number]): Promise<SmallCounty> {
  const county = await smallCounty(kind);
  const founded = { foundedOn: '2020-05-01', staff: 20 };
  await county.push(county.eastClerk, [
    creation('units', unitAt(east, `${county.id}-u1`, founded)),
    creation('units', unitAt(east, `${county.id}-u2`, founded)),
  ]);
  return county;
}

/** The database of a loaded machine takes its time; less than a whole test may. */
const patience = { timeout: 45_000 };

/** Follows until the test is over, however it ends: all counties of this file lie in one database. */
function follow(
  environment: SmallCounty['environment'],
  options: Parameters<typeof keepFacts>[1],
): () => Promise<void> {
  const stop = keepFacts(environment, options);
  onTestFinished(stop);
  return stop;
}

const moreStaff = (county: SmallCounty, from: number, to: number) =>
  county.push(county.eastClerk, [
    change('units', `${county.id}-u1`, { staff: { from, to } }, { at: '2026-03-01T00:00:00.000Z' }),
  ]);

/** A pool of one connection over the shared database, and how often it had none to give. */
async function narrowPool(): Promise<{ database: Database; busy: () => number }> {
  const { url } = await sharedDatabase('postgres');
  // Connecting counts as waiting: on a loaded machine that alone takes a while.
  const narrow = openPostgres({ url: url ?? '', maxConnections: 1, waitMs: 2000 });
  onTestFinished(() => narrow.close());
  let busy = 0;
  const count = (error: unknown): never => {
    busy += 1;
    throw error;
  };
  const database: Database = {
    ...narrow,
    query: (sql, params) => narrow.query<never>(sql, params).catch(count),
    transaction: (work, options) => narrow.transaction(work, options).catch(count),
  };
  return { database, busy: () => busy };
}

describe('keeping facts on a PostgreSQL that has no connection to spare', () => {
  it('tries again soon, without waiting for another push', async () => {
    const county = await withUnits('postgres');
    const { database, busy } = await narrowPool();
    const reports: FactsReport[] = [];
    const environment = { ...county.environment, database };
    const options = { afterPushMs: 20, report: (one: FactsReport) => reports.push(one) };
    follow(environment, options);
    await vi.waitFor(async () => expect(await staffOf(county)).toContain(20), patience);
    const before = busy();
    await database.transaction(async (tx) => {
      await tx.query('select 1');
      await moreStaff(county, 20, 55);
      await vi.waitFor(() => expect(busy()).toBeGreaterThan(before), patience);
    });
    await vi.waitFor(async () => expect(await staffOf(county)).toContain(55), patience);
    expect(reports).not.toContainEqual(expect.objectContaining({ kind: 'failed' }));
  });

  it('tries again soon when it starts', async () => {
    const county = await withUnits('postgres');
    const { database, busy } = await narrowPool();
    await database.transaction(async (tx) => {
      await tx.query('select 1');
      follow({ ...county.environment, database }, { afterPushMs: 20 });
      await vi.waitFor(() => expect(busy()).toBeGreaterThan(0), patience);
    });
    await vi.waitFor(async () => expect(await staffOf(county)).toContain(20), patience);
  });
});

describe('deriving anew on PostgreSQL', () => {
  it('is not forgotten when another process is about to note how far it has followed', async () => {
    const county = await withUnits('postgres');
    const { environment, id } = county;
    await updateFacts(environment, id);
    await moreStaff(county, 20, 55);
    let arrive = () => {};
    let letGo = () => {};
    const reached = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const released = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const noting: Database = {
      ...environment.database,
      transaction: (work, options) =>
        environment.database.transaction(
          (tx) =>
            work({
              ...tx,
              query: async (sql, params) => {
                if (sql.includes('do update set through')) {
                  arrive();
                  await released;
                }
                return tx.query(sql, params);
              },
            }),
          options,
        ),
    };
    const step = stepFacts({ ...environment, database: noting }, id);
    await reached;
    const begun = beginRederive(environment, id);
    // Long enough for it, if nothing makes it wait.
    await Promise.race([begun, new Promise((later) => setTimeout(later, 400))]);
    letGo();
    await Promise.all([step, begun]);
    const state = await environment.database.query(
      'select through, is_rebuilding from facts_state where county_id = $1',
      [id],
    );
    expect(state).toEqual([{ through: 0, is_rebuilding: true }]);
  });
});

describe.each(databaseKinds)('keeping facts on %s', (kind) => {
  it('follows pushes by itself', async () => {
    const county = await withUnits(kind);
    const reports: FactsReport[] = [];
    const stop = follow(county.environment, { afterPushMs: 20, report: (one) => reports.push(one) });
    await vi.waitFor(async () => expect(await staffOf(county)).toContain(20), patience);
    await moreStaff(county, 20, 55);
    await vi.waitFor(async () => expect(await staffOf(county)).toContain(55), patience);
    await stop();
    expect(reports.filter((one) => one.countyId === county.id)).not.toContainEqual(
      expect.objectContaining({ kind: 'failed' }),
    );
    // Nobody follows any more.
    await moreStaff(county, 55, 77);
    await new Promise((later) => setTimeout(later, 100));
    expect(await staffOf(county)).not.toContain(77);
  });

  it('misses no push of the moment before it begins to listen', async () => {
    const county = await withUnits(kind);
    const { database } = county.environment;
    const slow: Database = {
      ...database,
      listen: async (...words) => {
        // Long enough for a first round, if one begins already.
        await new Promise((later) => setTimeout(later, 300));
        await moreStaff(county, 20, 55);
        return database.listen(...words);
      },
    };
    follow({ ...county.environment, database: slow }, { afterPushMs: 20 });
    await vi.waitFor(async () => expect(await staffOf(county)).toContain(55), patience);
  });

  it('lets nobody wait after a quiet time', async () => {
    const county = await withUnits(kind);
    const stop = follow(county.environment, { afterPushMs: 3_600_000 });
    await vi.waitFor(async () => expect(await staffOf(county)).toContain(20), patience);
    await stop();
  });

  it('derives every unit again when rules change, by the rules of each day', async () => {
    const county = await withUnits(kind);
    await updateFacts(county.environment, county.id);
    const [, , base] = defaultRuleSets;
    const rules = contentOf('settings', `${county.id}-rules`, county.id, {
      ...base,
      kind: 'ruleSet',
      version: '本县2026',
      validFrom: '2026-02-01',
    });
    await county.push(county.organizer, [creation('settings', rules)]);
    await updateFacts(county.environment, county.id);
    const { ruleSetVersions } = await sumFacts(county.environment.database, {
      countyId: county.id,
      rootId: null,
      days: ['2026-01-31', '2026-02-01'],
      groupBy: [],
      within: {},
      figures: ['C1'],
      distributions: [],
      series: 'twoNew',
    });
    expect(ruleSetVersions).toEqual(['2018', '本县2026']);
    expect(await factsOf(county)).toEqual(await expectedFacts(county));
  });

  it('sets a document aside that no figure can be derived from, and says which', async () => {
    const county = await withUnits(kind);
    await county.environment.database.query(
      `update documents set body = replace(body::text, '2026-03-01T00:00:00.000Z', '2026-99-99T99:99:99.999Z')::json
       where county_id = $1 and id = $2`,
      [county.id, `${county.id}-u1`],
    );
    const update = await updateFacts(county.environment, county.id);
    expect(update.unreadable).toEqual([{ collection: 'units', id: `${county.id}-u1` }]);
    expect(new Set((await factsOf(county)).map((row) => row['unit_id']))).toEqual(
      new Set([`${county.id}-u2`]),
    );
  });

  it('[HORIZON-1] keeps what a purged record counted for on the days it was there', async () => {
    const county = await withUnits(kind);
    await county.push(county.eastClerk, [
      change('units', `${county.id}-u1`, {
        deletedAt: { from: null, to: '2026-03-02T00:00:00.000Z' },
      }),
    ]);
    await updateFacts(county.environment, county.id);
    const before = await factsOf(county);
    expect(before.map((row) => [row['unit_id'], row['valid_to']])).toContainEqual([
      `${county.id}-u1`,
      '2026-03-02',
    ]);
    county.clock.now = '2027-08-01T00:00:00.000Z';
    expect(
      await purgeDeleted(county.environment.database, county.id, '2027-01-01T00:00:00.000Z'),
    ).toMatchObject({ count: 1 });
    expect(await county.document('units', `${county.id}-u1`)).toBeNull();
    await beginRederive(county.environment, county.id);
    await updateFacts(county.environment, county.id);
    const after = (await factsOf(county)).filter((row) => row['unit_id'] === `${county.id}-u1`);
    expect(after).toEqual(before.filter((row) => row['unit_id'] === `${county.id}-u1`));
  });

  it('has the columns the migrations say', async () => {
    const { database } = await sharedDatabase(kind);
    const rows = await database.query<{ name: string; type: string }>(
      `select column_name as name, case when data_type = 'ARRAY' then 'text[]' else data_type end as type
       from information_schema.columns where table_name = 'unit_facts'
         and column_name not in ('county_id', 'unit_id', 'valid_from', 'valid_to')`,
    );
    const types = (columns: typeof rows) => Object.fromEntries(columns.map(({ name, type }) => [name, type]));
    expect(types(rows)).toEqual(types(factColumnList.map(([name, { type }]) => ({ name, type }))));
  });
});

describe('two processes on one database', () => {
  it('keep the facts one at a time, and together do all there is to do', async () => {
    const county = await withUnits('postgres');
    const { url } = await sharedDatabase('postgres');
    const database = openPostgres({ url: url ?? '' });
    const other = { ...county.environment, database };
    await database.transaction(async (tx) => {
      expect(await tryLockFacts(tx, county.id)).toBe(true);
      expect(await stepFacts(county.environment, county.id)).toEqual({ kind: 'busy' });
      expect((await updateFacts(county.environment, county.id)).isDone).toBe(false);
    });
    const size = { documents: 1, units: 1 };
    const both = [county.environment, other].map(async (environment) => {
      for (;;) if ((await updateFacts(environment, county.id, { size })).isDone) return;
    });
    await Promise.all(both);
    expect(await factsOf(county)).toEqual(await expectedFacts(county));
    await database.close();
  });
});
