/** What a page of 500 costs while the county around it grows. */

import { randomFillSync } from 'node:crypto';
import type { Database } from '@server/db/database';
import { insertDevice } from '@server/repositories/accounts/device-repository';
import { insertSession } from '@server/repositories/accounts/session-repository';
import { digestOfSecret } from '@server/services/sessions/secrets';
import { sessionEnd } from '@server/services/sessions/session-life';
import { createIdGenerator } from '@shared/lib/ids';
import { apiPrefix, documentsPerPage, modelVersion, protocolVersion } from '@shared/sync/protocol';
import { buildDocument } from '../../support/build-documents';
import { createTestPlaces, placeIds } from '../../support/county/test-places';
import { createTestUsers, type TestUserName, testUsers } from '../../support/county/test-users';
import { openPlace, type Places, serve } from './bench-county';

const repeats = 30;
/** A township has as much whatever the size of its county. */
const townshipCount = 500;

export interface PageCost {
  /** ms per page, over the wire, as one device after another asks. */
  readonly township: readonly number[];
  readonly county: readonly number[];
  /** ms of one plain statement that reads the township's documents. */
  readonly plain: readonly number[];
}

/** @param size documents of the county */
export async function measurePages(places: Places, size: number): Promise<PageCost> {
  const place = await places.fresh();
  const database = await openPlace(place);
  await begin(database, size);
  const plain = await times(() => readPlainly(database));
  await database.close();
  const server = await serve(place);
  try {
    await server.quietMb();
    const township = await askFor(server.url, 'clerk', 0);
    // From the middle, so that a page lies as deep in the county's numbers as they go.
    const county = await askFor(server.url, 'organizer', Math.floor(size / 2));
    return { township, county, plain };
  } finally {
    await server.stop();
  }
}

const aUnit = buildDocument('units', {
  id: 'u',
  unitType: 'enterprise',
  name: '青河机械有限公司',
  townshipId: placeIds.township,
  status: 'operating',
});

async function begin(database: Database, size: number): Promise<void> {
  const now = () => new Date().toISOString();
  const newId = createIdGenerator(Date.now, (bytes) => randomFillSync(bytes));
  const environment = { database, now, newId };
  await createTestPlaces(environment);
  await createTestUsers(environment);
  for (const name of ['clerk', 'organizer'] as const) await addSession(database, name, now());
  await database.query(
    `insert into documents (county_id, collection, id, org_unit_id, seq, is_deleted, body)
     select $1, 'units', 'u' || n, case when n % $2 = 0 then $3 else $4 end, 100 + n, false,
       jsonb_set($5::jsonb, '{id}', to_jsonb('u' || n))::json
     from generate_series(1, $6::int) n`,
    [
      placeIds.county,
      size / townshipCount,
      placeIds.township,
      placeIds.otherVillage,
      JSON.stringify(aUnit),
      size,
    ],
  );
  await database.query('update counties set seq = $2 where county_id = $1', [placeIds.county, 100 + size]);
  // The figures are as far as the documents: deriving them is other work than what is measured here.
  await database.query('insert into facts_state (county_id, through, is_rebuilding) values ($1, $2, false)', [
    placeIds.county,
    100 + size,
  ]);
  await database.runScript('vacuum analyze');
}

async function addSession(database: Database, name: TestUserName, at: string): Promise<void> {
  const { id, place } = testUsers[name];
  const about = { countyId: placeIds.county, id: `pc-${name}`, name, orgUnitId: placeIds[place] };
  await insertDevice(database, { ...about, tokenDigest: digestOfSecret(`pc ${name}`) }, at);
  await insertSession(database, {
    countyId: placeIds.county,
    tokenDigest: digestOfSecret(name),
    userId: id,
    deviceId: about.id,
    createdAt: at,
    expiresAt: sessionEnd(at),
  });
}

const readPlainly = (database: Database) =>
  database.query(
    `select body::text as body from documents
     where county_id = $1 and org_unit_id = $2 and seq > 0 order by seq limit $3`,
    [placeIds.county, placeIds.township, documentsPerPage],
  );

/** The session tokens are the names. */
async function askFor(url: string, token: string, since: number): Promise<number[]> {
  const ask = async (epoch: string, scope: string, from: number) => {
    const query = new URLSearchParams({
      protocol: String(protocolVersion),
      model: String(modelVersion),
      limit: String(documentsPerPage),
      epoch,
      scope,
      since: String(from),
    });
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}${apiPrefix}/changes?${query}`, { headers });
    return answer.text();
  };
  // What the county answers to a device that has nothing yet is a message of the contract.
  const { checkpoint } = JSON.parse(await ask('', '', 0)) as {
    readonly checkpoint: { readonly epoch: string; readonly scope: string };
  };
  return times(async () => {
    const page = await ask(checkpoint.epoch, checkpoint.scope, since);
    if (!page.includes(`"kind":"page"`)) throw new Error(`no page: ${page.slice(0, 200)}`);
  });
}

async function times(work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < repeats + 3; i++) {
    const startedAt = performance.now();
    await work();
    all.push(performance.now() - startedAt);
  }
  // The first ones pay for plans, caches and connections.
  return all.slice(3);
}
