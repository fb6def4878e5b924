/** Counts beside the figures, by a value: kinds of coverage, 六有 by number and by item, floating members, scope. */
import type { DistributionName } from '@shared/insights/messages';
import type { AlikeUnits } from './alike-units';
import type { FactColumnName } from './fact-columns';

interface Distribution {
  /** Columns by which units are told apart. */
  readonly by: readonly FactColumnName[];
  /** Columns that are summed. */
  readonly sums?: readonly FactColumnName[];
  /** Units out of scope too. */
  readonly isOfAll?: true;
  readonly counts: (units: AlikeUnits) => readonly (readonly [value: string, count: number])[];
}

const floatingScopes = [
  ['crossProvince', 'floating_cross_province'],
  ['crossCity', 'floating_cross_city'],
  ['crossCounty', 'floating_cross_county'],
  ['inCounty', 'floating_in_county'],
  ['abroad', 'floating_abroad'],
  ['unknown', 'floating_unknown'],
] as const;

const distributions: Readonly<Record<DistributionName, Distribution>> = {
  coverageStates: {
    by: ['coverage_state'],
    counts: ({ value, units }) => [[String(value('coverage_state')), units]],
  },
  scope: {
    by: ['scope_reason'],
    isOfAll: true,
    counts: ({ value, units }) => [[String(value('scope_reason')), units]],
  },
  orgsByScope: {
    by: ['scope_reason'],
    sums: ['seat_orgs'],
    isOfAll: true,
    counts: ({ value, count }) => [[String(value('scope_reason')), count('seat_orgs')]],
  },
  sixByCount: {
    by: ['is_six_assessed', 'six_met'],
    counts: ({ value, units }) => (value('is_six_assessed') ? [[String(value('six_met')), units]] : []),
  },
  sixByItem: {
    by: ['is_six_assessed', 'six_met_items'],
    // No item at all is null.
    counts: ({ value, units }) =>
      value('is_six_assessed')
        ? ((value('six_met_items') ?? []) as readonly string[]).map((code) => [code, units] as const)
        : [],
  },
  floatingByScope: {
    by: [],
    sums: floatingScopes.map(([, column]) => column),
    counts: ({ count }) => floatingScopes.map(([scope, column]) => [scope, count(column)] as const),
  },
};

/** What has to be asked of the units so that these can be counted. */
export function needsOf(names: readonly DistributionName[]): {
  readonly by: readonly FactColumnName[];
  readonly sums: readonly FactColumnName[];
  readonly isOfAll: boolean;
} {
  const asked = names.map((name) => distributions[name]);
  return {
    by: [...new Set(asked.flatMap((one) => one.by))],
    sums: [...new Set(asked.flatMap((one) => one.sums ?? []))],
    isOfAll: asked.some((one) => one.isOfAll),
  };
}

/** What units that are alike add to a distribution, by value. */
export function valuesOf(name: DistributionName, units: AlikeUnits): ReturnType<Distribution['counts']> {
  const { isOfAll, counts } = distributions[name];
  return units.isCounted || isOfAll ? counts(units) : [];
}
