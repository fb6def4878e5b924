/** V11: what comes first is dated first. */
import { figureProblems } from '@shared/problems/figure-problems';
import type { Problem } from '@shared/problems/problem';
import type { Validator } from './validator';

export interface DatedStep {
  readonly label: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD; null = not dated, not checked. */
  readonly on: string | null;
}
export interface DatedSteps {
  readonly label: string;
  /** In the order in which they must have happened. */
  readonly steps: readonly DatedStep[];
}

export const dateOrder: Validator<DatedSteps> = {
  id: 'V11',
  label: '时间先后有序',
  check: ({ label, steps }) => {
    const dated = steps.flatMap((step) => (step.on === null ? [] : [{ label: step.label, on: step.on }]));
    return dated.slice(1).flatMap((step, i): Problem[] => {
      const before = dated[i];
      if (!before || !isAfter(before.on, step.on)) return [];
      return [
        figureProblems.v11DatesReversed({
          label,
          arithmetic: `${before.label}${before.on} 晚于 ${step.label}${step.on}`,
        }),
      ];
    });
  },
};

/** Later for certain: compared only as far as both are known, so 2021 is not after 2021-03. */
export function isAfter(a: string, b: string): boolean {
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) > b.slice(0, known);
}
