import type { Problem } from '@shared/problems/problem';

/** A request the county does not fulfil, said as a problem of the catalogue. Every service may throw it. */
export class Refusal extends Error {
  readonly problem: Problem;
  /** When asking again may help; null = it will not. */
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    // The sentence may quote what a person typed, and messages of errors end up in logs: the code does not.
    super(problem.code);
    this.name = 'Refusal';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
