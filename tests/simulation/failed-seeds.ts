/** Simulations that failed once: they always run. Steps are kept, because a seed means others after any change to the plan. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseStep, type Step } from './plan/steps';

const schema = z.array(
  z.strictObject({
    seed: z.int(),
    database: z.enum(['pglite', 'postgres']).default('pglite'),
    storage: z.enum(['memory', 'dexie']).default('memory'),
    /** What went wrong, and where it was mended. */
    about: z.string(),
    steps: z.array(z.string()),
  }),
);

export interface FailedSeed extends Omit<z.infer<typeof schema>[number], 'steps'> {
  readonly steps: readonly Step[];
}

export const readFailedSeeds = (): FailedSeed[] =>
  schema
    .parse(JSON.parse(readFileSync(new URL('failed-seeds.json', import.meta.url), 'utf8')))
    .map((one) => ({ ...one, steps: one.steps.map(parseStep) }));
