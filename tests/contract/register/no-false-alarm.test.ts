// First: the database looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import '../../support/register/dev-mode';
import { readBackup, writeBackup } from '@renderer/data/backup';
import type { StartCheck } from '@renderer/data/fingerprints/start-check';
import type { OpenedRegister } from '@renderer/data/open-register';
import { finishRestore, restoreBackup } from '@renderer/data/restore-backup';
import type { TakeLead } from '@renderer/platform/take-lead';
import { describe, expect, it } from 'vitest';
import { breakingStorage } from '../../support/fake-county/breaking-storage';
import { accepted, countyItem } from '../../support/register/county-items';
import {
  alone,
  changeStaff,
  computer,
  foundAtNextStart,
  openGuarded,
  ordinaryDay,
} from '../../support/register/guarded-register';
import { testSealer } from '../../support/register/test-keys';
import { addOffice, addUnit, storages } from '../../support/register/test-register';

/** The county has everything, so that it may take it away again. */
async function takenByCounty({ county, table }: OpenedRegister) {
  const edits = await county.nextEdits(10);
  const items = table('units')
    .all()
    .map((one) => countyItem(one, 7));
  await county.takeAnswers(edits, accepted(edits, 7, items), true);
  return items;
}

describe('no false alarm', () => {
  it('after an ordinary start, with every record compared', async () => {
    const on = computer();
    await ordinaryDay(on);
    const { register, checked } = await openGuarded(on);
    expect(await checked).toMatchObject({ count: 4, sameCount: 4, findings: [] });
    expect(register.startCheck.get()).toEqual(await checked);
  });

  it('after an import was taken back, a record deleted, and steps undone', async () => {
    const on = computer();
    const [id = ''] = await ordinaryDay(on);
    const { register, checked } = await openGuarded(on);
    await checked;
    const rows = ['新一', '新二'].map((name) => ({
      op: 'create' as const,
      collection: 'units' as const,
      draft: { unitType: 'enterprise' as const, name, townshipId: 'town-1', status: 'operating' as const },
    }));
    await register.commit(rows, { label: '导入', batchId: 'b1' });
    expect(await register.takeBackBatch('b1', { label: '撤销导入' })).toMatchObject({ status: 'saved' });
    await register.commit([{ op: 'delete', collection: 'units', id }], { label: '删除' });
    await register.undo();
    await register.close();
    expect(await foundAtNextStart(on)).toEqual([]);
  });

  it('after the county sent records, took some away and sent them again', async () => {
    const on = computer();
    const [id = ''] = await ordinaryDay(on);
    const { register, checked } = await openGuarded(on);
    await checked;
    const { county } = register;
    const items = await takenByCounty(register);
    expect(await county.takeItems([{ collection: 'units', id, seq: 8, document: null }], true)).toMatchObject(
      {
        removedCount: 1,
      },
    );
    await county.takeItems(
      items.filter((item) => item.id === id).map((item) => ({ ...item, seq: 9 })),
      true,
    );
    await register.close();
    expect(await foundAtNextStart(on)).toEqual([]);
  });

  it('after a restore, finished or put through after a cut, and after the register was emptied', async () => {
    const on = computer();
    const [id = ''] = await ordinaryDay(on);
    const disk = breakingStorage(storages.dexie());
    const target = { name: on.name, storage: disk.storage, sealer: await testSealer() };
    const { register } = await openGuarded({ ...on, storage: disk.storage });
    const read = readBackup(writeBackup(register.snapshot(), '2026-03-03T00:00:00.000Z'));
    if ('problem' in read) throw new Error(read.problem.text);
    await changeStaff(register, id, 5);
    await addUnit(register, { name: '后来的公司' });
    expect(await restoreBackup(register, read.backup, target)).toBeNull();
    expect(await foundAtNextStart(on)).toEqual([]);
    const again = await openGuarded({ ...on, storage: disk.storage });
    await again.checked;
    disk.arm(9, 'dies');
    expect((await restoreBackup(again.register, read.backup, target))?.code).toBe('backup.leftHalf');
    disk.heal();
    expect(await finishRestore(target, { side: 'after', journal: on.journal })).toBeNull();
    expect(await foundAtNextStart(on)).toEqual([]);
    const last = await openGuarded(on);
    await last.checked;
    await last.register.clear();
    expect(last.register.startCheck.get()).toBeNull();
    await last.register.close();
    expect(await foundAtNextStart(on)).toEqual([]);
  }, 60_000);

  it('when the process dies at any write: of a save, of a removal for good, or of taking down', async () => {
    for (let at = 1; ; at++) {
      const on = computer();
      const [first = '', second = ''] = await ordinaryDay(on);
      const disk = breakingStorage(storages.dexie());
      const { register, checked } = await openGuarded({ ...on, storage: disk.storage });
      await checked;
      await takenByCounty(register);
      disk.arm(at, 'diesAfter');
      await changeStaff(register, first, 5).catch(() => {});
      await addUnit(register, { name: '后来的公司' }).catch(() => {});
      const { county } = register;
      await county.remove([{ collection: 'units', id: second }]).catch(() => {});
      await register.clear().catch(() => {});
      await register.close();
      const isThrough = disk.count < at;
      disk.heal();
      expect(await foundAtNextStart(on), `died after write ${at}`).toEqual([]);
      if (isThrough) return expect(at).toBeGreaterThan(6);
    }
  }, 240_000);
});

/** Windows of one computer in the order they asked. */
function queueOfWindows(): TakeLead {
  const waiting: (() => void)[] = [];
  return (_name, begin) => {
    waiting.push(begin);
    if (waiting.length === 1) begin();
    return () => {
      const wasLeading = waiting[0] === begin;
      waiting.splice(waiting.indexOf(begin), 1);
      if (wasLeading) waiting[0]?.();
    };
  };
}

describe('two windows', () => {
  it('one checks, the other sees what it found and follows when the first closes; what both write is no loss', async () => {
    const on = { ...computer(), lead: queueOfWindows(), collections: ['units', 'settings'] as const };
    const first = await openGuarded(on);
    await first.checked;
    const secondChecks: StartCheck[] = [];
    const second = await openGuarded({ ...on, guard: { onChecked: (check) => secondChecks.push(check) } });
    await addOffice(second.register);
    const id = await addUnit(second.register);
    await expect.poll(() => first.register.table('units').get(id)).toBeDefined();
    await changeStaff(first.register, id, 5);
    await expect.poll(() => second.register.table('units').get(id)?.staff).toBe(5);
    expect(second.register.startCheck.get()).toEqual(first.register.startCheck.get());
    expect(secondChecks).toEqual([]);
    await first.register.close();
    await expect.poll(() => secondChecks).toHaveLength(1);
    expect(second.register.startCheck.get()?.findings).toEqual([]);
    await second.register.close();
    expect(await foundAtNextStart({ ...on, lead: alone })).toEqual([]);
  });
});
