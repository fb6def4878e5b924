/** What the server's commands share: plain sentences instead of stack traces, and an orderly end. */
import type { Problem } from '@shared/problems/problem';
import { DatabaseProblem } from './db/database-problem';
import { Refusal } from './services/refusal';

/** Runs a command. A known problem is said in its sentence; anything else is a fault of the program and shown whole. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    process.stderr.write(`${problem.text}\n`);
    process.exitCode = 1;
  }
}

const problemOf = (error: unknown): Problem | null =>
  error instanceof DatabaseProblem || error instanceof Refusal ? error.problem : null;

/** Stops once, whichever signal comes; a second one means "now". */
export function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
