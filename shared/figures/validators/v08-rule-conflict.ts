/** V8: one duty has one frequency. */
import { figureProblems } from '@shared/problems/figure-problems';
import type { Validator } from './validator';

export interface StatedRule {
  readonly per: 'month' | 'quarter' | 'half' | 'year';
  readonly times: number;
  /** Where it is stated. */
  readonly where: string;
}
export interface DutyRules {
  readonly label: string;
  readonly rules: readonly StatedRule[];
}

const perYear = { month: 12, quarter: 4, half: 2, year: 1 } as const;
const words = { month: '每月', quarter: '每季度', half: '每半年', year: '每年' } as const;

export const ruleConflict: Validator<DutyRules> = {
  id: 'V8',
  label: '同一事项次数要求一致',
  check: ({ label, rules }) => {
    const yearly = rules.map((rule) => rule.times * perYear[rule.per]);
    if (new Set(yearly).size < 2) return [];
    const shown = rules.map(
      (rule, i) => `${words[rule.per]}${rule.times}次=每年${yearly[i] ?? 0}次（${rule.where}）`,
    );
    return [figureProblems.v8RuleConflict({ label, arithmetic: shown.join(' ≠ ') })];
  },
};
