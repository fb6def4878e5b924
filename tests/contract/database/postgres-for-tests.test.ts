import { expect, test } from 'vitest';
import { findPostgres } from '../../support/databases/postgres-binaries';
import { startPostgres } from '../../support/databases/postgres-server';

test('without an installed PostgreSQL the one from the packages runs, also for root', async () => {
  const server = await startPostgres(findPostgres([]));
  expect(server.version).toMatch(/^PostgreSQL 18\./);
  await server.stop();
});

test('without any, one sentence says what to install', () => {
  expect(() => findPostgres([], null)).toThrow(/没有找到可用的 PostgreSQL.*npm ci/);
});
