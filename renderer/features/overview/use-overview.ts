import { useFacts } from '@renderer/data/figures/react';
import { useOffice, useTable } from '@renderer/data/react';
import type { TargetRules } from '@shared/domain/rule-set';
import type { Summary } from '@shared/figures/accumulator';
import type { PaceState } from '@shared/figures/target-pace';
import {
  type Judgement,
  judgeTarget,
  type MeasuredTarget,
  measuredTargets,
  targetDays,
} from '@shared/figures/targets';
import { addMonths } from '@shared/lib/day';
import { useMemo, useState } from 'react';
import { compareGroups } from './compare';
import type { Comparison } from './groupings';
import { summarizeSixHaves } from './six-haves';
import type { TargetStanding } from './target-panel';
import { deriveTasks } from './tasks';
import { type TrendPoint, trendDays, trendLabel } from './trend';
import { type PastFigures, usePastFigures } from './use-past-figures';
import { useTotals } from './use-totals';

/** Days of the trend and of the targets; the year before comes first: it stands at the top of the page. */
function usePastDays(asOf: string, rules: TargetRules, hasTargets: boolean): readonly string[] {
  return useMemo(() => {
    const { atStart, lately } = targetDays(asOf, rules);
    const days = [
      addMonths(asOf, -12),
      ...trendDays(asOf).slice(0, -1),
      ...(hasTargets ? [atStart, lately] : []),
    ];
    return [...new Set(days)];
  }, [asOf, rules, hasTargets]);
}

function trendOf(asOf: string, present: Summary, past: PastFigures): TrendPoint[] {
  return trendDays(asOf).map((day) => {
    const counted = day === asOf ? present : past.get(day);
    return { day, label: trendLabel(day), figures: counted?.figures ?? null };
  });
}

/** Targets of this office in the year of the day. */
function useOwnTargets(asOf: string): readonly MeasuredTarget[] {
  const office = useOffice();
  const assessments = useTable('assessments');
  const { items } = useFacts().criteriaSet;
  return useMemo(
    () =>
      measuredTargets(assessments, Number(asOf.slice(0, 4)), items).filter(
        ({ target }) => target.targetOrgUnitId === office?.homeOrgUnitId,
      ),
    [assessments, office, items, asOf],
  );
}

/** States that no past day can change. */
const settledStates: ReadonlySet<PaceState> = new Set(['met', 'late']);

function standingsOf(
  targets: readonly MeasuredTarget[],
  present: Summary,
  past: PastFigures,
  judgement: Judgement,
): TargetStanding[] {
  const days = targetDays(judgement.asOf, judgement.rules);
  const [atStart = null, lately = null] = [past.get(days.atStart), past.get(days.lately)];
  const isCounted = atStart !== null && lately !== null;
  return targets.map((one) => {
    const judged = judgeTarget(one, { now: present, atStart, lately }, judgement);
    const { state } = judged.pace;
    return { ...judged, state: isCounted || settledStates.has(state) ? state : null };
  });
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
  const targets = useOwnTargets(asOf);
  const rules = ruleSet.targets;
  const past = usePastFigures(usePastDays(asOf, rules, targets.length > 0), facts);
  const standings = useMemo(
    () => standingsOf(targets, summary, past, { asOf, rules }),
    [targets, summary, past, asOf, rules],
  );
  const trend = useMemo(() => trendOf(asOf, summary, past), [asOf, summary, past]);
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
    yearAgo: past.get(addMonths(asOf, -12))?.figures ?? null,
    six,
    tasks,
    trend,
    comparison,
    setComparison,
    groups,
    standings,
  };
}
