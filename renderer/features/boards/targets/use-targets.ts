import { useFacts } from '@renderer/data/figures/react';
import { type Insight, useSums } from '@renderer/data/insights/react';
import { useOffice, useTable } from '@renderer/data/react';
import type { AnnualTarget } from '@shared/domain/assessment';
import type { TargetRules } from '@shared/domain/rule-set';
import { countFor, metricOf, type TargetMetric } from '@shared/figures/target-metrics';
import type { SumsAnswer, SumsGroup, SumsQuestion } from '@shared/insights/messages';
import { addMonths } from '@shared/lib/day';
import { useMemo } from 'react';
import { useBoard } from '../page/board-context';
import { countsOf, pointOn } from '../parts/figures';
import { type FiguresThen, type TargetRow, targetRow } from './target-rows';

export interface TargetsView {
  readonly rules: TargetRules;
  readonly ruleSetVersion: string;
  readonly own: readonly TargetRow[];
  /** Those of the townships below. */
  readonly below: readonly TargetRow[];
}

type Asked = Pick<SumsQuestion, 'days' | 'figures' | 'distributions'>;

type FindGroup = (answer: SumsAnswer, day: string) => SumsGroup | undefined;
const total: FindGroup = (answer, day) => pointOn(answer, day)?.groups[0];

/** The three days a pace needs. */
const daysOf = (asOf: string, rules: TargetRules) => ({
  now: asOf,
  atStart: `${Number(asOf.slice(0, 4)) - 1}-12-31`,
  lately: addMonths(asOf, -rules.lookbackMonths),
});

function figuresThen(answer: SumsAnswer, days: ReturnType<typeof daysOf>, pick: FindGroup): FiguresThen {
  const on = (day: string) => (metric: TargetMetric) => countFor(metric, countsOf(pick(answer, day)));
  return { now: on(days.now), atStart: on(days.atStart), lately: on(days.lately) };
}

interface MeasuredTarget {
  readonly target: AnnualTarget;
  readonly metric: TargetMetric;
}

/** Targets of the year that can be measured. */
function useYear(asOf: string): readonly MeasuredTarget[] {
  const assessments = useTable('assessments');
  const { items } = useBoard();
  const year = Number(asOf.slice(0, 4));
  return useMemo(
    () =>
      assessments.flatMap((target) => {
        if (target.kind !== 'annualTarget' || target.year !== year) return [];
        const metric = metricOf(target, items);
        return metric === null ? [] : [{ target, metric }];
      }),
    [assessments, items, year],
  );
}

/** Targets of the place and its townships in the year of the as-of date; waiting until their figures are there. */
export function useTargets(): Insight<TargetsView> {
  const { place, asOf } = useBoard();
  const { relations, ruleSet } = useFacts();
  const { orgUnits } = relations.documents;
  const office = useOffice();
  const year = useYear(asOf);
  const rules = ruleSet.targets;
  const days = useMemo(() => daysOf(asOf, rules), [asOf, rules]);
  const question = useMemo(
    (): Asked => ({
      days: [...new Set(Object.values(days))],
      figures: [...new Set(year.map(({ metric }) => metric.id))].sort(),
      distributions: year.some(({ metric }) => metric.item !== null) ? ['sixByItem'] : [],
    }),
    [days, year],
  );
  const ownId = place.id ?? office?.homeOrgUnitId ?? null;
  const isCounty = place.level === 'county';
  const totals = useSums({ ...question, groupBy: [], within: place.within });
  const townships = useSums(isCounty ? { ...question, groupBy: ['township'], within: {} } : null);
  if (totals.status !== 'ready') return totals;
  if (isCounty && townships.status !== 'ready') return townships;
  const rowOf = ({ target, metric }: MeasuredTarget, answer: SumsAnswer, pick: FindGroup): TargetRow => {
    const name = orgUnits.get(target.targetOrgUnitId)?.name ?? '';
    return targetRow(target, metric, name, figuresThen(answer, days, pick), { asOf, rules });
  };
  const isOwn = ({ target }: MeasuredTarget) => target.targetOrgUnitId === ownId;
  const own = year.filter(isOwn).map((one) => rowOf(one, totals.answer, total));
  const below = year.flatMap((one) => {
    const placeId = one.target.targetOrgUnitId;
    if (townships.status !== 'ready' || isOwn(one) || orgUnits.get(placeId)?.level !== 'township') return [];
    return rowOf(one, townships.answer, (answer, day) =>
      pointOn(answer, day)?.groups.find((group) => group.keys[0] === placeId),
    );
  });
  return { status: 'ready', answer: { rules, ruleSetVersion: ruleSet.version, own, below } };
}
