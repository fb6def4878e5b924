// First: the database looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { type Backup, readBackup, writeBackup } from '@renderer/data/backup';
import { restoreStageOf } from '@renderer/data/backups/restore-stage';
import { countUnsent, eraseRegister } from '@renderer/data/erase-register';
import type { RegisterStore } from '@renderer/data/register-store';
import { finishRestore, restoreBackup } from '@renderer/data/restore-backup';
import type { Sealer } from '@renderer/keys/sealer';
import { createKeyValueStore } from '@renderer/platform/key-value-store';
import { describe, expect, it } from 'vitest';
import { breakingStorage } from '../../support/fake-county/breaking-storage';
import { memoryJournal } from '../../support/register/memory-journal';
import { testSealer } from '../../support/register/test-keys';
import {
  addOffice,
  addUnit,
  freshName,
  openTestRegister,
  storages,
} from '../../support/register/test-register';

const madeAt = '2026-11-21T02:00:00.000Z';

function backupOf(store: RegisterStore): Backup {
  const read = readBackup(writeBackup(store.snapshot(), madeAt));
  if ('problem' in read) throw new Error(read.problem.text);
  return read.backup;
}

/** An office and three units in the backup; afterwards one of them was changed and another was added. */
async function atWork(sealer: Sealer | null) {
  const disk = breakingStorage(storages.dexie());
  const target = { name: freshName(), storage: disk.storage, ...(sealer ? { sealer } : {}) };
  const journal = memoryJournal();
  const open = () => openTestRegister('dexie', { ...target, journal });
  const store = await open();
  await addOffice(store);
  const first = await addUnit(store, { name: '青溪纸业有限公司' });
  for (const name of ['白塔物流有限公司', '红岭茶业有限公司']) await addUnit(store, { name });
  const backup = backupOf(store);
  await store.commit([{ op: 'change', collection: 'units', id: first, changes: { staff: 40 } }], {
    label: '修改从业人员',
  });
  await addUnit(store, { name: '后来的公司' });
  return { disk, target, journal, open, store, backup, before: store.snapshot() };
}

const facts = { backupMadeAt: madeAt, beforeCount: 5, afterCount: 4, unsentCount: 4 };

describe('a restore that dies at any write', () => {
  it.each([
    { side: 'before', isSealed: true },
    { side: 'after', isSealed: false },
  ] as const)(
    'is finished whole as the register $side it, sealed: $isSealed',
    async ({ side, isSealed }) => {
      const sealer = isSealed ? await testSealer() : null;
      for (let at = 1; ; at++) {
        const { disk, target, journal, open, store, backup, before } = await atWork(sealer);
        const stage = restoreStageOf(target.name);
        disk.arm(at, 'diesAfter');
        const problem = await restoreBackup(store, backup, target);
        disk.heal();
        if (disk.count < at) {
          expect(problem).toBeNull();
          expect(await stage.facts()).toBeNull();
          expect(at).toBe(5);
          return;
        }
        expect(problem?.code).toBe('backup.leftHalf');
        expect(await stage.facts()).toMatchObject(facts);
        expect(await countUnsent(target)).toBe(4);
        expect(await finishRestore(target, { side, journal })).toBeNull();
        expect(await stage.facts()).toBeNull();
        const again = await open();
        expect(again.snapshot()).toEqual(side === 'before' ? before : backup.register);
        await again.close();
      }
    },
    240_000,
  );
});

/** What gzip begins with. */
const gzipMark = [0x1f, 0x8b];

