/** V6: parts add up to their total; they are never forced to. */
import { figureProblems } from '@shared/problems/figure-problems';
import { type PrintedNumber, rangeOf, showPrinted } from './approximate';
import type { Named, Validator } from './validator';

export interface PartsAndTotal {
  readonly label: string;
  readonly parts: readonly Named[];
  readonly total: PrintedNumber;
}

export const partsTotal: Validator<PartsAndTotal> = {
  id: 'V6',
  label: '各项之和等于合计',
  check: ({ label, parts, total }) => {
    const sum = parts.reduce((before, part) => before + part.value, 0);
    const { min, max } = rangeOf(total);
    if (sum >= min && sum <= max) return [];
    const gap = sum < min ? min - sum : sum - max;
    const added = parts.map((part) => part.value).join('+') || '0';
    return [
      figureProblems.v6PartsNotTotal({
        label,
        arithmetic: `${added} = ${sum} ≠ ${showPrinted(total)}，差 ${gap}`,
      }),
    ];
  },
};
