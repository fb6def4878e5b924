/** The sentence at the top of the overview. */
import type { FigureSet } from '@shared/figures/indicator';
import type { headlineFigures } from '@shared/insights/headline';
import { formatNumber } from '@shared/lib/format-number';

export type Headline = Pick<FigureSet, (typeof headlineFigures)[number]>;

/** One sentence for the head of the page: what is covered, and whether 全覆盖 may be said. */
export function describeState({ C1, C4 }: Pick<Headline, 'C1' | 'C4'>): string {
  if (C1.denominator === 0) return '这一天没有纳入统计的单位。';
  if (C4.numerator > 0)
    return `纳入统计 ${formatNumber(C1.denominator)} 户，还有 ${formatNumber(C4.numerator)} 户空白点，未达到全覆盖。`;
  const byWork = C1.denominator - C1.numerator;
  if (byWork > 0)
    return `纳入统计 ${formatNumber(C1.denominator)} 户，没有空白点，其中 ${formatNumber(byWork)} 户靠工作覆盖。`;
  return `纳入统计 ${formatNumber(C1.denominator)} 户，组织、工作全覆盖。`;
}
