import { readBackup, writeBackup } from '@renderer/data/backup';
import { historyOf } from '@renderer/data/history';
import { restoreBackup } from '@renderer/data/restore-backup';
import { receiptOf } from '@renderer/sync/status/receipt';
import { stateAt } from '@shared/domain/changes';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeCounty } from '../../support/fake-county/fake-county';
import {
  addUnit,
  changeUnit,
  countyUnit,
  fakeCollections,
  joinedDevice,
  openFakeDevice,
  unitOf,
} from '../../support/fake-county/fake-device';

let county: FakeCounty;
beforeEach(() => {
  county = new FakeCounty();
});

describe('a record and its receipt', () => {
  it('is unsent, then sent, then the county’s with number and time', async () => {
    const device = await joinedDevice(county);
    const id = await addUnit(device);
    const receipt = () => receiptOf('units', unitOf(device, id)!, device.engine.sentEdits.get());
    expect(receipt()).toEqual({ state: 'unsent', count: 1 });
    county.next('/push', (_request, pass) => {
      expect(receipt()).toEqual({ state: 'sent', count: 1 });
      return Promise.resolve(pass());
    });
    await device.engine.round();
    expect(receipt()).toEqual({ state: 'received', seq: 1, at: '2026-03-02T08:00:00.000Z' });
    await changeUnit(device, id, { staff: 2 });
    expect(receipt()).toEqual({ state: 'unsent', count: 1 });
    const [office] = device.register.table('settings').all();
    expect(receiptOf('settings', office!, new Set())).toBeNull();
  });

  it('tells its whole history, answered and not, and its state at any time', async () => {
    const device = await joinedDevice(county);
    const id = await addUnit(device, { staff: 1 });
    await changeUnit(device, id, { staff: 2 });
    await device.engine.round();
    await changeUnit(device, id, { staff: 3 });
    const unit = unitOf(device, id)!;
    expect([unit.history.length, unit.pending.length, unit.rev]).toEqual([2, 1, 3]);
    const lines = historyOf('units', unit, { nameOf: () => null });
    expect(lines.map(({ op, changes }) => [op, changes[0]?.to])).toEqual([
      ['change', '3人'],
      ['change', '2人'],
      ['create', undefined],
    ]);
    expect(stateAt(unit, unit.history[0]!.at).staff).toBe(1);
    expect(stateAt(unit, unit.history[1]!.at).staff).toBe(2);
    expect(unit.updatedAt).toBe(unit.pending[0]!.at);
    await device.register.undo();
    expect(unitOf(device, id)?.staff).toBe(2);
  });
});

describe('a backup', () => {
  it('knows nothing of the county, and put back on the same device it is brought up to date', async () => {
    const device = await joinedDevice(county);
    const mine = await addUnit(device, { staff: 1 });
    await device.engine.round();
    const text = writeBackup(device.register.snapshot(), '2026-03-02T08:00:00.000Z');
    expect(text).not.toMatch(/"t1"|"s1"|county\.test/);
    await changeUnit(device, mine, { staff: 2 });
    county.create('units', countyUnit({ id: 'later' }));
    await device.engine.round();
    const backup = readBackup(text);
    if ('problem' in backup) throw new Error(backup.problem.text);
    const target = { name: device.name, storage: device.storage, collections: fakeCollections };
    expect(await restoreBackup(device.register, backup.backup, target)).toBeNull();
    await device.engine.stop();
    const again = await openFakeDevice(county, { open: { name: device.name, storage: device.storage } });
    expect(again.engine.status.get()).toMatchObject({ link: 'offline', me: { name: '李晓' } });
    await again.engine.round();
    expect(unitOf(again, mine)).toMatchObject({ staff: 2, pending: [] });
    expect(unitOf(again, 'later')).toBeDefined();
    expect(again.engine.status.get()).toMatchObject({ unsentCount: 0, agreement: { isAgreed: true } });
  });

  it('an emptied register belongs to no county any more', async () => {
    const device = await joinedDevice(county);
    await addUnit(device);
    await device.engine.round();
    await device.register.clear();
    await device.engine.round();
    expect(device.engine.status.get()).toMatchObject({ link: 'alone', unsentCount: 0 });
    expect(device.register.table('units').allIncludingDeleted()).toEqual([]);
  });
});
