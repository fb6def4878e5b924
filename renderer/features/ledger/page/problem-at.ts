import type { CellProblem } from '@renderer/components/data-grid/grid-types';
import type { Problem } from '@shared/problems/problem';
import { isGap } from '../fields/document-problems';

const ranks: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, question: 2, info: 3 };

/** The gravest problem at a field, gaps aside; null when there is none. */
export function problemAt(problems: readonly Problem[], path: string): CellProblem | null {
  const here = problems.filter((problem) => problem.field === path && !isGap(problem));
  const [first, ...others] = here.sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  if (first === undefined) return null;
  const texts = [first, ...others].map((problem) => problem.text);
  return { severity: first.severity, text: texts.join('\n') };
}
