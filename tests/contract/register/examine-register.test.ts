// First: the database looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { readBackup, writeBackup } from '@renderer/data/backup';
import { reportOf } from '@renderer/data/journal/check-report';
import type { RegisterStore } from '@renderer/data/register-store';
import { restoreBackup } from '@renderer/data/restore-backup';
import { openDatabase } from '@renderer/data/storage/open-database';
import { describe, expect, it } from 'vitest';
import { type MemoryJournal, memoryJournal } from '../../support/register/memory-journal';
import {
  addOffice,
  addUnit,
  freshName,
  openTestRegister,
  storages,
  testClock,
} from '../../support/register/test-register';

const at = '2026-03-01T00:00:00.000Z';

async function opened(journal: MemoryJournal, name = freshName()) {
  const register = await openTestRegister('dexie', { name, journal, storage: storages.dexie() });
  return { register, name };
}

const linesOf = async (
  register: RegisterStore,
  lastBackup: { madeAt: string; count: number } | null = null,
  isKeyBesideDatabase = false,
) => {
  const { lines, missingCount } = reportOf(await register.examine(), {
    atStart: register.selfCheck,
    startCheck: register.startCheck.get(),
    lastBackup,
    isKeyBesideDatabase,
  });
  return { missingCount, states: Object.fromEntries(lines.map(({ title, state }) => [title, state])), lines };
};

/** What a browser that loses single records leaves behind. */
async function loseFromDisk(name: string, id: string) {
  const database = await openDatabase({ name, storage: storages.dexie() });
  const [row] = await database.units.storageInstance.findDocumentsById([id], true);
  if (!row) throw new Error('nothing to lose');
  await database.units.storageInstance.bulkWrite(
    [{ previous: row, document: { ...row, _deleted: true, _rev: `9-${row._rev.slice(2)}` } }],
    'test',
  );
  await database.close();
}

describe('自检', () => {
  it('a sound register: every line good, counts and digests as they are', async () => {
    const { register } = await opened(memoryJournal());
    await addOffice(register);
    await addUnit(register);
    const { states, missingCount } = await linesOf(register, { madeAt: at, count: 2 });
    expect(states).toEqual({
      打开时自检: 'good',
      内容核对: 'good',
      台账数据库: 'good',
      数据结构: 'good',
      加密内容: 'good',
      修改日志: 'good',
      备份: 'good',
    });
    expect(missingCount).toBe(0);
    const { collections, journal } = await register.examine();
    expect(collections.find(({ collection }) => collection === 'units')).toMatchObject({
      count: 1,
      isShown: true,
    });
    expect(journal).toEqual({ editCount: 2, missingCount: 0, damagedCount: 0 });
  });

  it('a journal whose key would be lost with the database says so, and what to do', async () => {
    const { register } = await opened(memoryJournal());
    await addOffice(register);
    const { lines } = await linesOf(register, null, true);
    expect(lines.find(({ title }) => title === '修改日志')).toMatchObject({
      state: 'soon',
      text: expect.stringContaining('请到“设置 · 本机安全”设置口令'),
    });
  });

  it('a record that vanished after the last start: found by the whole journal, put back by one click, nothing else touched', async () => {
    const journal = memoryJournal();
    const first = await opened(journal);
    await addOffice(first.register);
    const lost = await addUnit(first.register, { name: '青溪纸业有限公司' });
    const kept = await addUnit(first.register, { name: '白塔物流有限公司' });
    await first.register.close();
    // A good start moves on in the journal; only then the record goes.
    const second = await opened(journal, first.name);
    await second.register.close();
    await loseFromDisk(first.name, lost);
    const third = await opened(journal, first.name);
    expect(third.register.table('units').get(lost)).toBeUndefined();
    const before = third.register.table('units').get(kept);
    expect(await linesOf(third.register)).toMatchObject({ missingCount: 1, states: { 修改日志: 'bad' } });
    expect(await third.register.repair()).toMatchObject({ editCount: 1, documentCount: 1, leftEdits: [] });
    expect(third.register.table('units').get(lost)).toMatchObject({
      name: '青溪纸业有限公司',
      isPending: true,
    });
    expect(third.register.table('units').get(kept)).toEqual(before);
    expect((await linesOf(third.register)).missingCount).toBe(0);
  });

  it('says what to make of backups that are old, from the future, or larger than the register', async () => {
    const { register } = await opened(memoryJournal());
    await addOffice(register);
    const stateOf = async (last: { madeAt: string; count: number } | null) =>
      (await linesOf(register, last)).lines.find(({ title }) => title === '备份');
    expect(await stateOf(null)).toMatchObject({
      state: 'soon',
      text: expect.stringContaining('还没有备份过'),
    });
    expect((await stateOf({ madeAt: '2026-02-01T00:00:00.000Z', count: 1 }))?.text).toContain('28 天前');
    expect((await stateOf({ madeAt: '2036-02-01T00:00:00.000Z', count: 1 }))?.text).toContain('时钟可能不对');
    expect((await stateOf({ madeAt: at, count: 4 }))?.text).toContain('少了 3 条');
  });

  it('edits without their record wait through a restore, and the backup brings the record they belong to', async () => {
    const journal = memoryJournal();
    const first = await opened(journal);
    await addOffice(first.register);
    const id = await addUnit(first.register, { name: '青溪纸业有限公司' });
    const read = readBackup(writeBackup(first.register.snapshot(), at));
    if ('problem' in read) throw new Error(read.problem.text);
    // The journal of that time is gone with its 90 days; the database is thrown away after one edit more.
    const begun = journal.text.length;
    await first.register.commit([{ op: 'change', collection: 'units', id, changes: { staff: 77 } }], {
      label: '修改',
    });
    await first.register.close();
    journal.text = journal.text.slice(begun);
    const second = await opened(journal);
    expect(second.register.selfCheck?.leftEdits).toHaveLength(1);
    const target = { name: second.name, storage: storages.dexie() };
    expect(await restoreBackup(second.register, read.backup, target)).toBeNull();
    const third = await opened(journal, second.name);
    expect(third.register.selfCheck).toMatchObject({ editCount: 1, leftEdits: [] });
    expect(third.register.table('units').get(id)).toMatchObject({ name: '青溪纸业有限公司', staff: 77 });
  });

  it('a clock ten years ahead, then ten years back, between the runs: the journal brings back all of it in its order', async () => {
    const journal = memoryJournal();
    const name = freshName();
    const openAt = (instant: string) =>
      openTestRegister('dexie', { name, journal, storage: storages.dexie(), now: testClock(instant).now });
    let id = '';
    for (const [index, instant] of ['2026-03-01', '2036-03-01', '2016-03-01', '2026-03-02'].entries()) {
      const register = await openAt(`${instant}T00:00:00.000Z`);
      if (index === 0) {
        await addOffice(register);
        id = await addUnit(register);
      }
      await register.commit([{ op: 'change', collection: 'units', id, changes: { staff: index + 1 } }], {
        label: '修改',
      });
      await register.close();
    }
    // The database is thrown away.
    const again = await opened(journal);
    expect(again.register.selfCheck).toMatchObject({ editCount: 6, leftEdits: [], damagedCount: 0 });
    const unit = again.register.table('units').get(id);
    expect(unit?.staff).toBe(4);
    expect(unit?.pending.map(({ at: instant }) => instant.slice(0, 4))).toEqual([
      '2026',
      '2026',
      '2036',
      '2016',
      '2026',
    ]);
  });
});
