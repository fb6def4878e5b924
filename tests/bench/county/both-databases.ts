/** Runs a part of the sync benches on the embedded database and on PostgreSQL. */
import { build } from '../../../scripts/bootstrap/build.mjs';
import { projectRoot } from '../../../scripts/bootstrap/project-root.mjs';
import { startPostgres } from '../../support/databases/postgres-server';
import { type BenchResult, spread } from '../bench-result';
import { embeddedPlaces, type Places, postgresPlaces } from './bench-county';

export async function onBothDatabases(
  measure: (places: Places) => Promise<readonly BenchResult[]>,
): Promise<readonly BenchResult[]> {
  await build(projectRoot, { onlyIfStale: true });
  const postgres = await startPostgres(undefined, { isDurable: true });
  const results: BenchResult[] = [];
  try {
    for (const places of [await embeddedPlaces(), await postgresPlaces(postgres.url)]) {
      results.push(...(await measure(places)));
      await places.dispose();
    }
  } finally {
    await postgres.stop();
  }
  return results;
}

export const result = (
  name: string,
  what: string,
  values: readonly number[],
  limit: { readonly what: string; readonly values: readonly number[]; readonly target?: number } | null,
): BenchResult => ({
  name: `sync.${name}`,
  what,
  unit: name.startsWith('memory') ? 'MB' : 'ms',
  value: spread(values).median,
  p95: values.length >= 20 ? spread(values).p95 : null,
  limit: limit && { what: limit.what, value: spread(limit.values).median },
  target: limit?.target === undefined ? null : limit.target * spread(limit.values).median,
});
