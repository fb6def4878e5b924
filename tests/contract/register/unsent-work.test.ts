// First: the database looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { type Backup, readBackup, writeBackup } from '@renderer/data/backup';
import { restoreBackup } from '@renderer/data/restore-backup';
import { unsentWorkOf } from '@renderer/data/unsent-work';
import { syncProblems } from '@shared/problems/sync-problems';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeCounty } from '../../support/fake-county/fake-county';
import {
  addUnit,
  changeUnit,
  type FakeDevice,
  joinedDevice,
  openFakeDevice,
  unitOf,
} from '../../support/fake-county/fake-device';

let county: FakeCounty;
beforeEach(() => {
  county = new FakeCounty();
});

const backupOf = ({ register }: FakeDevice): Backup => {
  const read = readBackup(writeBackup(register.snapshot(), '2026-03-02T08:00:00.000Z'));
  if ('problem' in read) throw new Error(read.problem.text);
  return read.backup;
};

/** Replaces the register of a device and opens it anew, as the page does. */
async function restored(device: FakeDevice, backup: Backup, isUnsentKept: boolean): Promise<FakeDevice> {
  expect(await restoreBackup(device.register, backup, device, { isUnsentKept })).toBeNull();
  await device.engine.stop();
  return openFakeDevice(county, { open: { name: device.name, storage: device.storage } });
}

/** A device at work: the county has one unit; after the backup two edits and a new unit wait, and one edit is parked. */
async function atWork() {
  const device = await joinedDevice(county, { kind: 'dexie' });
  const [sent, refused] = [await addUnit(device), await addUnit(device, { name: '白塔物流有限公司' })];
  await device.engine.round();
  const backup = backupOf(device);
  county.refused.set(refused, syncProblems.outsideScope({}));
  await changeUnit(device, refused, { staff: 9 });
  await device.engine.round();
  await changeUnit(device, sent, { staff: 40 });
  await changeUnit(device, sent, { remarks: '搬到人民路2号' });
  const fresh = await addUnit(device, { name: '红岭茶业有限公司' });
  return { device, backup, sent, fresh };
}

describe('[REBASE-3] a backup put back over work the county has not got', () => {
  it('counts that work, without what the county has and what stays on the device', async () => {
    const { device, backup } = await atWork();
    expect(unsentWorkOf(device.register.snapshot(), backup.register)).toEqual({
      editCount: 3,
      documentCount: 2,
      parkedCount: 1,
    });
    expect(unsentWorkOf(device.register.snapshot(), device.register.snapshot())).toEqual({
      editCount: 0,
      documentCount: 0,
      parkedCount: 0,
    });
  });

  it('keeps every edit as it was made, and the county gets it', async () => {
    const { device, backup, sent, fresh } = await atWork();
    const waiting = unitOf(device, sent)?.pending;
    const again = await restored(device, backup, true);
    expect(unitOf(again, sent)).toMatchObject({ staff: 40, remarks: '搬到人民路2号', pending: waiting });
    expect(unitOf(again, fresh)?.name).toBe('红岭茶业有限公司');
    expect(again.engine.status.get().unsentCount).toBe(3);
    expect(again.register.table('conflicts').all()).toMatchObject([{ kind: 'parked', state: 'open' }]);
    await again.engine.round();
    expect(county.find('units', sent)).toMatchObject({ staff: 40, remarks: '搬到人民路2号' });
    expect(county.find('units', fresh)).not.toBeNull();
    expect(again.engine.status.get()).toMatchObject({ unsentCount: 0, agreement: { isAgreed: true } });
    await again.engine.stop();
  });

  it('gives it up only when told to', async () => {
    const { device, backup, sent, fresh } = await atWork();
    const again = await restored(device, backup, false);
    expect(unitOf(again, sent)).toMatchObject({ staff: null, pending: [] });
    expect(unitOf(again, fresh)).toBeUndefined();
    await again.engine.stop();
  });

  it('does not bring back an edit the backup already holds', async () => {
    const device = await joinedDevice(county, { kind: 'dexie' });
    const id = await addUnit(device);
    await changeUnit(device, id, { staff: 40 });
    const again = await restored(device, backupOf(device), true);
    expect(unitOf(again, id)?.pending).toHaveLength(2);
    await again.engine.stop();
  });
});
