import type { Problem } from '@shared/problems/problem';

/** Carries the sentence a person reads. */
export class UpdateRefusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}
