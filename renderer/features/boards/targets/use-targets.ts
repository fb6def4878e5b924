import { useFacts } from '@renderer/data/figures/react';
import { type Insight, useSums } from '@renderer/data/insights/react';
import { useOffice, useTable } from '@renderer/data/react';
import type { FigureId } from '@shared/figures/figure';
import type { AnnualTarget } from '@shared/figures/targets';
import type { SumsAnswer, SumsGroup } from '@shared/insights/messages';
import { addMonths } from '@shared/lib/day';
import { type TargetRules, targetRulesOn } from '@shared/rules/default-target-rules';
import { useMemo } from 'react';
import { useBoard } from '../page/board-context';
import { countedIn, pointOn } from '../parts/figures';
import { type FiguresThen, metricOf, type TargetRow, targetRow } from './target-rows';

export interface TargetsView {
  readonly rules: TargetRules;
  readonly own: readonly TargetRow[];
  /** Those of the townships below. */
  readonly below: readonly TargetRow[];
}

type Pick = (answer: SumsAnswer, day: string) => SumsGroup | undefined;
const total: Pick = (answer, day) => pointOn(answer, day)?.groups[0];

/** The three days a pace needs. */
const daysOf = (asOf: string, rules: TargetRules) => ({
  now: asOf,
  atStart: `${Number(asOf.slice(0, 4)) - 1}-12-31`,
  lately: addMonths(asOf, -rules.lookbackMonths),
});

function figuresThen(answer: SumsAnswer, asOf: string, rules: TargetRules, pick: Pick): FiguresThen {
  const { now, atStart, lately } = daysOf(asOf, rules);
  const on = (day: string) => (id: FigureId) => countedIn(pick(answer, day), id);
  return { now: on(now), atStart: on(atStart), lately: on(lately) };
}

/** Targets of the year, and the figures they are about. */
function useYear(asOf: string) {
  const assessments = useTable('assessments');
  const year = Number(asOf.slice(0, 4));
  return useMemo(() => {
    const targets = assessments.filter(
      (one): one is AnnualTarget => one.kind === 'annualTarget' && one.year === year,
    );
    const figures = [...new Set(targets.flatMap((target) => metricOf(target) ?? []))].sort();
    return { targets, figures };
  }, [assessments, year]);
}

/** Targets of the place and its townships in the year of the as-of date; waiting until their figures are there. */
export function useTargets(): Insight<TargetsView> {
  const { place, asOf } = useBoard();
  const { orgUnits } = useFacts().relations.documents;
  const office = useOffice();
  const { targets, figures } = useYear(asOf);
  const rules = targetRulesOn(asOf);
  const days = useMemo(() => [...new Set(Object.values(daysOf(asOf, rules)))], [asOf, rules]);
  const ownId = place.id ?? office?.homeOrgUnitId ?? null;
  const isCounty = place.level === 'county';
  const totals = useSums({ days, groupBy: [], within: place.within, figures });
  const townships = useSums(isCounty ? { days, groupBy: ['township'], within: {}, figures } : null);
  if (totals.status !== 'ready') return totals;
  if (isCounty && townships.status !== 'ready') return townships;
  const rowOf = (target: AnnualTarget, answer: SumsAnswer, pick: Pick): TargetRow[] => {
    const name = orgUnits.get(target.targetOrgUnitId)?.name ?? '';
    const row = targetRow(target, name, figuresThen(answer, asOf, rules, pick), asOf, rules);
    return row === null ? [] : [row];
  };
  const isOwn = (target: AnnualTarget) => target.targetOrgUnitId === ownId;
  const own = targets.filter(isOwn).flatMap((target) => rowOf(target, totals.answer, total));
  const below = targets.flatMap((target) => {
    if (townships.status !== 'ready' || isOwn(target)) return [];
    if (orgUnits.get(target.targetOrgUnitId)?.level !== 'township') return [];
    return rowOf(target, townships.answer, (answer, day) =>
      pointOn(answer, day)?.groups.find((group) => group.keys[0] === target.targetOrgUnitId),
    );
  });
  return { status: 'ready', answer: { rules, own, below } };
}
