/** V7: one metric has one value, wherever it is printed. */
import { figureProblems } from '@shared/problems/figure-problems';
import { type PrintedNumber, rangeOf, showPrinted } from './approximate';
import type { Validator } from './validator';

export interface ValueAt extends PrintedNumber {
  /** Where it stands: 第二段, 花名册, 台账填报 … */
  readonly where: string;
}
export interface OneMetric {
  readonly label: string;
  readonly values: readonly ValueAt[];
}

export const oneValue: Validator<OneMetric> = {
  id: 'V7',
  label: '一个指标一个数',
  check: ({ label, values }) => {
    const shown = (sign: string): string =>
      values.map((one) => `${showPrinted(one)}（${one.where}）`).join(` ${sign} `);
    const ranges = values.map(rangeOf);
    const low = Math.max(...ranges.map((range) => range.min));
    const high = Math.min(...ranges.map((range) => range.max));
    if (low > high) return [figureProblems.v7TwoValues({ label, arithmetic: shown('≠') })];
    const isMixed = new Set(values.map(showPrinted)).size > 1;
    return isMixed ? [figureProblems.v7Rounded({ label, arithmetic: shown('≈') })] : [];
  },
};
