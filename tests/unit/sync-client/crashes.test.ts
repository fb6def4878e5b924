import { syncProblems } from '@shared/problems/sync-problems';
import { describe, expect, it } from 'vitest';
import { breakingStorage } from '../../support/fake-county/breaking-storage';
import { FakeCounty } from '../../support/fake-county/fake-county';
import {
  addUnit,
  changeUnit,
  countyUnit,
  type FakeDevice,
  joinedDevice,
  openFakeDevice,
  unitOf,
} from '../../support/fake-county/fake-device';
import { freshName, storages } from '../../support/register/test-register';

/**
 * A day's work meets everything at once: a new unit, a change of a known one that another office changed too, an edit the
 * county refuses, a document that leaves, and news.
 */
async function prepare(county: FakeCounty, device: FakeDevice) {
  const known = await addUnit(device, { id: 'known', staff: 1 });
  const leaving = await addUnit(device, { id: 'leaving' });
  await device.engine.round();
  await changeUnit(device, known, { staff: 2 });
  await addUnit(device, { id: 'fresh', name: '新办' });
  await changeUnit(device, 'fresh', { staff: 7 });
  await addUnit(device, { id: 'bad', name: '越界' });
  county.refused.set('bad', syncProblems.outsideScope({}));
  county.change('units', known, { staff: { from: 1, to: 9 }, remarks: { from: null, to: '已核' } });
  county.create('units', countyUnit({ id: 'news' }));
  county.leave('units', leaving);
}

/** What must hold once everything is quiet, whatever happened on the way. */
function expectConverged(county: FakeCounty, device: FakeDevice) {
  const { register, engine } = device;
  expect(engine.status.get()).toMatchObject({ unsentCount: 0, problem: null, agreement: { isAgreed: true } });
  expect(unitOf(device, 'known')).toMatchObject({ staff: 9, remarks: '已核', pending: [] });
  expect(unitOf(device, 'fresh')).toMatchObject({ staff: 7 });
  expect(unitOf(device, 'news')).toBeDefined();
  expect(unitOf(device, 'leaving')).toBeUndefined();
  expect(unitOf(device, 'bad')).toBeUndefined();
  const parked = register.table('conflicts').allIncludingDeleted();
  expect(parked).toMatchObject([{ kind: 'parked', documentId: 'bad', content: { name: '越界' } }]);
  for (const { id, document } of county.documents.values()) {
    if (document === null) continue;
    const editIds = (document['history'] as { editId: string }[]).map(({ editId }) => editId);
    expect(new Set(editIds).size).toBe(editIds.length);
    expect(unitOf(device, id)?.history.map(({ editId }) => editId)).toEqual(editIds);
  }
}

describe.each(['dies', 'diesAfter'] as const)('[REBASE-1][PULL-4][REJECT-1] a program that %s', (how) => {
  it('at any write or request of a round converges after a restart', async () => {
    for (let at = 1; ; at++) {
      const disk = breakingStorage(storages.dexie());
      const open = { name: freshName(), storage: disk.storage };
      const county = new FakeCounty();
      const first = await joinedDevice(county, { kind: 'dexie', open });
      await prepare(county, first);
      disk.arm(at, how);
      county.always = (_request, pass) => disk.through(() => Promise.resolve(pass()));
      await first.engine.round();
      const isThrough = disk.count < at;
      disk.heal();
      await first.engine.stop();
      await first.register.close();
      county.always = (_request, pass) => Promise.resolve(pass());
      const again = await openFakeDevice(county, { kind: 'dexie', open });
      await again.engine.round();
      await again.engine.round();
      expectConverged(county, again);
      await again.register.close();
      if (isThrough) {
        expect(at).toBeGreaterThan(12);
        return;
      }
    }
  }, 120_000);
});

it('[PULL-4] a write that fails once, whichever it is, is made good in the next round', async () => {
  for (let at = 1; ; at++) {
    const disk = breakingStorage(storages.memory());
    const county = new FakeCounty();
    const device = await joinedDevice(county, { open: { name: freshName(), storage: disk.storage } });
    await prepare(county, device);
    disk.arm(at, 'once');
    const end = await device.engine.round();
    const isThrough = disk.count < at;
    if (!isThrough)
      expect(device.engine.status.get().problem?.code ?? end.kind).toMatch(/data.diskFull|done/);
    disk.heal();
    await device.engine.round();
    expectConverged(county, device);
    await device.engine.stop();
    await device.register.close();
    if (isThrough) return;
  }
}, 120_000);
