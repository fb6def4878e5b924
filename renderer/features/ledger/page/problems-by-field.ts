import type { CellProblem } from '@renderer/components/data-grid/grid-types';
import type { Problem } from '@shared/problems/problem';
import { isGap } from '../fields/document-problems';

const ranks: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, question: 2, info: 3 };

export type FieldProblems = ReadonlyMap<string, CellProblem>;

const sorted = new WeakMap<readonly Problem[], FieldProblems>();
const none: FieldProblems = new Map();

/** By dotted path: the gravest problem of the field with the texts of all, gaps aside. The same map for the same problems. */
export function problemsByField(problems: readonly Problem[]): FieldProblems {
  if (problems.length === 0) return none;
  const known = sorted.get(problems) ?? sortByField(problems);
  sorted.set(problems, known);
  return known;
}

function sortByField(problems: readonly Problem[]): FieldProblems {
  const byField = new Map<string, CellProblem>();
  const gravestFirst = [...problems].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  for (const problem of gravestFirst) {
    const { field, severity, text } = problem;
    if (field === null || isGap(problem)) continue;
    const graver = byField.get(field);
    byField.set(field, graver ? { ...graver, text: `${graver.text}\n${text}` } : { severity, text });
  }
  return byField;
}
