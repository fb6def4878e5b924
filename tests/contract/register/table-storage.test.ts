import 'fake-indexeddb/auto';
import '../../support/register/dev-mode';
import { openDatabase } from '@renderer/data/storage/open-database';
import { tableStorageOf } from '@renderer/data/storage/table-storage';
import { generateUnits } from '@shared/demo/generate-county';
import { registerOf } from '@shared/demo/register-of';
import type { LedgerDocument } from '@shared/domain/document';
import type { RxCollection } from 'rxdb';
import { expect, it, vi } from 'vitest';
import { freshName, type StorageKind, storages } from '../../support/register/test-register';

const kinds = Object.keys(storages) as StorageKind[];
// Before anything is spied on.
const { commit: commitOfBrowser } = IDBTransaction.prototype;

it.each(kinds)('reads every document once, page by page, sent or not, on %s', async (kind) => {
  const database = await openDatabase({
    name: freshName(),
    storage: storages[kind](),
    collections: ['units'],
  });
  // The storage looks only at what every document has.
  const storage = tableStorageOf(database.units as unknown as RxCollection<LedgerDocument>, null);
  const { units } = registerOf({ units: generateUnits(250, 3, '2026-01-01') }, '2026-01-01T00:00:00.000Z');
  const documents = units.map((unit, i) => ({ ...unit, isPending: i % 3 === 0 }));
  await storage.write(documents.map((next) => ({ previous: null, next })));
  const pages: number[] = [];
  const ids: string[] = [];
  for await (const page of storage.readPages(50)) {
    pages.push(page.length);
    ids.push(...page.map((row) => row.id));
  }
  expect(ids.toSorted()).toEqual(documents.map((one) => one.id).toSorted());
  expect(Math.max(...pages)).toBe(50);
  await database.close();
});

it('tells a refused document from a written one', async () => {
  const database = await openDatabase({
    name: freshName(),
    storage: storages.memory(),
    collections: ['units'],
  });
  const storage = tableStorageOf(database.units as unknown as RxCollection<LedgerDocument>, null);
  const { units } = registerOf({ units: generateUnits(2, 3, '2026-01-01') }, '2026-01-01T00:00:00.000Z');
  const [good, bad] = [units[0]!, { ...units[1]!, staff: -1 }];
  const outcome = await storage.write([good, bad].map((next) => ({ previous: null, next })));
  expect(outcome.written.map((row) => row.id)).toEqual([good.id]);
  expect(outcome.refused).toMatchObject([{ id: bad.id }]);
  const again = await storage.write([{ previous: null, next: { ...good, rev: 7 } }]);
  expect(again.written).toEqual([]);
  expect(again.conflicts).toMatchObject([{ id: good.id, document: { id: good.id } }]);
  await database.close();
});

it('a document saved alone commits without waiting for the answer to its put, several do not', async () => {
  const database = await openDatabase({
    name: freshName(),
    storage: storages.dexie(),
    collections: ['units'],
  });
  const storage = tableStorageOf(database.units as unknown as RxCollection<LedgerDocument>, null);
  const { units } = registerOf({ units: generateUnits(3, 3, '2026-01-01') }, '2026-01-01T00:00:00.000Z');
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  // By itself the browser commits, too, when everything is answered.
  let earlyCount = 0;
  const commit = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (
    this: IDBTransaction,
  ) {
    const request = put.mock.results.at(-1)?.value as IDBRequest | undefined;
    if (request?.readyState === 'pending') earlyCount += 1;
    commitOfBrowser.call(this);
  });
  const write = (some: typeof units) => storage.write(some.map((next) => ({ previous: null, next })));
  expect((await write(units.slice(0, 1))).written).toHaveLength(1);
  expect(earlyCount).toBe(1);
  expect((await write(units.slice(1))).written).toHaveLength(2);
  expect(earlyCount).toBe(1);
  put.mockRestore();
  commit.mockRestore();
  expect(await storage.readRows(units.map(({ id }) => id))).toHaveLength(3);
  await database.close();
});
