// First: the database looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { type Backup, readBackup, writeBackup } from '@renderer/data/backup';
import type { RegisterStore } from '@renderer/data/register-store';
import { restoreBackup } from '@renderer/data/restore-backup';
import { describe, expect, it } from 'vitest';
import { addUnit, freshName, openTestRegister, storages } from '../../support/register/test-register';

const madeAt = '2026-11-21T02:00:00.000Z';

/** A register on disk with a corrected unit and a deleted one. */
async function openFilled() {
  const name = freshName();
  const storage = storages.dexie();
  const store = await openTestRegister('dexie', { name, storage });
  const kept = await addUnit(store, { name: '青溪纸业有限公司' });
  const deleted = await addUnit(store, { name: '白塔物流有限公司' });
  await store.commit([{ op: 'change', collection: 'units', id: kept, changes: { staff: 40 } }], {
    label: '修改从业人员',
  });
  await store.commit([{ op: 'delete', collection: 'units', id: deleted }], { label: '删除' });
  const reopen = () => openTestRegister('dexie', { name, storage });
  return { store, kept, deleted, target: { name, storage }, reopen };
}

function backupOf(store: RegisterStore): Backup {
  const read = readBackup(writeBackup(store.snapshot(), madeAt));
  if ('problem' in read) throw new Error(read.problem.text);
  return read.backup;
}

describe('a backup', () => {
  it('brings everything back: values, history, deleted records', async () => {
    const { store, kept, deleted, target, reopen } = await openFilled();
    const before = store.snapshot();
    const backup = backupOf(store);
    expect(backup).toMatchObject({ madeAt, count: 2 });
    await store.commit([{ op: 'change', collection: 'units', id: kept, changes: { staff: 7 } }], {
      label: '改错',
    });
    await addUnit(store, { name: '后来的公司' });
    const told: number[] = [];
    expect(await restoreBackup(store, backup, target, { onProgress: (done) => told.push(done) })).toBeNull();
    expect(told.at(-1)).toBe(2);
    const again = await reopen();
    expect(again.snapshot()).toEqual(before);
    expect(
      again
        .table('units')
        .get(kept)
        ?.pending.map((edit) => edit.op),
    ).toEqual(['create', 'change']);
    expect(again.table('units').get(deleted)).toBeUndefined();
    expect(again.table('units').getIncludingDeleted(deleted)?.deletedAt).not.toBeNull();
  });

  it('leaves what was there when it cannot be written', async () => {
    const { store, target, reopen } = await openFilled();
    const before = store.snapshot();
    const backup = backupOf(store);
    const [unit] = backup.register.units;
    if (!unit) throw new Error('no unit');
    // As if the disk turned a value bad after the file had been checked; the second of two units, so half is written.
    const bad = { ...unit, status: 'x' } as unknown as typeof unit;
    const broken = { ...backup, register: { ...backup.register, units: [unit, { ...bad, id: 'bad' }] } };
    expect((await restoreBackup(store, broken, target))?.code).toBe('backup.writeFailed');
    expect((await reopen()).snapshot()).toEqual(before);
  });
});

describe('a file that is no backup', () => {
  it.each([['not json'], ['{}'], ['[]'], ['{"format":"other","formatVersion":1,"documents":{}}']])(
    '%s is refused',
    (text) => expect(readBackup(text)).toMatchObject({ problem: { code: 'backup.notABackup' } }),
  );

  it('of a newer program is told apart from a wrong one', () => {
    const text = JSON.stringify({
      format: 'two-new-ledger-backup',
      formatVersion: 2,
      madeAt,
      documents: {},
    });
    expect(readBackup(text)).toMatchObject({ problem: { code: 'backup.newerFormat' } });
  });

  it('with a damaged record names the record', async () => {
    const store = await openTestRegister();
    await addUnit(store, { name: '青溪纸业有限公司' });
    const damaged = writeBackup(store.snapshot(), madeAt).replace('"enterprise"', '"enterprize"');
    const read = readBackup(damaged);
    expect(read).toMatchObject({ problem: { code: 'backup.damagedDocument' } });
    expect('problem' in read && read.problem.text).toContain('青溪纸业有限公司');
  });
});
