/** 六有: how many units have met how many items, and which items are missing most. */
import type { CriteriaSet } from '@shared/domain/rule-set';
import type { Summary } from '@shared/figures/accumulator';

export interface SixHavesSummary {
  /** Assessed units in scope: the base of everything here. */
  readonly assessed: number;
  readonly passed: number;
  /** One entry per number of items met, 0 … number of items. */
  readonly byMet: readonly { readonly met: number; readonly count: number }[];
  /** One entry per criterion, in the order of the set. */
  readonly byItem: readonly { readonly code: string; readonly label: string; readonly met: number }[];
}

export function summarizeSixHaves(
  summary: Pick<Summary, 'figures' | 'sixByCount' | 'sixByItem'>,
  criteriaSet: Pick<CriteriaSet, 'items'>,
): SixHavesSummary {
  const { C20 } = summary.figures;
  return {
    assessed: C20.denominator,
    passed: C20.numerator,
    byMet: Array.from({ length: criteriaSet.items.length + 1 }, (_, met) => ({
      met,
      count: summary.sixByCount[String(met)] ?? 0,
    })),
    byItem: criteriaSet.items.map(({ code, label }) => ({
      code,
      label,
      met: summary.sixByItem[code] ?? 0,
    })),
  };
}
