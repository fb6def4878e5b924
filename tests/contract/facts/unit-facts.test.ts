import { listKnownValues, listRulesOn } from '@server/repositories/facts/beside-facts';
import { beginRederive, stepFacts, updateFacts } from '@server/services/facts/update-facts';
import { createRandom } from '@shared/demo/random';
import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import { propertyRuns } from '../../support/property-runs';
import { creation, east, placeBelow, type SmallCounty, smallCounty } from '../county/small-county';
import {
  editsOf,
  expectedFacts,
  expectedServed,
  expectedSiteFacts,
  factsOf,
  passHours,
  pushInBatches,
  servedOf,
  siteFactsOf,
} from './wild-county';

const seeds = Array.from({ length: propertyRuns(1).numRuns }, (_, i) => 7002 + i);
/** One unit at a time: nothing a unit needs may be there only because its neighbour needs it too. */
const size = { documents: 7, units: 1 };

async function expectFacts(county: SmallCounty): Promise<void> {
  const facts = await factsOf(county);
  expect(facts).toEqual(await expectedFacts(county));
  expect(await servedOf(county)).toEqual(expectedServed(facts));
  const sites = await siteFactsOf(county);
  expect(sites).toEqual(await expectedSiteFacts(county));
  const begun = [
    ...new Map([...facts, ...sites].map((row) => [String(row['valid_from']), row['rule_set_version']])),
  ].sort();
  const days = begun.map(([day]) => day);
  expect(await listRulesOn(county.environment.database, county.id, days)).toEqual(
    begun.map(([, version]) => version),
  );
}

describe.each(databaseKinds)('unit facts on %s', (kind) => {
  it.each(seeds)('follow pushes in any order, broken off anywhere (seed %i)', async (seed) => {
    const random = createRandom(seed);
    const county = await smallCounty(kind);
    const { environment, id } = county;
    await pushInBatches(county, editsOf(county, seed), random, async () => {
      const choice = random.int(0, 3);
      if (choice < 2) await updateFacts(environment, id);
      if (choice === 2) await stepFacts(environment, id, size);
    });
    await updateFacts(environment, id);
    const rows = await factsOf(county);
    expect(rows.length).toBeGreaterThan(10);
    await expectFacts(county);
    expect((await servedOf(county)).length).toBeGreaterThan(2);
    const codes = rows.flatMap((row) => (row['six_met_items'] ?? []) as string[]);
    expect(codes.length).toBeGreaterThan(2);
    const known = await listKnownValues(environment.database, id);
    expect(known.six_met_items).toEqual(expect.arrayContaining(codes));
  });

  it.each(seeds)('are right after every single edit (seed %i)', async (seed) => {
    const county = await smallCounty(kind);
    const edits = editsOf(county, seed);
    const single = edits.length - 30;
    await pushInBatches(county, edits.slice(0, single), createRandom(seed));
    await updateFacts(county.environment, county.id);
    for (const edit of edits.slice(single)) {
      await county.push(county.organizer, [edit]);
      await updateFacts(county.environment, county.id, { size });
      await expectFacts(county);
    }
  });

  it('are the same rows when everything is derived again', async () => {
    const county = await smallCounty(kind);
    const { environment, id } = county;
    await pushInBatches(county, editsOf(county, 7100), createRandom(1), async () => {
      await updateFacts(environment, id, { size });
    });
    const [rows, sites] = [await factsOf(county), await siteFactsOf(county)];
    expect(sites.length).toBeGreaterThan(2);
    await beginRederive(environment, id);
    expect(await factsOf(county)).toEqual(rows);
    const done = await updateFacts(environment, id);
    expect(done).toMatchObject({ isDone: true, unreadable: [] });
    expect(done.units).toBeGreaterThan(3);
    expect(await factsOf(county)).toEqual(rows);
    expect(await siteFactsOf(county)).toEqual(sites);
  });

  it('have rules on days on which there are places only', async () => {
    const county = await smallCounty(kind);
    const park = placeBelow(east, `${county.id}-park`, { level: 'park' });
    await county.push(county.organizer, [creation('orgUnits', park)]);
    await updateFacts(county.environment, county.id);
    const [site] = await siteFactsOf(county);
    const days = [String(site?.['valid_from'])];
    expect(await listRulesOn(county.environment.database, county.id, days)).toEqual([
      site?.['rule_set_version'],
    ]);
  });

  it('change by date alone, on the day they do', async () => {
    const county = await smallCounty(kind);
    await pushInBatches(county, editsOf(county, 4711), createRandom(1));
    await updateFacts(county.environment, county.id);
    const before = await factsOf(county);
    for (let i = 0; i < 15; i++) {
      passHours(county, 29 * 24);
      await updateFacts(county.environment, county.id);
      await expectFacts(county);
    }
    expect((await factsOf(county)).length).toBeGreaterThan(before.length);
  });
});
