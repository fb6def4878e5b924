/** The county's answer to a question about sums: units and places put together, in the order that was asked for. */
import { isSiteFigure } from '@shared/figures/figure';
import { basesOf, isEmpty } from '@shared/insights/answer-sums';
import type { SumsAnswer, SumsGroup, SumsPoint, sumsQuestion } from '@shared/insights/messages';
import type { z } from 'zod';
import type { Queryable } from '../../db/database';
import type { FactsScope } from '../../repositories/facts/fact-rows';
import type { UnitFigureId } from '../../repositories/facts/indicator-sql';
import { type SummedFacts, type SummedGroup, sumFacts } from '../../repositories/facts/sum-facts';
import { type SummedSites, sumSites } from '../../repositories/facts/sum-sites';

type Question = z.output<typeof sumsQuestion>;

/** What the statements found, and which of the days is meant. */
interface Found {
  readonly units: SummedFacts;
  /** Position of the day in `units`. */
  readonly at: number;
  readonly sites: SummedSites | null;
}

export async function sumsOf(on: Queryable, scope: FactsScope, question: Question): Promise<SumsAnswer> {
  const { figures } = question;
  const days = [...question.days].sort();
  const ofUnits = figures.filter((id): id is UnitFigureId => !isSiteFigure(id));
  const units = await sumFacts(on, { ...scope, ...question, days, figures: ofUnits });
  const points = new Map<string, SumsPoint>();
  for (const [at, day] of days.entries()) {
    const sites = figures.some(isSiteFigure) ? await sumSites(on, { ...scope, ...question, day }) : null;
    points.set(day, pointOf(day, question, { units, at, sites }));
  }
  return { bases: basesOf(figures), points: question.days.flatMap((day) => points.get(day) ?? []) };
}

const noKeys: readonly string[] = [];

function pointOf(day: string, question: Question, found: Found): SumsPoint {
  const { units, at, sites } = found;
  const isTotal = question.groupBy.length === 0;
  // A total is there even when nothing is.
  const keysByName = new Map(isTotal ? [[JSON.stringify(noKeys), noKeys]] : []);
  for (const [name, { keys }] of [...units.groups, ...(sites ?? [])]) keysByName.set(name, keys);
  const groups = [...keysByName].map(([name, keys]) => groupOf(keys, question, found, name));
  return {
    day,
    ruleSetVersion: units.ruleSetVersions[at] ?? null,
    groups: isTotal ? groups : groups.filter((group) => !isEmpty(group)),
  };
}

function groupOf(
  keys: readonly string[],
  { figures, distributions }: Question,
  { units, at, sites }: Found,
  name: string,
): SumsGroup {
  const [ofUnits, ofSites] = [units.groups.get(name), sites?.get(name)];
  const answer: SumsGroup = { keys: [...keys], figures: {}, distributions: {} };
  for (const id of figures)
    answer.figures[id] = (isSiteFigure(id) ? ofSites?.figures[id] : figureOn(ofUnits, id, at)) ?? {
      numerator: 0,
      denominator: 0,
    };
  for (const kind of distributions) {
    const counts: Record<string, number> = {};
    for (const [value, days] of ofUnits?.distributions.get(kind) ?? []) {
      const count = days[at] ?? 0;
      if (count !== 0) counts[value] = count;
    }
    answer.distributions[kind] = counts;
  }
  return answer;
}

function figureOn(group: SummedGroup | undefined, id: UnitFigureId, at: number) {
  const figure = group?.figures.get(id);
  return figure && { numerator: figure.numerators[at] ?? 0, denominator: figure.denominators[at] ?? 0 };
}
