import { useFacts } from '@renderer/data/figures/react';
import { useOffice, useTable } from '@renderer/data/react';
import type { AnnualTarget } from '@shared/domain/assessment';
import type { FigureSet } from '@shared/figures/indicator';
import { standingOf, type TargetStanding, type TargetYardstick } from '@shared/figures/targets';
import { addMonths } from '@shared/lib/day';
import { useMemo, useState } from 'react';
import { compareGroups } from './compare';
import type { Comparison } from './groupings';
import { summarizeSixHaves } from './six-haves';
import { deriveTasks } from './tasks';
import { type TrendPoint, trendDays, trendLabel } from './trend';
import { usePastFigures } from './use-past-figures';
import { useTotals } from './use-totals';

function useTrend(asOf: string, present: FigureSet, version: unknown) {
  const yearAgoDay = addMonths(asOf, -12);
  const days = useMemo(() => trendDays(asOf), [asOf]);
  // The year before comes first: it stands at the top of the page.
  const pastDays = useMemo(() => [yearAgoDay, ...days.slice(0, -1)], [yearAgoDay, days]);
  const past = usePastFigures(pastDays, version);
  const points = days.map((day): TrendPoint => {
    const figures = day === asOf ? present : (past.get(day) ?? null);
    return { day, label: trendLabel(day), figures };
  });
  return { points, yearAgo: past.get(yearAgoDay) ?? null };
}

function useStandings(yardstick: TargetYardstick): TargetStanding[] {
  const office = useOffice();
  const assessments = useTable('assessments');
  return useMemo(
    () =>
      assessments
        .filter(
          (one): one is AnnualTarget =>
            one.kind === 'annualTarget' &&
            one.targetOrgUnitId === office?.homeOrgUnitId &&
            one.year === Number(yardstick.asOf.slice(0, 4)),
        )
        .flatMap((target) => standingOf(target, yardstick) ?? []),
    [assessments, office, yardstick],
  );
}

/** Everything the overview shows, counted from the facts of the chosen day. */
export function useOverview() {
  const view = useFacts();
  const { facts, relations, ruleSet, criteriaSet, asOf } = view;
  const [comparison, setComparison] = useState<Comparison>('township');
  const summary = useTotals();
  const { figures } = summary;
  const decimals = ruleSet.coverage.rateDecimals;
  const orgs = useTable('partyOrgs');
  const trend = useTrend(asOf, figures, facts);
  const yardstick = useMemo(
    () => ({ counts: summary, items: criteriaSet.items, asOf, decimals }),
    [summary, criteriaSet, asOf, decimals],
  );
  const standings = useStandings(yardstick);
  const six = useMemo(() => summarizeSixHaves(summary, criteriaSet), [summary, criteriaSet]);
  const tasks = useMemo(
    () => deriveTasks({ figures, facts: [...facts.values()], orgs, rules: ruleSet.orgs, asOf }),
    [figures, facts, orgs, ruleSet, asOf],
  );
  const groups = useMemo(
    () => compareGroups(view.sums(comparison), comparison, relations),
    [view, comparison, relations],
  );
  return {
    asOf,
    year: Number(asOf.slice(0, 4)),
    decimals,
    figures,
    yearAgo: trend.yearAgo,
    six,
    tasks,
    trend: trend.points,
    comparison,
    setComparison,
    groups,
    standings,
  };
}
