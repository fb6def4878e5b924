import type { Problem } from '@shared/problems/problem';

export const codesOf = ({ problems }: { problems: readonly Problem[] }): string[] =>
  problems.map((problem) => problem.code);
