// First: the database looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import '../../support/register/dev-mode';
import { reportOf } from '@renderer/data/journal/check-report';
import { describe, expect, it } from 'vitest';
import { breakingStorage } from '../../support/fake-county/breaking-storage';
import { changeBehindTheBack } from '../../support/register/behind-the-back';
import {
  changeStaff,
  computer,
  foundAtNextStart,
  openGuarded,
  ordinaryDay,
} from '../../support/register/guarded-register';
import { rawDatabases } from '../../support/register/raw-database';
import { storages } from '../../support/register/test-register';

describe('damage behind the back of the program is found at the next start, without a click', () => {
  it('a record whose content was changed', async () => {
    const on = computer();
    const [id = ''] = await ordinaryDay(on);
    expect(await changeBehindTheBack(on.name, id, (stored) => ({ ...stored, staff: 999 }))).toBe(1);
    expect(await foundAtNextStart(on)).toEqual([{ kind: 'changed', collection: 'units', count: 1 }]);
  });

  it('a record that is gone, also one that is in no journal', async () => {
    const on = computer(null);
    const [id = ''] = await ordinaryDay(on);
    await changeBehindTheBack(on.name, id, null);
    expect(await foundAtNextStart(on)).toEqual([{ kind: 'missing', collection: 'units', count: 1 }]);
  });

  it('a record that no longer has the shape of one', async () => {
    const on = computer();
    const [id = ''] = await ordinaryDay(on);
    await changeBehindTheBack(on.name, id, (stored) => ({ ...stored, unitType: 17 }));
    expect(await foundAtNextStart(on)).toEqual(
      expect.arrayContaining([{ kind: 'misshapen', collection: 'units', count: 1 }]),
    );
  });

  it('a record that fell back to what it was some saves ago', async () => {
    const on = computer(null);
    const [id = ''] = await ordinaryDay(on);
    let early: Record<string, unknown> = {};
    await changeBehindTheBack(on.name, id, (stored) => {
      early = stored;
      return stored;
    });
    const { register } = await openGuarded(on);
    for (const staff of [4, 5]) await changeStaff(register, id, staff);
    await register.close();
    await changeBehindTheBack(on.name, id, () => early);
    expect(await foundAtNextStart(on)).toEqual([{ kind: 'older', collection: 'units', count: 1 }]);
  });

  it('is in the report until a person accepts it, and then no more', async () => {
    const on = computer(null);
    const [gone = '', changed = ''] = await ordinaryDay(on);
    await changeBehindTheBack(on.name, gone, null);
    await changeBehindTheBack(on.name, changed, (stored) => ({ ...stored, staff: 999 }));
    const { register, checked } = await openGuarded(on);
    await checked;
    const report = async () =>
      reportOf(await register.examine(), {
        atStart: null,
        startCheck: register.startCheck.get(),
        lastBackup: null,
        isKeyBesideDatabase: false,
      });
    const { lines, losses } = await report();
    expect(lines.find(({ title }) => title === '打开时自检')?.text).toContain('自动检查了 3 条');
    expect(lines.find(({ title }) => title === '内容核对')).toMatchObject({
      state: 'bad',
      text: expect.stringContaining('不见了：两新组织 1 条；内容变了：两新组织 1 条'),
    });
    await register.acceptAsFound(losses);
    expect((await report()).losses).toEqual([]);
    expect(register.startCheck.get()?.findings).toEqual([]);
    await register.close();
    expect(await foundAtNextStart(on)).toEqual([]);
  });

  it('what the journal brings back by 一键修复 is no loss any more, even if the process dies right then', async () => {
    const on = computer();
    const [id = ''] = await ordinaryDay(on);
    const before = await openGuarded(on);
    await before.checked;
    for (const staff of [4, 5]) await changeStaff(before.register, id, staff);
    await before.register.close();
    // A good start moves on in the journal; only then the record goes.
    expect(await foundAtNextStart(on)).toEqual([]);
    await changeBehindTheBack(on.name, id, null);
    const disk = breakingStorage(storages.dexie());
    const { register, checked } = await openGuarded({
      ...on,
      storage: disk.storage,
      guard: { quietMs: 60_000 },
    });
    expect((await checked).findings).toHaveLength(1);
    expect(await register.repair()).toMatchObject({ documentCount: 1, editCount: 3 });
    disk.arm(1, 'dies');
    await register.close();
    disk.heal();
    expect(await foundAtNextStart(on)).toEqual([]);
  });
});

it('what is taken down says nothing about anybody: it lies there sealed', async () => {
  const on = computer();
  await ordinaryDay(on);
  const raw = await rawDatabases(on.name);
  expect(raw).toContain('fingerprints/units/');
  expect(raw).not.toContain('"prints"');
});
