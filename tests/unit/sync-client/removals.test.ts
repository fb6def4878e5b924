import { beforeEach, describe, expect, it } from 'vitest';
import { FakeCounty, jsonReply } from '../../support/fake-county/fake-county';
import { addUnit, changeUnit, countyUnit, joinedDevice, unitOf } from '../../support/fake-county/fake-device';

let county: FakeCounty;
beforeEach(() => {
  county = new FakeCounty();
});

const held = async (count: number) => {
  const device = await joinedDevice(county);
  for (let i = 0; i < count; i++) county.create('units', countyUnit({ id: `u${i}`, name: `单位${i}` }));
  await device.engine.round();
  expect(device.register.table('units').all()).toHaveLength(count);
  return device;
};
const countOf = (device: { register: { table(name: 'units'): { all(): readonly unknown[] } } }) =>
  device.register.table('units').all().length;

describe('[GUARD-1] documents the county no longer shows', () => {
  it('go unasked while they are few', async () => {
    const device = await held(60);
    for (let i = 0; i < 20; i++) county.leave('units', `u${i}`);
    await device.engine.round();
    expect(countOf(device)).toBe(40);
    expect(device.engine.status.get()).toMatchObject({ removal: null, agreement: { isAgreed: true } });
  });

  it('stay and are asked about when they are many, and go after a yes', async () => {
    const device = await held(60);
    for (let i = 0; i < 30; i++) county.leave('units', `u${i}`);
    await device.engine.round();
    await device.engine.round();
    expect(countOf(device)).toBe(60);
    const { removal, agreement, problem } = device.engine.status.get();
    expect(removal).toMatchObject({ count: 30, total: 60 });
    expect(removal?.labels[0]).toBe('两新组织 单位0');
    expect(agreement?.isAgreed).toBe(false);
    expect(problem?.code).toBe('sync.removalNeedsYes');
    await device.engine.actions.answerRemoval('remove');
    await device.engine.round();
    expect(countOf(device)).toBe(30);
    expect(device.engine.status.get()).toMatchObject({
      removal: null,
      problem: null,
      agreement: { isAgreed: true },
    });
  });

  it('stay after a no, without asking for the list again and again; the question comes back a day later', async () => {
    const device = await held(60);
    for (let i = 0; i < 30; i++) county.leave('units', `u${i}`);
    await device.engine.round();
    await device.engine.actions.answerRemoval('keep');
    await device.engine.round();
    const asked = county.countOf('/agreement/units');
    await device.engine.round();
    expect(county.countOf('/agreement/units')).toBe(asked);
    expect(device.engine.status.get().removal).toBeNull();
    await device.timers.pass(25 * 3_600_000);
    await device.engine.round();
    expect(device.engine.status.get().removal).toMatchObject({ count: 30 });
    expect(countOf(device)).toBe(60);
  });

  it('go unasked and uncounted when they are deleted already, however many they are', async () => {
    const device = await held(60);
    const deletedAt = { from: null, to: '2026-03-01T00:00:00.000Z' };
    for (let i = 0; i < 30; i++) county.change('units', `u${i}`, { deletedAt });
    await device.engine.round();
    expect(countOf(device)).toBe(30);
    // Half of them are said to have left, half are merely not there any more; twenty that are not deleted leave with them.
    for (let i = 0; i < 15; i++) county.leave('units', `u${i}`);
    for (let i = 15; i < 30; i++) county.documents.delete(`units/u${i}`);
    for (let i = 30; i < 50; i++) county.leave('units', `u${i}`);
    await device.engine.round();
    expect(countOf(device)).toBe(10);
    expect(device.register.table('units').allIncludingDeleted()).toHaveLength(10);
    expect(device.engine.status.get()).toMatchObject({ removal: null, agreement: { isAgreed: true } });
  });

  it('are asked about without those that are deleted already', async () => {
    const device = await held(60);
    const deletedAt = { from: null, to: '2026-03-01T00:00:00.000Z' };
    for (let i = 0; i < 10; i++) county.change('units', `u${i}`, { deletedAt });
    await device.engine.round();
    for (let i = 0; i < 40; i++) county.leave('units', `u${i}`);
    await device.engine.round();
    expect(device.engine.status.get().removal).toMatchObject({ count: 30 });
    expect(device.register.table('units').allIncludingDeleted()).toHaveLength(50);
  });

  it('are not worn away a few at a time', async () => {
    const device = await held(60);
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 8; i++) county.leave('units', `u${round * 8 + i}`);
      // A county that never agrees: what it shows keeps shrinking.
      county.next('/agreement', () => Promise.reject(new Error('no answer')));
      await device.engine.round();
    }
    expect(countOf(device)).toBe(60 - 16);
    await device.engine.round();
    expect(device.engine.status.get().removal).toMatchObject({ count: 24 });
  });

  it('do not go because an empty county answers, and unsent edits never', async () => {
    const device = await held(60);
    await changeUnit(device, 'u1', { staff: 5 });
    const mine = await addUnit(device, { name: '只在本机' });
    county.documents.clear();
    await device.engine.round();
    // The one with a refused edit is among the few that may go; its edit is parked.
    expect(countOf(device)).toBe(60);
    expect(county.find('units', mine)).not.toBeNull();
    expect(device.register.table('conflicts').all()).toMatchObject([{ kind: 'parked', documentId: 'u1' }]);
    expect(device.engine.status.get().removal?.count).toBe(59);
  });
});

