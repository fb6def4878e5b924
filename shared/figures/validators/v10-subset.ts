/** V10: a part is never larger than the whole it belongs to. */
import { figureProblems } from '@shared/problems/figure-problems';
import type { Named, Validator } from './validator';

export interface PartOfWhole {
  readonly part: Named;
  readonly whole: Named;
}

export const subset: Validator<PartOfWhole> = {
  id: 'V10',
  label: '部分不大于整体',
  check: ({ part, whole }) =>
    part.value <= whole.value
      ? []
      : [
          figureProblems.v10SubsetLarger({
            label: `${part.label}与${whole.label}`,
            arithmetic: `${part.value} > ${whole.value}，多 ${part.value - whole.value}`,
          }),
        ],
};
