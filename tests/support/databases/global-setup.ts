import type { TestProject } from 'vitest/node';
import { startTestDatabases, type TestDatabases } from './test-databases';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly testDatabases: TestDatabases;
  }
}

/** One PostgreSQL and one template of each kind for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...databases } = await startTestDatabases();
  project.provide('testDatabases', databases);
  return stop;
}
