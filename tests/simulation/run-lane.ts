/** Runs simulations on one kind of database and storage, and turns a failure into something to work with. */
import type { Database } from '@server/db/database';
import { freshDatabase } from '../support/databases/fresh-database';
import type { TestDatabases } from '../support/databases/test-databases';
import { shrink } from './plan/shrink';
import { formatStep, type Step } from './plan/steps';
import { type Outcome, type SimulationOptions, simulate } from './simulate';
import type { StorageKind } from './world/device-disk';
import { buildPrograms, type Programs } from './world/device-realm';

export interface Lane {
  readonly database: Database['kind'];
  readonly storage: StorageKind;
}
export interface LaneRunner {
  run(seed: number, steps?: readonly Step[]): Promise<Outcome>;
  /** What a failed simulation tells: seed, what went wrong, and the shortest steps found that still fail. */
  report(seed: number, outcome: Outcome, maxRuns: number): Promise<string>;
  close(): Promise<void>;
}

let built: Promise<Programs> | null = null;

export async function openLane(
  { database: kind, storage }: Lane,
  from?: TestDatabases,
  more: Partial<Pick<SimulationOptions, 'devices' | 'steps'>> = {},
): Promise<LaneRunner> {
  built ??= buildPrograms();
  const programs = await built;
  const { database, dispose } = await freshDatabase(kind, from);
  const options: SimulationOptions = {
    ...more,
    database,
    programs,
    storage,
    isConcurrent: kind === 'postgres',
  };
  const run = (seed: number, steps?: readonly Step[]) => simulate(seed, options, steps);
  return {
    run,
    async report(seed, outcome, maxRuns) {
      const failsLikeThis = async (steps: readonly Step[]) => {
        const { problems } = await run(seed, steps);
        return problems.some((one) => kindOf(one) === kindOf(outcome.problems[0]));
      };
      const steps = await shrink(outcome.steps, failsLikeThis, maxRuns);
      const problems = outcome.problems.slice(0, 10).map((one) => one.slice(0, 1000));
      return [
        `seed ${seed} on ${kind} and ${storage}:`,
        ...problems,
        `with ${steps.length} of ${outcome.steps.length} steps:`,
        ...steps.map(formatStep),
        `for failed-seeds.json: ${JSON.stringify({ seed, steps: steps.map(formatStep) })}`,
      ].join('\n');
    },
    close: dispose,
  };
}

/** Rule or part of the story a problem belongs to; a shorter list must not fail for another reason. */
const kindOf = (problem: string | undefined): string => problem?.split(/[ :]/, 1)[0] ?? '';