describe('what is laid down for a restore', () => {
  it('is laid down before anything is removed; without room for it nothing is touched', async () => {
    const { target, open, store, backup, before } = await atWork(null);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function refuse(this: IDBObjectStore, ...args) {
      if (this.name === 'stage') throw new DOMException('disk full', 'QuotaExceededError');
      return put.apply(this, args);
    };
    try {
      expect((await restoreBackup(store, backup, target))?.code).toBe('backup.notBegun');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await restoreStageOf(target.name).facts()).toBeNull();
    expect((await open()).snapshot()).toEqual(before);
  }, 240_000);

  it('that cannot be removed is said, the register is whole, and the same choice works once it can', async () => {
    const { disk, target, journal, open, store, backup } = await atWork(null);
    disk.arm(3, 'dies');
    await restoreBackup(store, backup, target);
    disk.heal();
    const remove = IDBObjectStore.prototype.delete;
    IDBObjectStore.prototype.delete = function refuse(this: IDBObjectStore, key) {
      if (this.name === 'stage') throw new DOMException('disk error', 'UnknownError');
      return remove.call(this, key);
    };
    try {
      expect((await finishRestore(target, { side: 'after', journal }))?.code).toBe('backup.stageStays');
    } finally {
      IDBObjectStore.prototype.delete = remove;
    }
    expect(await finishRestore(target, { side: 'after', journal })).toBeNull();
    expect(await restoreStageOf(target.name).facts()).toBeNull();
    expect((await open()).snapshot()).toEqual(backup.register);
  }, 240_000);

  it('survives a cut in the middle of finishing it, and holds nothing of anybody in the open', async () => {
    const { disk, target, journal, open, store, backup, before } = await atWork(await testSealer());
    disk.arm(3, 'dies');
    await restoreBackup(store, backup, target);
    disk.heal();
    disk.arm(2, 'dies');
    expect((await finishRestore(target, { side: 'after', journal }))?.code).toBe('backup.leftHalf');
    disk.heal();
    const found = await createKeyValueStore(`${target.name}-restore`, 'stage').get('restore');
    const { before: one, after: two, memory: three, ...inTheOpen } = found as Record<string, Uint8Array>;
    expect(JSON.stringify(inTheOpen)).not.toContain('青溪');
    for (const bytes of [one, two, three]) expect(gzipMark).not.toEqual([...(bytes ?? [])].slice(0, 2));
    expect(await finishRestore(target, { side: 'before', journal })).toBeNull();
    expect((await open()).snapshot()).toEqual(before);
  }, 240_000);

  it('that does not open any more says so and stays; emptying the computer takes it along', async () => {
    const { disk, target, store, backup } = await atWork(await testSealer());
    disk.arm(3, 'dies');
    await restoreBackup(store, backup, target);
    disk.heal();
    const foreign = { ...target, sealer: await testSealer(2) };
    const problem = await finishRestore(foreign, { side: 'after', journal: null });
    expect(problem?.code).toBe('backup.stageBroken');
    expect(await restoreStageOf(target.name).facts()).not.toBeNull();
    await eraseRegister(target);
    expect(await restoreStageOf(target.name).facts()).toBeNull();
  }, 240_000);

  it.each(['before', 'after'] as const)(
    'keeps %s when all else of it is damaged',
    async (side) => {
      const sealer = await testSealer();
      const { disk, target, journal, open, store, backup, before } = await atWork(sealer);
      disk.arm(3, 'dies');
      await restoreBackup(store, backup, target);
      disk.heal();
      const other = side === 'before' ? 'after' : 'before';
      const kept = createKeyValueStore(`${target.name}-restore`, 'stage');
      // The store gives back what was put, whatever the program thinks of it.
      const whole = (await kept.get('restore')) as Record<string, unknown>;
      await kept.put('restore', { ...whole, facts: { startedAt: 'never' }, [other]: null });
      const stage = restoreStageOf(target.name);
      expect(await stage.facts()).toBe('damaged');
      expect((await finishRestore(target, { side: other, journal }))?.code).toBe('backup.stageBroken');
      expect(await finishRestore(target, { side, journal })).toBeNull();
      expect(await stage.facts()).toBeNull();
      const again = await open();
      expect(again.snapshot()).toEqual(side === 'before' ? before : backup.register);
      await again.close();
    },
    240_000,
  );

  it('that the browser has lost half of is damaged; a disk that does not answer is asked again', async () => {
    const stage = restoreStageOf(freshName());
    const get = IDBObjectStore.prototype.get;
    const failing = (name: string) => () => {
      throw new DOMException('Failed to read large IndexedDB value', name);
    };
    try {
      IDBObjectStore.prototype.get = failing('DataError');
      expect(await stage.facts()).toBe('damaged');
      IDBObjectStore.prototype.get = failing('UnknownError');
      await expect(stage.facts()).rejects.toThrow('Failed to read');
    } finally {
      IDBObjectStore.prototype.get = get;
    }
  });
});
