import '../../support/register/dev-mode';
import { syncMemoryOf } from '@renderer/sync/sync-memory';
import type { DocumentOf } from '@shared/domain/collections';
import { syncProblems } from '@shared/problems/sync-problems';
import { modelVersion } from '@shared/sync/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { breakingStorage } from '../../support/fake-county/breaking-storage';
import { FakeCounty, type Fault, jsonReply } from '../../support/fake-county/fake-county';
import {
  addUnit,
  changeUnit,
  countyUnit,
  joinedDevice,
  openFakeDevice,
  unitOf,
} from '../../support/fake-county/fake-device';
import { freshName, storages } from '../../support/register/test-register';

let county: FakeCounty;
beforeEach(() => {
  county = new FakeCounty();
});

const lost = () => Promise.reject(new Error('no answer'));
const parkedEditOf = (conflict: DocumentOf<'conflicts'> | undefined) => {
  if (conflict?.kind !== 'parked') throw new Error('nothing is parked');
  return conflict.edit;
};

describe('pull', () => {
  it('[PULL-3] a page of nothing moves the checkpoint', async () => {
    const device = await joinedDevice(county);
    county.seq = 900;
    await device.engine.round();
    expect(device.register.county.memory.get()).toMatchObject({ checkpoint: { through: 900 } });
  });

  it('[PULL-3] a short page with a newer checkpoint is read on, to the end', async () => {
    const device = await joinedDevice(county);
    county.create('units', countyUnit({ id: 'a' }));
    county.create('units', countyUnit({ id: 'b' }));
    county.pageSize = 1;
    county.next('/changes', () =>
      Promise.resolve(
        jsonReply(200, {
          kind: 'page',
          items: [],
          through: 1,
          isDone: false,
          total: null,
          serverTime: '2026-03-02T08:00:00.000Z',
        }),
      ),
    );
    // The page that left `a` out was a lie; comparing finds it (AGREE-3).
    await device.engine.round();
    expect(unitOf(device, 'a')).toBeDefined();
    expect(unitOf(device, 'b')).toBeDefined();
    expect(device.engine.status.get().agreement).toMatchObject({ isAgreed: true, count: 2 });
  });

  it('[PULL-3] a first page that counts documents and shows none is asked for again', async () => {
    const device = await joinedDevice(county);
    county.create('units', countyUnit({ id: 'a' }));
    await device.engine.round();
    const memory = syncMemoryOf(device.register.county.memory);
    // The program was replaced, and reads everything once more.
    await device.register.county.memory.change((now) => ({ ...now, model: modelVersion - 1 }));
    const nothing = { kind: 'page', items: [], through: 1, isDone: true, total: 1 };
    const serverTime = '2026-03-02T08:00:00.000Z';
    county.next('/changes', () => Promise.resolve(jsonReply(200, { ...nothing, serverTime })));
    await device.engine.round();
    expect(memory.get()?.checkpoint?.through).toBe(0);
    await device.engine.round();
    expect(memory.get()?.checkpoint?.through).toBe(1);
  });

  it('[PULL-4] the checkpoint stays while a document of the page is not stored', async () => {
    const disk = breakingStorage(storages.memory());
    const device = await joinedDevice(county, { open: { name: freshName(), storage: disk.storage } });
    for (const id of ['a', 'b', 'c']) county.create('units', countyUnit({ id }));
    county.pageSize = 1;
    for (let at = 1; unitOf(device, 'c') === undefined; at++) {
      disk.arm(at, 'once');
      county.next('/agreement', lost);
      await device.engine.round();
      const memory = syncMemoryOf(device.register.county.memory).get();
      const stored = ['a', 'b', 'c'].filter((id) => unitOf(device, id) !== undefined).length;
      expect(memory?.checkpoint?.through).toBeLessThanOrEqual(stored);
    }
    expect(disk.count).toBeGreaterThan(0);
  });

  it('[PULL-4] the next page is asked for while one is stored, each once, and none behind the last', async () => {
    const device = await joinedDevice(county);
    for (const id of ['a', 'b', 'c']) county.create('units', countyUnit({ id }));
    county.pageSize = 1;
    const asked = county.countOf('/changes');
    const storedWhenAsked: boolean[] = [];
    const look: Fault = async (_request, pass) => {
      storedWhenAsked.push(unitOf(device, 'a') !== undefined);
      return pass();
    };
    county.next('/changes', look, look);
    await device.engine.round();
    expect(storedWhenAsked).toEqual([false, false]);
    expect(county.countOf('/changes') - asked).toBe(3);
    expect(unitOf(device, 'c')).toBeDefined();
  });

  it('[PULL-4] a page asked for ahead is left when another window has read further meanwhile', async () => {
    const device = await joinedDevice(county);
    for (const id of ['a', 'b', 'c', 'd']) county.create('units', countyUnit({ id }));
    county.pageSize = 1;
    const readFurther: Fault = async (_request, pass) => {
      const memory = syncMemoryOf(device.register.county.memory);
      await memory.change(
        (now) => now && { ...now, checkpoint: now.checkpoint && { ...now.checkpoint, through: 3 } },
      );
      return pass();
    };
    const asIs: Fault = async (_request, pass) => pass();
    county.next('/changes', asIs, readFurther);
    county.next('/agreement', lost);
    await device.engine.round();
    expect(['a', 'b', 'c', 'd'].map((id) => unitOf(device, id) !== undefined)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('[PULL-5][PULL-7] an older page after a newer one, and a page twice, change nothing', async () => {
    const device = await joinedDevice(county);
    county.create('units', countyUnit({ id: 'a', staff: 1 }));
    const old = [...county.documents.values()].map((one) => ({ ...one }));
    county.change('units', 'a', { staff: { from: 1, to: 2 } });
    await device.engine.round();
    const before = unitOf(device, 'a');
    const page = (items: unknown[]) => () =>
      Promise.resolve(
        jsonReply(200, {
          kind: 'page',
          items,
          through: 2,
          isDone: true,
          total: null,
          serverTime: '2026-03-02T08:00:00.000Z',
        }),
      );
    county.next('/changes', page(old));
    await device.engine.round();
    county.next('/changes', page([...county.documents.values()]));
    await device.engine.round();
    expect(unitOf(device, 'a')).toBe(before);
  });

  it('[PULL-4] puts an unreadable document aside, counts it, and fetches it until it can', async () => {
    const device = await joinedDevice(county);
    county.create('units', { ...countyUnit({ id: 'odd' }), status: 'dissolving' });
    county.create('units', countyUnit({ id: 'fine' }));
    await device.engine.round();
    expect(unitOf(device, 'fine')).toBeDefined();
    expect(device.engine.status.get()).toMatchObject({ unreadableCount: 1, agreement: { isAgreed: false } });
    const asked = county.countOf('/agreement/units');
    await device.engine.round();
    expect(county.countOf('/agreement/units')).toBe(asked);
    const odd = county.documents.get('units/odd')!;
    county.documents.set('units/odd', { ...odd, document: { ...odd.document, status: 'operating' } });
    await device.timers.pass(11 * 60_000);
    await device.engine.round();
    expect(device.engine.status.get()).toMatchObject({ unreadableCount: 0, agreement: { isAgreed: true } });
  });

  it('says that records are missing until the first pull is done, not when it reads everything once more', async () => {
    county.pageSize = 1;
    for (const id of ['a', 'b', 'c']) county.create('units', countyUnit({ id }));
    const seen: (string | null)[] = [];
    const device = await openFakeDevice(county);
    const look = () =>
      seen.push(device.engine.status.get().partial?.text.match(/已接收 [^条]*条/)?.[0] ?? null);
    look();
    await device.engine.actions.enrol(county.url, 'code');
    await device.engine.actions.login('clerk', 'password');
    look();
    county.next(
      '/changes',
      (_request, pass) => Promise.resolve(pass()),
      (_request, pass) => Promise.resolve(pass()),
      lost,
    );
    await device.engine.round();
    look();
    await device.engine.round();
    look();
    expect(seen).toEqual([null, '已接收 0 条', '已接收 1 / 3 条', null]);
    expect(device.engine.status.get().lastPullCount).toBe(3);

    await syncMemoryOf(device.register.county.memory).change((now) => now && { ...now, model: 0 });
    county.next('/changes', (_request, pass) => Promise.resolve(pass()), lost);
    await device.engine.round();
    expect(device.engine.status.get()).toMatchObject({ progress: { done: 1 }, partial: null });
    county.scope = 'scope-2';
    county.next('/changes', (_request, pass) => Promise.resolve(pass()), lost);
    await device.engine.round();
    expect(device.engine.status.get().partial?.code).toBe('sync.firstPullUnderWay');
  });

  it('[SKEW-2] a newer version reads everything once more and puts waiting fields in their place', async () => {
    const device = await joinedDevice(county);
    county.create('units', { ...countyUnit({ id: 'x' }), colour: '红' });
    await device.engine.round();
    expect(unitOf(device, 'x')).toMatchObject({ ext: { colour: '红' } });
    // As the older version left it: it did not know remarks yet.
    const held = county.documents.get('units/x')!;
    county.documents.set('units/x', { ...held, document: { ...held.document, remarks: '后来才有的字段' } });
    const memory = syncMemoryOf(device.register.county.memory);
    await memory.change((now) => now && { ...now, model: 0 });
    await device.engine.round();
    expect(unitOf(device, 'x')).toMatchObject({ remarks: '后来才有的字段' });
    expect(memory.get()).toMatchObject({ model: modelVersion, fullPull: null, checkpoint: { through: 1 } });
  });

  it('[SCOPE-4] keeps a document that left until its edit is answered', async () => {
    const device = await joinedDevice(county);
    const id = await addUnit(device, { staff: 1 });
    await device.engine.round();
    await changeUnit(device, id, { staff: 2 });
    county.leave('units', id);
    county.next('/push', lost);
    await device.engine.round();
    expect(unitOf(device, id)?.pending).toHaveLength(1);
    county.refused.set(id, syncProblems.outsideScope({}));
    await device.engine.round();
    expect(unitOf(device, id)).toBeUndefined();
    expect(device.register.table('conflicts').all()).toMatchObject([
      { kind: 'parked', edit: { changes: { staff: { to: 2 } } } },
    ]);
  });
});

describe('another life of the county', () => {
  it('[EPOCH-3] offers again what the restore lost, and keeps what was not sent', async () => {
    const device = await joinedDevice(county);
    const [kept, gone] = [await addUnit(device, { staff: 1 }), await addUnit(device, { name: '失而复得' })];
    county.refused.set(gone, syncProblems.outsideScope({}));
    county.refused.clear();
    await device.engine.round();
    const restore = county.snapshot();
    await changeUnit(device, kept, { staff: 2 });
    const late = await addUnit(device, { name: '备份之后' });
    await device.engine.round();
    restore();
    await changeUnit(device, kept, { staff: 3 });
    await device.engine.round();
    for (const id of [kept, gone, late]) expect(county.find('units', id)).not.toBeNull();
    expect(county.find('units', kept)).toMatchObject({ staff: 3 });
    expect(unitOf(device, kept)).toMatchObject({ staff: 3, pending: [] });
    expect(unitOf(device, kept)?.history).toHaveLength(3);
    expect(device.engine.status.get().agreement).toMatchObject({ isAgreed: true, count: 3 });
  });

  it('[EPOCH-3] an edit refused here and taken from another device after all waits no longer', async () => {
    const device = await joinedDevice(county);
    const id = await addUnit(device, { staff: 1 });
    await device.engine.round();
    county.refused.set(id, syncProblems.outsideScope({}));
    await changeUnit(device, id, { staff: 2 });
    await device.engine.round();
    const [parked] = device.register.table('conflicts').all();
    expect(parked).toMatchObject({ kind: 'parked', state: 'open' });
    // Another device offered the same edit.
    county.take('units', id, [{ edit: parkedEditOf(parked), content: null }]);
    await device.engine.round();
    expect(unitOf(device, id)).toMatchObject({ staff: 2 });
    expect(device.register.table('conflicts').allIncludingDeleted()).toEqual([]);
  });

  it('[PULL-6][SCOPE-6] another scope is read from the beginning, with nothing lost', async () => {
    const device = await joinedDevice(county);
    const id = await addUnit(device);
    county.scope = 'scope-2';
    county.next('/push', lost);
    await device.engine.round();
    await device.engine.round();
    expect(county.find('units', id)).not.toBeNull();
    expect(device.register.county.memory.get()).toMatchObject({
      checkpoint: { scope: 'scope-2', through: 1 },
    });
  });
});
