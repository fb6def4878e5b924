// First: the database is looked for when RxDB is loaded.
import 'fake-indexeddb/auto';
import { openLocalMemory } from '@renderer/data/storage/local-memory';
import { openDatabase } from '@renderer/data/storage/open-database';
import { describe, expect, it } from 'vitest';
import { rawDatabases } from '../../support/register/raw-database';
import { testSealer } from '../../support/register/test-keys';
import { freshName, openTestRegister, storages } from '../../support/register/test-register';

const token = 'session-token-of-the-clerk';
const remembered = { sessionToken: token, setAside: { other: { sessionToken: `${token}-2` } } };

describe('what sync remembers', () => {
  it('lies sealed on the disk where the register has a key, and is there after a restart', async () => {
    const name = freshName();
    const options = { name, sealer: await testSealer() };
    const register = await openTestRegister('dexie', options);
    await register.county.memory.change(() => remembered);
    await register.county.memory.change((now) => ({ ...now, lastContactAt: '2026-11-21' }));
    const raw = await rawDatabases(name);
    expect(raw).toContain('"sealed"');
    for (const secret of [token, 'sessionToken', 'lastContactAt']) expect(raw).not.toContain(secret);
    await register.close();
    const again = await openTestRegister('dexie', options);
    expect(again.county.memory.get()).toEqual({ ...remembered, lastContactAt: '2026-11-21' });
  });

  it('that lies there plain is sealed at the next start, and nothing of it is lost', async () => {
    const name = freshName();
    const database = await openDatabase({ name, storage: storages.dexie() });
    await (await openLocalMemory(database, 'county')).change(() => remembered);
    await database.close();
    expect(await rawDatabases(`rxdb-dexie-${name}`)).toContain(token);
    const register = await openTestRegister('dexie', { name, sealer: await testSealer() });
    expect(register.county.memory.get()).toEqual(remembered);
    // Its own databases: messages between windows pass through others here, and the first one was plain.
    expect(await rawDatabases(`rxdb-dexie-${name}`)).not.toContain(token);
  });

  it('changes of several places at once build on each other, and every one hears the last', async () => {
    const name = freshName();
    const database = await openDatabase({ name, storage: storages.memory() });
    const sealer = await testSealer();
    const [one, two] = [
      await openLocalMemory(database, 'county', sealer),
      await openLocalMemory(database, 'county', sealer),
    ];
    const add = (now: Readonly<Record<string, unknown>> | null) => ({
      count: Number(now?.['count'] ?? 0) + 1,
    });
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : two).change(add)));
    expect(one.get()).toEqual({ count: 20 });
    await expect.poll(() => two.get()).toEqual({ count: 20 });
    await database.close();
  });

  it('stays as it is where the page cannot encrypt', async () => {
    const name = freshName();
    const register = await openTestRegister('dexie', { name });
    await register.county.memory.change(() => remembered);
    expect(await rawDatabases(name)).toContain(token);
  });
});
