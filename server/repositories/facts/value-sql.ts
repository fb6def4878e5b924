/** Counts beside the figures, by a value: kinds of coverage, 六有 by number and by item, floating members, scope. */
import { coverageStates } from '@shared/figures/unit-facts';
import type { DistributionName } from '@shared/insights/messages';
import { countingReasons, type ScopeReason, scopeReasons } from '@shared/rules/unit-scope';
import type { CountSql } from './alike-units';
import type { KnownValues } from './beside-facts';
import type { Params } from './fact-rows';

interface Distribution {
  /** Units out of scope too. */
  readonly isOfAll?: true;
  /** Every value there may be, and how it is counted. */
  readonly values: (known: KnownValues, params: Params) => readonly ValueSql[];
}
type ValueSql = readonly [value: string, count: CountSql];

const countOf = (condition: string, among: string | null = null): CountSql => ({
  sql: `count(*) filter (where ${condition})`,
  among,
});
/** @param known codes no row ever had are not looked for */
const each = <C extends string>(
  codes: Readonly<Record<C, string>>,
  known: readonly string[],
  countSql: (code: C) => CountSql,
): ValueSql[] =>
  // Object.keys forgets the key type of a literal record.
  (Object.keys(codes) as C[]).filter((code) => known.includes(code)).map((code) => [code, countSql(code)]);
/** Most units are in scope, and asking that first spares each of them comparisons of text. */
const isFor = (reason: ScopeReason): string =>
  `${countingReasons.has(reason) ? '' : 'not '}in_scope and scope_reason = '${reason}'`;

const floatingColumns = {
  crossProvince: 'floating_cross_province',
  crossCity: 'floating_cross_city',
  crossCounty: 'floating_cross_county',
  inCounty: 'floating_in_county',
  abroad: 'floating_abroad',
  unknown: 'floating_unknown',
};

/**
 * A value is a condition, not one more column to group by: a county by village has ten thousand groups over three years
 * already, and with the number of items five times as many take more than twice as long.
 */
export const distributionSql: Readonly<Record<DistributionName, Distribution>> = {
  coverageStates: {
    values: (known) =>
      each(coverageStates, known.coverage_state, (state) => countOf(`coverage_state = '${state}'`)),
  },
  scope: {
    isOfAll: true,
    values: (known) => each(scopeReasons, known.scope_reason, (reason) => countOf(isFor(reason))),
  },
  orgsByScope: {
    isOfAll: true,
    values: (known) =>
      each(scopeReasons, known.scope_reason, (reason) => ({
        sql: `coalesce(sum(seat_orgs) filter (where ${isFor(reason)}), 0)`,
        among: 'seat_orgs <> 0',
      })),
  },
  sixByCount: {
    values: (known) =>
      [0, ...known.six_met_items.map((_, i) => i + 1)].map((met) => [
        String(met),
        countOf(`is_six_assessed and six_met = ${met}`, 'is_six_assessed'),
      ]),
  },
  sixByItem: {
    values: (known, params) =>
      known.six_met_items.map((code) => [
        code,
        countOf(`is_six_assessed and ${params.add(code)} = any(six_met_items)`, 'is_six_assessed'),
      ]),
  },
  floatingByScope: {
    values: () =>
      Object.entries(floatingColumns).map(([value, column]) => [
        value,
        { sql: `coalesce(sum(${column}), 0)`, among: `${column} <> 0` },
      ]),
  },
};
