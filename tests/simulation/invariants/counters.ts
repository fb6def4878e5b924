/** Invariant 7: figures counted on a device are those the county sums in SQL. */
import { isDeepStrictEqual } from 'node:util';
import { sumFacts } from '@server/repositories/facts/sum-facts';
import { countPoint } from '@shared/figures/series';
import { chinaDayOf } from '@shared/lib/day';
import type { World } from '../world/world';

/** The first device is the organizer's: it holds the whole county. */
export async function compareFigures(world: World): Promise<string[]> {
  const register = world.devices[0]?.running?.register;
  if (!register) return [];
  await world.county.updateFacts();
  const day = chinaDayOf(world.instant());
  const question = { countyId: world.countyId, day, groupBy: 'township', series: 'twoNew' } as const;
  const summed = await sumFacts(world.database, question);
  const problems: string[] = [];
  for (const [key, { figures }] of countPoint(register.snapshot(), day, 'township', 'twoNew').groups) {
    if (figures.C1.denominator === 0) continue;
    // These two are not of units, so the county's table of units does not have them.
    const { C14: _rooms, C15: _buildings, ...ofUnits } = figures;
    if (!isDeepStrictEqual(summed.get(key), ofUnits))
      problems.push(
        `figures of ${key}: ${JSON.stringify(ofUnits)}, at the county ${JSON.stringify(summed.get(key))}`,
      );
  }
  return problems;
}
