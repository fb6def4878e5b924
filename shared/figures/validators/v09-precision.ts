/** V9: one precision per report. */
import { figureProblems } from '@shared/problems/figure-problems';
import type { Validator } from './validator';

export interface PrintedPercents {
  readonly label: string;
  /** As printed, without the sign. */
  readonly percents: readonly string[];
}

export const precision: Validator<PrintedPercents> = {
  id: 'V9',
  label: '小数位统一',
  check: ({ label, percents }) => {
    const decimals = percents.map((percent) => percent.split('.')[1]?.length ?? 0);
    if (new Set(decimals).size < 2) return [];
    const shown = percents.map((percent, i) => `${percent}%（${decimals[i] ?? 0}位）`);
    return [figureProblems.v9MixedPrecision({ label, arithmetic: shown.join('、') })];
  },
};
