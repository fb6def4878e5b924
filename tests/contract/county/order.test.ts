/**
 * The famous fault of incremental sync, looked for on real PostgreSQL: a push that takes its number early and commits late
 * falls behind the checkpoint of whoever pulled in between, and is never seen. PGlite has one connection and cannot show it.
 */
import type { Database, Queryable } from '@server/db/database';
import { pushEdits } from '@server/services/push/push-edits';
import { describe, expect, it } from 'vitest';
import { follow, wait } from './follow';
import {
  change,
  creation,
  east,
  eastVillage,
  openConflictAbout,
  type SmallCounty,
  smallCounty,
  unitAt,
  west,
} from './small-county';

type PausePoint = 'before it takes its numbers' | 'before it commits';

/** A database whose transactions stop at one point until they are let go. */
function pausing(database: Database, point: PausePoint) {
  let letGo = () => {};
  let arrive = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const pause = () => {
    arrive();
    return released;
  };
  const watched = (tx: Queryable): Queryable => ({
    ...tx,
    query: async (sql, params) => {
      if (point === 'before it takes its numbers' && sql.includes('take_numbers')) await pause();
      return tx.query(sql, params);
    },
  });
  const paused: Database = {
    ...database,
    transaction: (work, options) =>
      database.transaction(async (tx) => {
        const result = await work(watched(tx));
        if (point === 'before it commits') await pause();
        return result;
      }, options),
  };
  return { database: paused, reached, letGo };
}

/** Two pushes overlap so that the one that started first commits last. @returns what a third device never sees */
async function missedWhen(county: SmallCounty, point: PausePoint): Promise<string[]> {
  const { environment } = county;
  const { database, reached, letGo } = pausing(environment.database, point);
  const follower = follow(county, county.organizer);
  const early = pushEdits(
    { ...environment, database },
    county.eastClerk,
    county.requestOf([creation('units', unitAt(east, 'early'))]),
  );
  await reached;
  const late = county.push(county.westClerk, [creation('units', unitAt(west, 'late'))]);
  // Long enough for the second push and a page after it, if nothing makes it wait.
  for (let round = 0; round < 30 && !follower.seen.has('late'); round++) await wait(20);
  letGo();
  await Promise.all([early, late]);
  const seen = await follower.stop();
  return ['early', 'late'].filter((id) => !seen.has(id));
}

describe('order of numbers on PostgreSQL', () => {
  it.each<PausePoint>(['before it takes its numbers', 'before it commits'])(
    '[PULL-1] [PULL-3] a third device misses nothing when a push is overtaken %s',
    async (point) => {
      const county = await smallCounty('postgres');
      expect(await missedWhen(county, point)).toEqual([]);
    },
  );

  it('[PULL-1] the same device would miss the overtaken push if numbers came from a sequence', async () => {
    const county = await smallCounty('postgres');
    const { database } = county.environment;
    const definitions = await database.query<{ definition: string }>(
      `select pg_get_functiondef(oid) as definition from pg_proc where proname in ('take_numbers', 'last_number')`,
    );
    await database.runScript(`
      create sequence test_numbers start 1000;
      create or replace function take_numbers(of_county text, how_many integer) returns bigint language sql as $$
        select max(nextval('test_numbers')) from generate_series(1, how_many) $$;
      create or replace function last_number(of_county text) returns bigint stable language sql as $$
        select max(seq) from documents where county_id = of_county $$;`);
    try {
      expect(await missedWhen(county, 'before it commits')).toEqual(['early']);
    } finally {
      for (const { definition } of definitions) await database.runScript(definition);
    }
  });
});

describe('conflicts on the move on PostgreSQL', () => {
  it('[CONFLICT-3] one brought back while its document moves goes along', async () => {
    const county = await smallCounty('postgres');
    const { environment } = county;
    await county.push(county.organizer, [creation('units', unitAt(east, 'u1'))]);
    const conflict = openConflictAbout('u1', east);
    const { database, reached, letGo } = pausing(environment.database, 'before it takes its numbers');
    const broughtBack = pushEdits(
      { ...environment, database },
      county.eastClerk,
      county.requestOf([creation('conflicts', conflict)]),
    );
    await reached;
    const moved = county.push(county.organizer, [
      change('units', 'u1', { orgUnitId: { from: east, to: west } }),
    ]);
    await Promise.race([moved, wait(400)]);
    letGo();
    const [reply] = await Promise.all([broughtBack, moved]);
    expect(reply.answers).toMatchObject([{ outcome: 'accepted' }]);
    expect(await county.document('conflicts', String(conflict['id']))).toMatchObject({ orgUnitId: west });
  });
});

describe('places on the move on PostgreSQL', () => {
  it('[SCOPE-6] a document put into a place while the place moves away arrives where the place goes', async () => {
    const county = await smallCounty('postgres');
    await county.push(county.organizer, [creation('units', unitAt(west, 'u1'))]);
    const { environment } = county;
    const { database, reached, letGo } = pausing(environment.database, 'before it takes its numbers');
    // Judged by the tree as it was: the document leaves the western township.
    const document = pushEdits(
      { ...environment, database },
      county.organizer,
      county.requestOf([change('units', 'u1', { orgUnitId: { from: west, to: eastVillage } })]),
    );
    await reached;
    const place = county.push(county.organizer, [
      change('orgUnits', eastVillage, { parentId: { from: east, to: west } }),
    ]);
    await Promise.race([place, wait(400)]);
    letGo();
    await Promise.all([document, place]);
    const { items } = await county.pullAll(county.westClerk);
    expect(items.filter(({ id }) => id === 'u1').map((item) => item.document !== null)).toEqual([
      false,
      true,
    ]);
    expect(new Set(items.map(({ seq }) => seq)).size).toBe(items.length);
  });
});
