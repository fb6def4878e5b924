/** Rules of a wild register. */
import type { Random } from '@shared/demo/random';
import { defaultCriteriaSets } from '@shared/rules/default-criteria-sets';
import { defaultRuleSets } from '@shared/rules/default-rule-sets';
import type { Draft } from '../build-documents';
import { anyDay, maybe } from './values';

/** Two rule sets with other limits, and a criteria set that is within reach of a small register. */
export function anySetting(random: Random, id: string): Draft<'settings'> {
  const dated = { validFrom: anyDay(random), validTo: maybe(random, () => anyDay(random), 0.3) };
  if (id !== 'set2') {
    const base = defaultRuleSets[2] ?? defaultRuleSets[0];
    return {
      ...base,
      ...dated,
      id,
      kind: 'ruleSet',
      coverage: {
        ...base.coverage,
        countsAffiliated: random.chance(0.5),
        suspendedMonthsInScope: random.pick([0, 1, 6]),
        effectiveVisitMonths: random.pick([1, 3]),
        aboveScaleBasis: random.pick(['stat', 's1_2', 'declared']),
        shouldBuildMinFullMembers: random.int(1, 3),
      },
      orgs: { ...base.orgs, termYearsBranch: random.pick([1, 2]), trainingHoursPerYear: 16 },
      development: { youngMaxAge: random.int(33, 36) },
    };
  }
  const [set] = defaultCriteriaSets;
  return {
    ...set,
    ...dated,
    // Mostly there from the beginning: the sets of the program are out of reach here.
    validFrom: random.chance(0.7) ? '2023-01-01' : dated.validFrom,
    id,
    kind: 'criteriaSet',
    items: [...set.items, facility, documents].map((item) => ({
      ...item,
      thresholds: lenient(random, item.thresholds),
    })),
    passMin: 2,
    basicMin: 1,
  };
}

const facility = {
  code: 'flag',
  label: '有党旗',
  autoRule: 'facility' as const,
  thresholds: {},
  subject: 'flag',
  points: null,
};
const documents = {
  code: 'papers',
  label: '有制度',
  autoRule: 'document' as const,
  thresholds: { minDocuments: 1 },
  subject: null,
  points: null,
};

/** Limits low enough that a handful of records moves them across. */
const lenient = (random: Random, thresholds: Readonly<Record<string, number>>): Record<string, number> => ({
  ...thresholds,
  ...('minEffects' in thresholds ? { minEffects: 1, effectMonths: random.pick([1, 6, 12]) } : {}),
  ...('useMonths' in thresholds ? { useMonths: random.pick([1, 2, 12]) } : {}),
  ...('minCoreDocuments' in thresholds ? { minCoreDocuments: 1 } : {}),
  ...('generalPerQuarter' in thresholds
    ? { generalPerQuarter: 0, minActiveMonths: random.int(1, 3), minAttendancePct: random.pick([0, 50]) }
    : {}),
});
