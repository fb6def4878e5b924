import { FactsStore } from '@renderer/data/figures/facts-store';
import type { Operation } from '@renderer/data/register-store';
import { countOwnRecords, loadDemo, removeDemo, startBlank } from '@renderer/data/start';
import { demoSeed, generateDemoCounty } from '@shared/demo/generate-county';
import { collectionNames } from '@shared/domain/collections';
import { buildRelations } from '@shared/figures/build-relations';
import { deriveAllFacts } from '@shared/figures/derive-unit-facts';
import { rulesOn } from '@shared/rules/rule-set-on';
import { describe, expect, it } from 'vitest';
import {
  addUnit,
  freshName,
  openTestRegister,
  type StorageKind,
  storages,
} from '../../support/register/test-register';

describe('a blank register', () => {
  it('has the office and its places', async () => {
    const store = await openTestRegister();
    const result = await startBlank(store, {
      officeName: '青溪镇党建办',
      countyName: '青澜县',
      townshipName: '青溪镇',
      villages: ['东河村', ' 上塘村 ', '', '东河村'],
    });
    expect(result.status).toBe('saved');
    const orgUnits = store.table('orgUnits').all();
    const township = orgUnits.find((one) => one.level === 'township')!;
    expect(orgUnits.map((one) => [one.level, one.name, one.parentId === township.id])).toEqual([
      ['county', '青澜县', false],
      ['township', '青溪镇', false],
      ['village', '东河村', true],
      ['village', '上塘村', true],
    ]);
    expect(orgUnits.every((one) => one.orgUnitId === one.id)).toBe(true);
    expect(store.table('settings').all()).toMatchObject([
      {
        kind: 'office',
        name: '青溪镇党建办',
        homeOrgUnitId: township.id,
        orgUnitId: township.id,
        isDemo: false,
      },
    ]);
    expect(store.undoState.get().canUndo).toBe(false);
  });
});

describe('the demo county', () => {
  it('is saved as a whole, followed by the facts, and taken out again', async () => {
    const store = await openTestRegister();
    const facts = new FactsStore(store, () => new Promise((resolve) => setTimeout(resolve)));
    facts.connect();
    const progress: number[] = [];
    expect(await loadDemo(store, (done) => progress.push(done))).toMatchObject({ status: 'saved' });
    expect(store.table('units').all().length).toBeGreaterThan(1200);
    expect(progress.at(-1)).toBeGreaterThan(10_000);
    expect(progress.length).toBeGreaterThan(50);
    expect(store.table('settings').all()[0]).toMatchObject({ kind: 'office', isDemo: true, source: 'demo' });
    expect(countOwnRecords(store)).toBe(0);

    const asOf = facts.view.get().asOf;
    const relations = buildRelations(store.snapshot());
    const recounted = deriveAllFacts({ relations, ...rulesOn(relations, asOf), asOf });
    for (let i = 0; i < 500 && facts.view.get().facts.size < recounted.size; i++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(Object.fromEntries(facts.view.get().facts)).toEqual(Object.fromEntries(recounted));

    expect(await removeDemo(store)).toEqual({ status: 'cleared' });
    for (const name of collectionNames) expect(store.table(name).allIncludingDeleted()).toEqual([]);
  }, 60_000);

  it('goes, but own records stay with the places they belong to', async () => {
    const store = await openTestRegister();
    const county = generateDemoCounty(demoSeed, '2026-03-01');
    const someOfIt = (['orgUnits', 'settings', 'units', 'partyOrgs'] as const).flatMap((collection) =>
      county[collection].map(
        // Every list holds drafts of its own collection.
        (draft) => ({ op: 'create', collection, draft: { ...draft, source: 'demo' } }) as Operation,
      ),
    );
    await store.commit(someOfIt, { label: '载入演示数据', isUndoable: false });
    const village = store
      .table('orgUnits')
      .all()
      .find((one) => one.level === 'village')!;
    const id = await addUnit(store, { townshipId: village.parentId!, siteIds: [village.id] });
    expect(countOwnRecords(store)).toBe(1);
    expect(await removeDemo(store)).toMatchObject({ status: 'removed', ownCount: 1 });
    expect(
      store
        .table('units')
        .all()
        .map((unit) => unit.id),
    ).toEqual([id]);
    expect(store.table('partyOrgs').all()).toEqual([]);
    expect(
      store
        .table('orgUnits')
        .all()
        .map((one) => one.level),
    ).toEqual(['county', 'township', 'village']);
    expect(store.table('settings').all()).toMatchObject([{ kind: 'office', isDemo: false }]);
    expect(await store.undo()).toBe('移除演示数据');
    expect(store.table('units').all().length).toBeGreaterThan(1200);
  }, 120_000);
});

describe.each(Object.keys(storages) as StorageKind[])('clearing on %s', (kind) => {
  it('leaves a working, empty register that takes the same ids again', async () => {
    const name = freshName();
    const storage = storages[kind]();
    const store = await openTestRegister(kind, { name, storage });
    for (let i = 0; i < 3; i++) await addUnit(store, { id: `u${i}`, name: `单位${i}` });
    await store.commit([{ op: 'change', collection: 'units', id: 'u0', changes: { staff: 2 } }], {
      label: '改',
    });
    await store.clear();
    expect(store.table('units').allIncludingDeleted()).toEqual([]);
    expect(store.undoState.get().canUndo).toBe(false);
    expect(await store.undo()).toBeNull();
    await addUnit(store, { id: 'u0', name: '重新录入' });
    expect(store.table('units').get('u0')).toMatchObject({ name: '重新录入', rev: 0, staff: null });
    await store.commit([{ op: 'change', collection: 'units', id: 'u0', changes: { staff: 5 } }], {
      label: '改',
    });
    expect(store.table('units').get('u0')).toMatchObject({ staff: 5, rev: 1 });
  });
});

it('clearing takes the content off the disk, not only out of sight', async () => {
  const name = freshName();
  const store = await openTestRegister('dexie', { name });
  for (let i = 0; i < 3; i++) await addUnit(store);
  expect(await countRows(name)).toBe(3);
  await store.clear();
  expect(await countRows(name)).toBe(0);
  await store.close();
  const again = await openTestRegister('dexie', { name });
  expect(again.table('units').allIncludingDeleted()).toEqual([]);
});

/** Documents of the register left in IndexedDB, marks of removed ones included. */
async function countRows(registerName: string): Promise<number> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const ofRegister = names.filter(
    (name) => name.includes(`${registerName}--`) && collectionNames.some((one) => name.endsWith(`--${one}`)),
  );
  let count = 0;
  for (const name of ofRegister) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const request = database.transaction('docs').objectStore('docs').count();
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    count += request.result;
    database.close();
  }
  return count;
}
