/** The pair of coverage rates of every group, in an order that shows where to act. */
import type { Summary } from '@shared/figures/accumulator';
import type { Figure } from '@shared/figures/figure';
import { groupings } from '@shared/figures/groupings';
import type { Relations } from '@shared/rules/relations';
import type { Comparison } from './groupings';

export interface ComparedGroup {
  readonly key: string;
  readonly name: string;
  readonly C1: Figure;
  readonly C3: Figure;
  readonly C4: Figure;
}

const rateOf = ({ C1 }: ComparedGroup): number => C1.numerator / C1.denominator;

/** Groups with at least one unit in scope, lowest 组织覆盖率 first; of equal rates the larger group first. */
export function compareGroups(
  sums: ReadonlyMap<string, Summary>,
  comparison: Comparison,
  relations: Relations,
): ComparedGroup[] {
  return [...sums]
    .map(([key, { figures }]): ComparedGroup => {
      const { C1, C3, C4 } = figures;
      return { key, name: groupings[comparison].labelOf(key, relations), C1, C3, C4 };
    })
    .filter((group) => group.C1.denominator > 0)
    .sort((a, b) => rateOf(a) - rateOf(b) || b.C1.denominator - a.C1.denominator);
}

/** What fits into the chart: the lowest ones; the table has all. */
export const shownInChart = (groups: readonly ComparedGroup[]): readonly ComparedGroup[] =>
  groups.slice(0, 8);
