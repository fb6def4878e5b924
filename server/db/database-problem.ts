import type { Problem } from '@shared/problems/problem';

/** Why the county's database cannot be opened, brought up to date, backed up or restored: told to an administrator. */
export class DatabaseProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    // These sentences name files and versions, never people.
    super(problem.text);
    this.name = 'DatabaseProblem';
    this.problem = problem;
  }
}
