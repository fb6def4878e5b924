/** V5: a definition reaches as far as the task that uses it. */
import { figureProblems } from '@shared/problems/figure-problems';
import type { Validator } from './validator';

/** A range of counts, both ends included; `to` null = no upper end. */
export interface CountRange {
  readonly from: number;
  readonly to: number | null;
}
export interface DefinitionUse {
  readonly label: string;
  readonly defined: CountRange;
  /** What the task means to reach. */
  readonly needed: CountRange;
  /** 人, 万元 … */
  readonly measure: string;
}

const show = ({ from, to }: CountRange, measure: string): string =>
  to === null ? `${from}${measure}及以上` : `${from}—${to}${measure}`;

export const definitionGap: Validator<DefinitionUse> = {
  id: 'V5',
  label: '口径没有缺口',
  check: ({ label, defined, needed, measure }) => {
    const below: CountRange[] =
      needed.from < defined.from ? [{ from: needed.from, to: defined.from - 1 }] : [];
    const above: CountRange[] =
      defined.to !== null && (needed.to === null || needed.to > defined.to)
        ? [{ from: defined.to + 1, to: needed.to }]
        : [];
    const gaps = [...below, ...above];
    if (gaps.length === 0) return [];
    const missing = gaps.map((gap) => show(gap, measure)).join('、');
    return [
      figureProblems.v5DefinitionGap({
        label,
        arithmetic: `口径为${show(defined, measure)}，要求覆盖${show(needed, measure)}，少${missing}`,
      }),
    ];
  },
};
