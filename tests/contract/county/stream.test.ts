import { openPostgres } from '@server/db/postgres-database';
import { registerStreamRoute } from '@server/routes/sync/register-stream-route';
import { type ChangeFeed, createChangeFeed } from '@server/services/stream/change-feed';
import type { PingMessage } from '@shared/sync/messages';
import { apiPrefix } from '@shared/sync/protocol';
import Fastify from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import { creation, east, type SmallCounty, sharedDatabase, smallCounty, unitAt } from './small-county';

const feeds: ChangeFeed[] = [];
afterEach(async () => {
  for (const feed of feeds.splice(0)) await feed.close();
});

/** Pings heard so far, and a way to wait for one. */
async function follow(feed: ChangeFeed, countyId: string) {
  feeds.push(feed);
  const pings: PingMessage[] = [];
  let wake = () => {};
  const stop = await feed.follow(countyId, (ping) => {
    pings.push(ping);
    wake();
  });
  const until = async (through: number) => {
    while (!pings.some((ping) => ping.through >= through))
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  return { pings, stop, until };
}

const pushOne = async (county: SmallCounty): Promise<number> => {
  await county.push(county.eastClerk, [creation('units', unitAt(east))]);
  return county.lastNumber();
};

describe.each(databaseKinds)('stream on %s', (kind) => {
  it('[STREAM-1] tells where the county stands, then everything new', async () => {
    const county = await smallCounty(kind);
    const { pings, until } = await follow(createChangeFeed(county.environment.database), county.id);
    const { epoch } = county;
    expect(pings).toEqual([{ epoch, through: 5 }]);
    await until(await pushOne(county));
    expect(pings).toEqual([
      { epoch, through: 5 },
      { epoch, through: 6 },
    ]);
  });

  it('[STREAM-1] tells each follower its own county only, and nothing after it has left', async () => {
    const [one, other] = [await smallCounty(kind), await smallCounty(kind)];
    const feed = createChangeFeed(one.environment.database);
    const ofOne = await follow(feed, one.id);
    const ofOther = await follow(feed, other.id);
    ofOne.stop();
    await pushOne(one);
    await ofOther.until(await pushOne(other));
    expect(ofOne.pings).toHaveLength(1);
    expect(ofOther.pings.map(({ epoch }) => epoch)).toEqual([other.epoch, other.epoch]);
  });

  it('[STREAM-1] says nothing of a push that was taken back or changed nothing', async () => {
    const county = await smallCounty(kind);
    const { pings, until } = await follow(createChangeFeed(county.environment.database), county.id);
    const edits = [creation('units', { ...unitAt(east), name: '' })];
    expect(await county.outcomes(county.eastClerk, edits)).toEqual(['rejected sync.invalidDocument']);
    await until(await pushOne(county));
    expect(pings).toHaveLength(2);
  });
});

describe('stream when the connection to PostgreSQL is lost', () => {
  it('[STREAM-1] tells where things stand once it is back', async () => {
    const county = await smallCounty('postgres');
    const { url } = await sharedDatabase('postgres');
    const beside = openPostgres({ url: url ?? '' });
    try {
      const { until } = await follow(createChangeFeed(beside), county.id);
      const { database } = county.environment;
      const cut = await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and query ilike 'listen%county_changes%'`,
      );
      expect(cut.length).toBeGreaterThan(0);
      await until(await pushOne(county));
    } finally {
      for (const feed of feeds.splice(0)) await feed.close();
      await beside.close();
    }
  });
});

describe('stream over HTTP', () => {
  it('[STREAM-1] says that it is alive, and ends so that the device asks and is checked again', async () => {
    const county = await smallCounty('pglite');
    const app = Fastify();
    app.decorateRequest('caller', null);
    app.addHook('onRequest', async (request) => {
      request.caller = county.eastClerk;
    });
    registerStreamRoute(app, county.environment, { heartbeatMs: 20, lifetimeMs: 300 });
    const reply = await app.inject({ url: `${apiPrefix}/stream` });
    await app.close();
    expect(reply.headers).toMatchObject({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    const [first, ...rest] = reply.body.split('\n\n').filter((event) => event !== '');
    expect(first).toBe(`data: ${JSON.stringify({ epoch: county.epoch, through: 5 })}`);
    expect(rest.length).toBeGreaterThan(3);
    expect(new Set(rest)).toEqual(new Set([':']));
  });
});

describe('two server processes on one PostgreSQL', () => {
  it('[STREAM-1] an edit pushed at one reaches a stream at the other within a second', async () => {
    const county = await smallCounty('postgres');
    const { url } = await sharedDatabase('postgres');
    const beside = openPostgres({ url: url ?? '' });
    try {
      const { until } = await follow(createChangeFeed(beside), county.id);
      const startedAt = performance.now();
      await until(await pushOne(county));
      expect(performance.now() - startedAt).toBeLessThan(1000);
    } finally {
      for (const feed of feeds.splice(0)) await feed.close();
      await beside.close();
    }
  });
});
