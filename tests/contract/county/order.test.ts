/**
 * The famous fault of incremental sync, looked for on real PostgreSQL: a push that takes its number early and commits late
 * falls behind the checkpoint of whoever pulled in between, and is never seen. PGlite has one connection and cannot show it.
 */
import type { Database, Queryable } from '@server/db/database';
import { pushEdits } from '@server/services/push/push-edits';
import { describe, expect, it } from 'vitest';
import { checkLog } from '../../support/county/check-log';
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

/**
 * A database whose transactions stop at one point until they are let go.
 * @returns `reached`: the process of PostgreSQL that has stopped there
 */
function pausing(database: Database, point: PausePoint) {
  let letGo = () => {};
  let arrive = (_pid: number) => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const reached = new Promise<number>((resolve) => {
    arrive = resolve;
  });
  const pause = async (tx: Queryable) => {
    const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
    arrive(row?.pid ?? 0);
    await released;
  };
  const watched = (tx: Queryable): Queryable => ({
    ...tx,
    query: async (sql, params) => {
      if (point === 'before it takes its numbers' && sql.includes('take_numbers')) await pause(tx);
      return tx.query(sql, params);
    },
  });
  const paused: Database = {
    ...database,
    transaction: (work, options) =>
      database.transaction(async (tx) => {
        const result = await work(watched(tx));
        if (point === 'before it commits') await pause(tx);
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

describe('a server that dies in the middle of a push on PostgreSQL', () => {
  it.each<PausePoint>(['before it takes its numbers', 'before it commits'])(
    '[PUSH-6] [PULL-1] leaves no hole and holds nobody up, killed %s; its device sends again',
    async (point) => {
      const county = await smallCounty('postgres');
      const { environment } = county;
      const before = await county.lastNumber();
      const { database, reached, letGo } = pausing(environment.database, point);
      const follower = follow(county, county.organizer);
      const edits = ['a', 'b', 'c'].map((id) => creation('units', unitAt(east, id)));
      const killed = pushEdits({ ...environment, database }, county.eastClerk, county.requestOf(edits));
      const refused = expect(killed).rejects.toThrow();
      const pid = await reached;
      const others = Array.from({ length: 5 }, (_, i) =>
        county.push(county.westClerk, [creation('units', unitAt(west, `other-${i}`))]),
      );
      const gone = await environment.database.query('select pg_terminate_backend($1) as gone', [pid]);
      expect(gone).toEqual([{ gone: true }]);
      // They wait for the counter, not for the process that died with it.
      await Promise.all(others);
      letGo();
      await refused;
      expect(await county.document('units', 'a')).toBeNull();
      expect(await county.outcomes(county.eastClerk, edits)).toEqual(['accepted', 'accepted', 'accepted']);
      const seen = await follower.stop();
      const made = ['a', 'b', 'c', ...others.map((_, i) => `other-${i}`)];
      expect(made.filter((id) => !seen.has(id))).toEqual([]);
      const numbers = await environment.database.query<{ seq: number }>(
        'select seq from documents where county_id = $1 and seq > $2 order by seq',
        [county.id, before],
      );
      expect(numbers.map(({ seq }) => seq - before)).toEqual(made.map((_, i) => i + 1));
      expect(await checkLog(environment.database, county.id)).toMatchObject({ isIntact: true });
    },
  );
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
