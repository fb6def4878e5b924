import 'fake-indexeddb/auto';
import '../../support/register/dev-mode';
import { openDatabase } from '@renderer/data/storage/open-database';
import { tableStorageOf } from '@renderer/data/storage/table-storage';
import { generateUnits } from '@shared/demo/generate-county';
import { registerOf } from '@shared/demo/register-of';
import type { LedgerDocument } from '@shared/domain/document';
import type { RxCollection } from 'rxdb';
import { expect, it } from 'vitest';
import { freshName, type StorageKind, storages } from '../../support/register/test-register';

const kinds = Object.keys(storages) as StorageKind[];

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
