import { useFacts } from '@renderer/data/figures/react';
import { type Insight, useSums } from '@renderer/data/insights/react';
import { useOffice, useTable } from '@renderer/data/react';
import type { TargetRules } from '@shared/domain/rule-set';
import {
  type CountsThen,
  judgeTarget,
  type MeasuredTarget,
  measuredTargets,
  targetDays,
} from '@shared/figures/targets';
import type { SumsAnswer, SumsGroup, SumsQuestion } from '@shared/insights/messages';
import { useMemo } from 'react';
import { useBoard } from '../page/board-context';
import { countsOf, pointOn } from '../parts/figures';
import type { TargetRow } from './target-rows';

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

const countsThen = (
  answer: SumsAnswer,
  days: ReturnType<typeof targetDays>,
  pick: FindGroup,
): CountsThen => ({
  now: countsOf(pick(answer, days.now)),
  atStart: countsOf(pick(answer, days.atStart)),
  lately: countsOf(pick(answer, days.lately)),
});

function useYear(asOf: string): readonly MeasuredTarget[] {
  const assessments = useTable('assessments');
  const { items } = useBoard();
  const year = Number(asOf.slice(0, 4));
  return useMemo(() => measuredTargets(assessments, year, items), [assessments, items, year]);
}

/** Targets of the place and its townships in the year of the as-of date; waiting until their figures are there. */
export function useTargets(): Insight<TargetsView> {
  const { place, asOf } = useBoard();
  const { relations, ruleSet } = useFacts();
  const { orgUnits } = relations.documents;
  const office = useOffice();
  const year = useYear(asOf);
  const rules = ruleSet.targets;
  const days = useMemo(() => targetDays(asOf, rules), [asOf, rules]);
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
  const rowOf = (one: MeasuredTarget, answer: SumsAnswer, pick: FindGroup): TargetRow => ({
    ...judgeTarget(one, countsThen(answer, days, pick), { asOf, rules }),
    placeName: orgUnits.get(one.target.targetOrgUnitId)?.name ?? '',
  });
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
