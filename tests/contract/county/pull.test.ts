import type { Database, Row } from '@server/db/database';
import { purgeDeleted } from '@server/repositories/purge';
import { pullPage, pullPageText } from '@server/services/pull/pull-page';
import { pullReply } from '@shared/sync/messages';
import { modelVersion, protocolVersion } from '@shared/sync/protocol';
import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import {
  change,
  creation,
  east,
  eastVillage,
  renaming,
  type SmallCounty,
  smallCounty,
  unitAt,
  west,
} from './small-county';

const units = (placeId: string, count: number) =>
  Array.from({ length: count }, () => creation('units', unitAt(placeId)));

/** What a restore does to the tables: a new epoch, and a gap in the numbers. */
async function restoreTo(county: SmallCounty, epoch: string, survived: number): Promise<void> {
  const { database } = county.environment;
  await database.query(
    `insert into epochs (county_id, ordinal, epoch, started_at, restored_to)
     select county_id, max(ordinal) + 1, $2, now(), $3 from epochs where county_id = $1 group by county_id`,
    [county.id, epoch, survived],
  );
}

describe.each(databaseKinds)('pull on %s', (kind) => {
  it('[PULL-6] answers a first pull with the names to pull by', async () => {
    const county = await smallCounty(kind);
    expect(await county.pull(county.eastClerk, { epoch: '' })).toEqual({
      kind: 'reset',
      reason: 'firstSync',
      checkpoint: { epoch: county.epoch, scope: expect.any(String), through: 0 },
      restoredTo: null,
      serverTime: county.clock.now,
    });
  });

  it('[PULL-2] gives full pages to the end, however rare the rows of a scope are', async () => {
    const county = await smallCounty(kind);
    for (let round = 0; round < 3; round++)
      await county.push(county.organizer, [...units(west, 60), ...units(east, 1), ...units(eastVillage, 2)]);
    const scope = await county.scopeOf(county.eastClerk);
    const pages: number[] = [];
    const seqs: number[] = [];
    for (let through = 0, isDone = false; !isDone; ) {
      const reply = await county.pull(county.eastClerk, { scope, since: through, limit: 5 });
      if (reply.kind !== 'page') throw new Error(reply.reason);
      pages.push(reply.items.length);
      seqs.push(...reply.items.map(({ seq }) => seq));
      if (!reply.isDone) expect(reply.through).toBe(reply.items.at(-1)?.seq);
      ({ through, isDone } = reply);
    }
    expect(pages).toEqual([5, 5, 2]);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(new Set(seqs).size).toBe(12);
  });

  it('[PULL-3] moves on over what is not for the scope, also with an empty page', async () => {
    const county = await smallCounty(kind);
    const { through } = await county.pullAll(county.eastClerk);
    await county.push(county.organizer, units(west, 5));
    const reply = await county.pull(county.eastClerk, {
      scope: await county.scopeOf(county.eastClerk),
      since: through,
    });
    expect(reply).toMatchObject({
      kind: 'page',
      items: [],
      isDone: true,
      through: await county.lastNumber(),
    });
    expect(await county.lastNumber()).toBe(through + 5);
  });

  it('[PULL-5] gives the same page twice, and a changed document once under its new number', async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [
      creation('units', unitAt(east, 'u1')),
      creation('units', unitAt(east, 'u2')),
    ]);
    const scope = await county.scopeOf(county.eastClerk);
    const page = () => county.pull(county.eastClerk, { scope, since: 3 });
    expect(await page()).toEqual(await page());
    await county.push(county.eastClerk, [renaming('u1', '单位u1', '青溪机械厂')]);
    expect(await county.newIds(county.eastClerk, 5)).toEqual(['u2', 'u1']);
  });

  it('tells the number of documents in scope with the first page only', async () => {
    const county = await smallCounty(kind);
    await county.push(county.organizer, [...units(east, 3), ...units(west, 4)]);
    const scope = await county.scopeOf(county.eastClerk);
    // The county, the township, its village and three units.
    expect(await county.pull(county.eastClerk, { scope, limit: 2 })).toMatchObject({ total: 6 });
    expect(await county.pull(county.eastClerk, { scope, since: 3 })).toMatchObject({ total: null });
  });

  it('sends deleted documents, so that devices delete them too', async () => {
    const county = await smallCounty(kind);
    const { through } = await county
      .push(county.eastClerk, [creation('units', unitAt(east, 'u1'))])
      .then(() => county.pullAll(county.eastClerk));
    const at = '2026-03-02T00:00:00.000Z';
    await county.push(county.organizer, [change('units', 'u1', { deletedAt: { from: null, to: at } })]);
    const { items } = await county.pullAll(county.eastClerk, through);
    expect(items).toMatchObject([{ id: 'u1', document: { deletedAt: at } }]);
  });

  it('[SCOPE-6] resets when the place or what the role may see has changed', async () => {
    const county = await smallCounty(kind);
    const scope = await county.scopeOf(county.eastClerk);
    for (const caller of [
      county.callerAt(west),
      county.callerAt(east, 'auditor'),
      county.callerAt(eastVillage),
    ])
      expect(await county.pull(caller, { scope, since: 3 })).toMatchObject({
        kind: 'reset',
        reason: 'scope',
        restoredTo: null,
        checkpoint: { through: 0 },
      });
    // Another person of the same rights goes on where the device stopped.
    expect(await county.pull(county.callerAt(east, 'lead'), { scope, since: 3 })).toMatchObject({
      kind: 'page',
    });
  });

  it('[EPOCH-1] resets after a restore and tells the last number that survived', async () => {
    const county = await smallCounty(kind);
    const scope = await county.scopeOf(county.eastClerk);
    await restoreTo(county, 'second life', 4);
    expect(await county.pull(county.eastClerk, { scope, since: 5 })).toMatchObject({
      kind: 'reset',
      reason: 'epoch',
      checkpoint: { epoch: 'second life', scope, through: 0 },
      restoredTo: 4,
    });
  });

  it('[EPOCH-3] tells a device that missed a restore the lowest number of all since its own epoch', async () => {
    const county = await smallCounty(kind);
    const query = { scope: await county.scopeOf(county.eastClerk), since: 5 };
    await restoreTo(county, 'second life', 2);
    await restoreTo(county, 'third life', 1_000_004);
    const restoredTo = async (epoch: string) => {
      const reply = await county.pull(county.eastClerk, { ...query, epoch });
      return reply.kind === 'reset' ? reply.restoredTo : 'no reset';
    };
    expect(await restoredTo(county.epoch)).toBe(2);
    expect(await restoredTo('second life')).toBe(1_000_004);
    // Its name was lost by the restore itself: nothing is taken for granted.
    expect(await restoredTo('a life nobody remembers')).toBe(2);
    expect(await restoredTo('third life')).toBe('no reset');
  });

  it('[EPOCH-3] resets a device that has seen numbers the county has not', async () => {
    const county = await smallCounty(kind);
    const scope = await county.scopeOf(county.eastClerk);
    expect(await county.pull(county.eastClerk, { scope, since: 999 })).toMatchObject({
      kind: 'reset',
      reason: 'epoch',
      restoredTo: await county.lastNumber(),
    });
  });

  it('[HORIZON-1] resets a device older than the last purge, but not one that begins', async () => {
    const county = await smallCounty(kind);
    const scope = await county.scopeOf(county.eastClerk);
    await county.environment.database.query('update counties set horizon_seq = 4 where county_id = $1', [
      county.id,
    ]);
    expect(await county.pull(county.eastClerk, { scope, since: 3 })).toMatchObject({ reason: 'horizon' });
    expect(await county.pull(county.eastClerk, { scope, since: 4 })).toMatchObject({ kind: 'page' });
    expect(await county.pull(county.eastClerk, { scope, since: 0 })).toMatchObject({ kind: 'page' });
  });

  it('[HORIZON-1] judges a page by the moment it is of: a purge just before it is noticed', async () => {
    const county = await smallCounty(kind);
    const { database } = county.environment;
    await county.push(county.eastClerk, [creation('units', unitAt(east, 'gone'))]);
    const scope = await county.scopeOf(county.eastClerk);
    const since = await county.lastNumber();
    await county.push(county.eastClerk, [
      change('units', 'gone', { deletedAt: { from: null, to: county.clock.now } }),
      creation('units', unitAt(east, 'stays')),
    ]);
    const purging: Database = {
      ...database,
      query: async <R extends Row>(sql: string, params?: readonly unknown[]) => {
        if (sql.includes('from documents'))
          await purgeDeleted(database, county.id, '2027-01-01T00:00:00.000Z');
        return database.query<R>(sql, params);
      },
    };
    const versions = { protocol: protocolVersion, model: modelVersion };
    const query = { epoch: county.epoch, scope, since, limit: 500, ...versions };
    const reply = await pullPage({ ...county.environment, database: purging }, county.eastClerk, query);
    // Its page has nothing of the deletion, and the next one would not either.
    expect(reply).toMatchObject({ kind: 'reset', reason: 'horizon' });
  });

  it('[SKEW-1] serves no device of another time', async () => {
    const county = await smallCounty(kind);
    await expect(county.pull(county.eastClerk, { model: modelVersion + 1 })).rejects.toMatchObject({
      problem: { code: 'sync.serverTooOld' },
    });
    await expect(county.pull(county.eastClerk, { protocol: protocolVersion - 2 })).rejects.toMatchObject({
      problem: { code: 'sync.updateNeeded' },
    });
  });

  it('says the same as text as it does as data', async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [
      creation('units', unitAt(east, 'u"1', { name: '引号"与\\反斜杠\n' })),
    ]);
    await county.push(county.organizer, [change('units', 'u"1', { orgUnitId: { from: east, to: west } })]);
    const versions = { protocol: protocolVersion, model: modelVersion };
    for (const caller of [county.eastClerk, county.westClerk, county.callerAt(county.id, 'auditor')]) {
      const scope = await county.scopeOf(caller);
      for (const epoch of ['', county.epoch]) {
        const query = { epoch, scope, since: 0, limit: 500, ...versions };
        const text = await pullPageText(county.environment, caller, query);
        expect(pullReply.parse(JSON.parse(text))).toEqual(await county.pull(caller, query));
      }
    }
  });
});
