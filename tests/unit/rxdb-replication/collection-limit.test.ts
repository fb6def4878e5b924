// A file of its own: the limit counts all open collections of the realm this runs in.
import { createRxDatabase, type RxError } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, it } from 'vitest';

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 10 } },
} as const;

it('E5: thirteen collections open at once, the fourteenth after a stall, the fifteenth not at all', async () => {
  const database = await createRxDatabase({
    name: 'limit',
    storage: getRxStorageMemory(),
    multiInstance: false,
  });
  const open = async (number: number): Promise<number> => {
    const startedAt = performance.now();
    await database.addCollections({ [`c${number}`]: { schema } });
    return performance.now() - startedAt;
  };
  for (let number = 1; number <= 13; number++) expect(await open(number)).toBeLessThan(1000);
  expect(await open(14)).toBeGreaterThan(1500);
  // The library's own errors carry a code.
  const error = await open(15).catch((thrown: unknown) => thrown as RxError);
  expect(error).toMatchObject({ code: 'COL23' });
  await database.close();
});
