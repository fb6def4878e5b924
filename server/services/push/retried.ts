import { QueryError } from '../../db/database';

/** Codes of PostgreSQL for "somebody else was faster": unique violation, deadlock, serialization failure. */
const passing: ReadonlySet<string> = new Set(['23505', '40P01', '40001']);
const maxTries = 5;

/** Does a whole transaction again when it failed only because another one came first. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const isPassing = error instanceof QueryError && passing.has(error.code);
      if (!isPassing || tries === maxTries) throw error;
    }
  }
}
