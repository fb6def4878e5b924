import { unitFigureSql } from '@server/repositories/facts/indicator-sql';
import { sumFacts } from '@server/repositories/facts/sum-facts';
import { sumSites } from '@server/repositories/facts/sum-sites';
import { updateFacts } from '@server/services/facts/update-facts';
import { createRandom } from '@shared/demo/random';
import type { Series } from '@shared/figures/accumulator';
import { groupingNames } from '@shared/figures/groupings';
import { countPoint } from '@shared/figures/series';
import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import { creation, east, smallCounty, unitAt, west } from '../county/small-county';
import { editsOf, pushInBatches, registerOf } from './wild-county';

const days = [
  '2023-03-31',
  '2024-12-31',
  '2025-01-01',
  '2025-06-30',
  '2025-09-30',
  '2025-12-31',
  '2026-03-02',
];
const seeds = [8003];

describe.each(databaseKinds)('figures summed by %s', (kind) => {
  it.each(seeds)('are those of shared/figures on every day, in every grouping (seed %i)', async (seed) => {
    const county = await smallCounty(kind);
    await pushInBatches(county, editsOf(county, seed), createRandom(seed));
    county.clock.now = '2027-01-05T02:00:00.000Z';
    await updateFacts(county.environment, county.id);
    const register = await registerOf(county);
    const { database } = county.environment;
    let compared = 0;
    for (const day of days)
      for (const groupBy of groupingNames)
        for (const series of ['twoNew', 'soleTraders'] satisfies Series[]) {
          const question = { countyId: county.id, day, groupBy, series };
          const summed = await sumFacts(database, question);
          const sites = await sumSites(database, question);
          for (const [key, { figures }] of countPoint(register, day, groupBy, series).groups) {
            const { C14, C15, ...ofUnits } = figures;
            if (C14.denominator + C15.denominator > 0)
              expect([day, groupBy, key, sites.get(key)]).toEqual([day, groupBy, key, { C14, C15 }]);
            if (figures.C1.denominator === 0) {
              expect(summed.get(key)).toBeUndefined();
              continue;
            }
            expect([day, groupBy, key, summed.get(key)]).toEqual([day, groupBy, key, ofUnits]);
            compared += 1;
          }
        }
    expect(compared).toBeGreaterThan(60);
  });

  it('are those of the townships asked for', async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [creation('units', unitAt(east, `${county.id}-u1`))]);
    await county.push(county.westClerk, [creation('units', unitAt(west, `${county.id}-u2`))]);
    await updateFacts(county.environment, county.id);
    const ask = async (townshipIds: readonly string[] | null) => [
      ...(
        await sumFacts(county.environment.database, {
          countyId: county.id,
          day: '2026-03-02',
          groupBy: 'township',
          townshipIds,
        })
      ).keys(),
    ];
    expect((await ask(null)).sort()).toEqual([east, west]);
    expect(await ask([west])).toEqual([west]);
    expect(await ask([])).toEqual([]);
  });
});

it('every indicator of units has its sums in SQL, and they are different ones', () => {
  const statements = Object.values(unitFigureSql).map((sql) => JSON.stringify(sql));
  // C13 is C3r under another name.
  expect(new Set(statements).size).toBe(statements.length - 1);
});
