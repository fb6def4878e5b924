/** The county's answer to a question about sums: units and places put together, in the order that was asked for. */
import { type FigureId, isSiteFigure } from '@shared/figures/figure';
import { basesOf, isEmpty } from '@shared/insights/answer-sums';
import type {
  DistributionName,
  SumsAnswer,
  SumsGroup,
  SumsPoint,
  sumsQuestion,
} from '@shared/insights/messages';
import type { z } from 'zod';
import type { Queryable } from '../../db/database';
import { type CountedValues, countValues } from '../../repositories/facts/count-values';
import type { FactsScope } from '../../repositories/facts/fact-rows';
import type { UnitFigureId } from '../../repositories/facts/indicator-sql';
import { type SummedDay, sumFacts } from '../../repositories/facts/sum-facts';
import { type SummedSites, sumSites } from '../../repositories/facts/sum-sites';

type Question = z.output<typeof sumsQuestion>;

/** What the statements found for one day. */
interface Found {
  readonly units: SummedDay;
  readonly sites: SummedSites | null;
  readonly values: readonly (readonly [DistributionName, CountedValues])[];
}

export async function sumsOf(on: Queryable, scope: FactsScope, question: Question): Promise<SumsAnswer> {
  const { figures, groupBy } = question;
  const days = [...question.days].sort();
  const ofUnits = figures.filter((id): id is UnitFigureId => !isSiteFigure(id));
  const range = { ...scope, ...question, days };
  const units = await sumFacts(on, { ...range, figures: ofUnits });
  const values = [...(await countValues(on, range, question.distributions))];
  const points = new Map<string, SumsPoint>();
  for (const [i, day] of days.entries()) {
    const sites = figures.some(isSiteFigure)
      ? await sumSites(on, { ...scope, ...question, day, groupBy })
      : null;
    const found: Found = {
      units: units[i] ?? { ruleSetVersion: null, groups: new Map() },
      sites,
      values: values.map(([name, all]) => [name, all[i] ?? new Map()]),
    };
    points.set(day, pointOf(day, question, found));
  }
  return { bases: basesOf(figures), points: question.days.flatMap((day) => points.get(day) ?? []) };
}

function pointOf(day: string, { figures, groupBy }: Question, found: Found): SumsPoint {
  const { units, sites, values } = found;
  const names = new Set([
    ...(groupBy.length === 0 ? ['[]'] : []),
    ...units.groups.keys(),
    ...(sites?.groups.keys() ?? []),
    ...values.flatMap(([, counted]) => [...counted.keys()]),
  ]);
  const groups = [...names].map((name) => groupOf(name, figures, found));
  return {
    day,
    ruleSetVersion: units.ruleSetVersion ?? sites?.ruleSetVersion ?? null,
    groups: groups.filter((group) => groupBy.length === 0 || !isEmpty(group)),
  };
}

const zero = { numerator: 0, denominator: 0 };

function groupOf(name: string, figures: readonly FigureId[], { units, sites, values }: Found): SumsGroup {
  const [ofUnits, ofSites] = [units.groups.get(name), sites?.groups.get(name)];
  return {
    // Names are the JSON of the keys.
    keys: JSON.parse(name) as string[],
    figures: Object.fromEntries(
      figures.map((id) => [id, (isSiteFigure(id) ? ofSites?.figures[id] : ofUnits?.figures.get(id)) ?? zero]),
    ),
    distributions: Object.fromEntries(
      values.map(([kind, counted]) => [kind, Object.fromEntries(counted.get(name) ?? [])]),
    ),
  };
}
