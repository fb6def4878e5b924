/**
 * When the rules of a register change, and which lengths of time they have ever asked for: what tells on which days a
 * record starts and stops to count.
 */
import type { DocumentOf } from '@shared/domain/collections';
import { aboveScaleDefinitions } from '@shared/identifiers/size-rules';
import { defaultCriteriaSets } from '@shared/rules/default-criteria-sets';
import { defaultRuleSets } from '@shared/rules/default-rule-sets';
import { documentStates } from './document-states';
import { firstDayFrom } from './first-day';

export interface RuleTimes {
  /** Days on which other rules may be in force than the day before. */
  readonly days: ReadonlySet<string>;
  /** Months a suspended unit stays in scope. */
  readonly graceMonths: ReadonlySet<number>;
  /** Months a visit counts for C3e. */
  readonly visitMonths: ReadonlySet<number>;
  /** Years of a term that is not recorded itself. */
  readonly termYears: ReadonlySet<number>;
  /** Months a use of a shared room, and an effect record, count for 六有. */
  readonly useMonths: ReadonlySet<number>;
  readonly effectMonths: ReadonlySet<number>;
}

/** @param settings every settings document, deleted ones too: rules that were in force once still count for then. */
export function ruleTimesOf(settings: readonly DocumentOf<'settings'>[]): RuleTimes {
  const ruleSets = [...defaultRuleSets, ...settings.filter((one) => one.kind === 'ruleSet')];
  const criteriaSets = [...defaultCriteriaSets, ...settings.filter((one) => one.kind === 'criteriaSet')];
  const criteria = criteriaSets.flatMap((set) => set.items);
  const monthsOf = (name: string) =>
    new Set(criteria.flatMap((criterion) => criterion.thresholds[name] ?? []).concat(12));
  const definitions = Object.values(aboveScaleDefinitions).flat();
  const starts = [...ruleSets, ...criteriaSets].flatMap(({ validFrom, validTo }) => [validFrom, validTo]);
  const days = [
    ...[...starts, ...definitions.map((one) => one.validFrom)].map(firstDayFrom),
    ...settings.flatMap((one) => documentStates('settings', one).map((state) => state.from)),
  ];
  return {
    days: new Set(days.flatMap((day) => (day === null || day === '' ? [] : day))),
    graceMonths: new Set(
      ruleSets.map((set) => set.coverage.suspendedMonthsInScope).filter((months) => months > 0),
    ),
    visitMonths: new Set(ruleSets.map((set) => set.coverage.effectiveVisitMonths)),
    termYears: new Set(ruleSets.flatMap(({ orgs }) => [orgs.termYearsBranch, orgs.termYearsCommittee])),
    useMonths: monthsOf('useMonths'),
    effectMonths: monthsOf('effectMonths'),
  };
}