describe('[AGREE-3] device and county that differ', () => {
  it('are mended: missing and different documents are fetched, surplus ones removed', async () => {
    const device = await held(5);
    county.documents.delete('units/u0');
    const u1 = county.documents.get('units/u1')!;
    county.documents.set('units/u1', { ...u1, seq: 5, document: { ...u1.document, staff: 77 } });
    const made = countyUnit({ id: 'silent' });
    county.documents.set('units/silent', {
      collection: 'units',
      id: 'silent',
      seq: 4,
      document: { ...made, history: [], seq: 4 },
    });
    await device.engine.round();
    expect(unitOf(device, 'u0')).toBeUndefined();
    expect(unitOf(device, 'u1')?.staff).toBe(77);
    expect(unitOf(device, 'silent')).toBeDefined();
    expect(device.engine.status.get().agreement).toMatchObject({ isAgreed: true, count: 5 });
    expect(device.engine.status.get().agreement?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('[EPOCH-3] nothing is removed when the county began anew while its list was read', async () => {
    const device = await held(3);
    const restore = county.snapshot();
    const mine = await addUnit(device, { name: '备份之后' });
    await device.engine.round();
    county.documents.delete('units/u0');
    county.next('/agreement/units', (_request, pass) => {
      const { seq } = county;
      restore();
      // Even without the gap of EPOCH-2 nothing may be taken for removed.
      county.seq = seq;
      return Promise.resolve(pass());
    });
    await device.engine.round();
    expect(unitOf(device, mine)).toBeDefined();
    await device.engine.round();
    expect(county.find('units', mine)).not.toBeNull();
  });

  it('asks again instead of comparing with a county that has moved on', async () => {
    const device = await held(3);
    county.next('/agreement', (_request, pass) => {
      county.create('units', countyUnit({ id: 'late' }));
      return Promise.resolve(pass());
    });
    await device.engine.round();
    expect(unitOf(device, 'late')).toBeDefined();
    expect(county.countOf('/agreement/units')).toBe(0);
    expect(device.engine.status.get().agreement?.isAgreed).toBe(true);
  });

  it('does not trust a list of another moment', async () => {
    const device = await held(3);
    county.documents.delete('units/u0');
    county.next('/agreement/units', () => Promise.resolve(jsonReply(200, { through: 1, items: [] })));
    await device.engine.round();
    expect(countOf(device)).toBe(2);
  });
});
