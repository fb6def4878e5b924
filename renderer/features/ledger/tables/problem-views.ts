/** The two lists every table has for looking after its records. */
import type { LedgerDocumentOf, LedgerViewDefinition, ViewContext } from './table-model';

interface Identified {
  readonly id: string;
}

/** Something is wrong or odd that nobody has explained yet. */
export const hasProblems = ({ id }: Identified, { problemCounts }: ViewContext): boolean =>
  (problemCounts.get(id)?.open ?? 0) > 0;

export const missingView: LedgerViewDefinition<LedgerDocumentOf> = {
  id: 'missing',
  label: '缺项',
  hint: '必填项目没有填齐的记录',
  isListed: ({ id }, { problemCounts }) => (problemCounts.get(id)?.gaps ?? 0) > 0,
};
