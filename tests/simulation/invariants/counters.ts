/** Invariant 7: figures counted on a device are those the county sums in SQL. */
import { isDeepStrictEqual } from 'node:util';
import { sumsOf } from '@server/services/insights/answer-sums';
import { figureIds } from '@shared/figures/figure';
import { sumsPointOf } from '@shared/insights/answer-sums';
import { type SumsPoint, sumsQuestion } from '@shared/insights/messages';
import { chinaDayOf } from '@shared/lib/day';
import { countDay } from '../../support/insights/count-day';
import type { World } from '../world/world';

/** The first device is the organizer's: it holds the whole county. */
export async function compareFigures(world: World): Promise<string[]> {
  const register = world.devices[0]?.running?.register;
  if (!register) return [];
  await world.county.updateFacts();
  const day = chinaDayOf(world.instant());
  const question = sumsQuestion.parse({
    days: [day],
    groupBy: ['township'],
    within: {},
    figures: [...figureIds],
  });
  const scope = { countyId: world.countyId, rootId: null };
  const [atCounty] = (await sumsOf(world.database, scope, question)).points;
  const here = groupsOf(sumsPointOf(question, countDay(register.snapshot(), day)));
  const there = groupsOf(atCounty);
  return [...new Set([...here.keys(), ...there.keys()])]
    .filter((key) => !isDeepStrictEqual(here.get(key), there.get(key)))
    .map(
      (key) =>
        `figures of ${key}: ${JSON.stringify(here.get(key))}, at the county ${JSON.stringify(there.get(key))}`,
    );
}

const groupsOf = (point: SumsPoint | undefined) =>
  new Map(point?.groups.map(({ keys, figures }) => [keys.join(' '), figures]));
