/** The county's answer to a question about sums: units and places put together, in the order that was asked for. */
import { isSiteFigure } from '@shared/figures/figure';
import { basesOf, isEmpty } from '@shared/insights/answer-sums';
import type { SumsAnswer, SumsGroup, SumsPoint, sumsQuestion } from '@shared/insights/messages';
import type { z } from 'zod';
import type { Queryable } from '../../db/database';
import type { FactsScope } from '../../repositories/facts/fact-rows';
import type { UnitFigureId } from '../../repositories/facts/indicator-sql';
import { type SummedDay, sumFacts } from '../../repositories/facts/sum-facts';
import { type SummedSites, sumSites } from '../../repositories/facts/sum-sites';

type Question = z.output<typeof sumsQuestion>;

/** What the statements found for one day. */
interface Found {
  readonly units: SummedDay;
  readonly sites: SummedSites | null;
}

export async function sumsOf(on: Queryable, scope: FactsScope, question: Question): Promise<SumsAnswer> {
  const { figures, groupBy } = question;
  const days = [...question.days].sort();
  const ofUnits = figures.filter((id): id is UnitFigureId => !isSiteFigure(id));
  const units = await sumFacts(on, { ...scope, ...question, days, figures: ofUnits });
  const points = new Map<string, SumsPoint>();
  for (const [i, day] of days.entries()) {
    const sites = figures.some(isSiteFigure)
      ? await sumSites(on, { ...scope, ...question, day, groupBy })
      : null;
    const found: Found = {
      units: units[i] ?? { ruleSetVersion: null, groups: new Map() },
      sites,
    };
    points.set(day, pointOf(day, question, found));
  }
  return { bases: basesOf(figures), points: question.days.flatMap((day) => points.get(day) ?? []) };
}

function pointOf(day: string, { figures, distributions, groupBy }: Question, found: Found): SumsPoint {
  const { units, sites } = found;
  const names = new Set([
    ...(groupBy.length === 0 ? ['[]'] : []),
    ...units.groups.keys(),
    ...(sites?.groups.keys() ?? []),
  ]);
  const groups = [...names].map((name) => groupOf(name, { figures, distributions }, found));
  return {
    day,
    ruleSetVersion: units.ruleSetVersion ?? sites?.ruleSetVersion ?? null,
    groups: groups.filter((group) => groupBy.length === 0 || !isEmpty(group)),
  };
}

const zero = { numerator: 0, denominator: 0 };

function groupOf(
  name: string,
  { figures, distributions }: Pick<Question, 'figures' | 'distributions'>,
  { units, sites }: Found,
): SumsGroup {
  const [ofUnits, ofSites] = [units.groups.get(name), sites?.groups.get(name)];
  return {
    // Names are the JSON of the keys.
    keys: JSON.parse(name) as string[],
    figures: Object.fromEntries(
      figures.map((id) => [id, (isSiteFigure(id) ? ofSites?.figures[id] : ofUnits?.figures.get(id)) ?? zero]),
    ),
    distributions: Object.fromEntries(
      distributions.map((kind) => [kind, ofUnits?.distributions.get(kind) ?? {}]),
    ),
  };
}
