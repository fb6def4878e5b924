/** 走访频次 is one thing to choose (每月 2 次), though the register keeps its period and its number apart. */
import type { CellOption, CellValue } from '@renderer/components/data-grid/grid-types';
import { type Assignment, visitPeriods } from '@shared/domain/instructor';

type VisitPlan = NonNullable<Assignment['visitPlan']>;

const most = 4;
const plans: readonly VisitPlan[] = visitPeriods.codes.flatMap((per) =>
  Array.from({ length: most }, (_, at) => ({ per, times: at + 1 })),
);

const wordsOf = ({ per, times }: VisitPlan): string =>
  `每${per === 'quarter' ? '季度' : visitPeriods.labels[per]} ${times} 次`;

/** @param plan null = 未填 */
export const visitPlanText = (plan: VisitPlan | null): string => (plan === null ? '未填' : wordsOf(plan));

export const visitPlanOptions: readonly CellOption[] = plans.map((plan) => ({
  value: `${plan.per}:${plan.times}`,
  label: wordsOf(plan),
}));

/** The choice that stands for a stored plan; null when there is none. */
export function choiceOfVisitPlan(plan: unknown): string | null {
  const at = plans.findIndex(
    ({ per, times }) =>
      typeof plan === 'object' &&
      plan !== null &&
      'per' in plan &&
      'times' in plan &&
      plan.per === per &&
      plan.times === times,
  );
  return visitPlanOptions[at]?.value ?? null;
}

/** The plan a choice stands for; null = 未填. */
export const visitPlanOfChoice = (choice: CellValue): VisitPlan | null =>
  plans[visitPlanOptions.findIndex(({ value }) => value === choice)] ?? null;
