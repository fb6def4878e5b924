import '../../support/register/dev-mode';
import { syncProblems } from '@shared/problems/sync-problems';
import type { EditAnswer, PushRequest } from '@shared/sync/messages';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeCounty, jsonReply, refusal } from '../../support/fake-county/fake-county';
import { addUnit, changeUnit, countyUnit, joinedDevice, unitOf } from '../../support/fake-county/fake-device';

let county: FakeCounty;
beforeEach(() => {
  county = new FakeCounty();
});

const lost = () => Promise.reject(new Error('no answer'));
describe('push', () => {
  it('[PUSH-2][REBASE-3] a lost reply and another edit lose neither', async () => {
    const device = await joinedDevice(county);
    const id = await addUnit(device, { staff: 1 });
    county.next('/push', async (_request, pass) => {
      pass();
      return lost();
    });
    expect(await device.engine.round()).toMatchObject({ kind: 'failed' });
    expect(device.engine.status.get()).toMatchObject({ link: 'offline', unsentCount: 1 });
    expect(device.engine.sentEdits.get().size).toBe(1);
    await changeUnit(device, id, { staff: 2 });
    expect(await device.engine.round()).toMatchObject({ kind: 'done' });
    expect(unitOf(device, id)).toMatchObject({ staff: 2, pending: [], isPending: false });
    expect(county.find('units', id)).toMatchObject({ staff: 2 });
    expect(unitOf(device, id)?.history.map((edit) => edit.op)).toEqual(['create', 'change']);
    expect(device.engine.sentEdits.get().size).toBe(0);
  });

  it('[REBASE-3] an edit found in the pulled history is answered', async () => {
    const device = await joinedDevice(county);
    const id = await addUnit(device, { staff: 1 });
    county.next(
      '/push',
      async (_request, pass) => {
        pass();
        return refusal(409, syncProblems.epochChanged({}));
      },
      (_request, pass) => Promise.resolve(pass()),
    );
    await device.engine.round();
    expect(unitOf(device, id)?.history).toHaveLength(1);
    expect(unitOf(device, id)?.pending).toEqual([]);
  });

  it('[PUSH-4][REJECT-1] one refused edit is parked once and delays no other', async () => {
    const device = await joinedDevice(county);
    const bad = await addUnit(device, { name: '越界公司' });
    const ids = await Promise.all(
      Array.from({ length: 99 }, (_, i) => addUnit(device, { name: `公司${i}` })),
    );
    county.refused.set(bad, syncProblems.outsideScope({}));
    await device.engine.round();
    expect(ids.every((id) => county.find('units', id) !== null)).toBe(true);
    expect(unitOf(device, bad)).toBeUndefined();
    expect(device.register.table('conflicts').all()).toMatchObject([
      { kind: 'parked', documentId: bad, content: { name: '越界公司' } },
    ]);
    county.create('units', countyUnit({ id: 'new', name: '新来的' }));
    await device.engine.round();
    expect(unitOf(device, 'new')?.name).toBe('新来的');
    expect(device.register.table('conflicts').all()).toHaveLength(1);
  });

  it('halves a batch that is too large, and sets aside the one document nobody can take', async () => {
    const device = await joinedDevice(county);
    const poisoned = await addUnit(device, { id: 'poison', name: '毒' });
    for (let i = 0; i < 9; i++) await addUnit(device, { name: `公司${i}` });
    county.always = (request, pass) =>
      request.body?.includes('"poison"') ? Promise.resolve(jsonReply(413, {})) : Promise.resolve(pass());
    expect(await device.engine.round()).toMatchObject({ kind: 'done' });
    expect(device.engine.status.get()).toMatchObject({ unsentCount: 1, link: 'online' });
    expect(device.engine.status.get().problem?.code).toBe('sync.tooLarge');
    expect(county.documents.size).toBe(9);
    county.always = (_request, pass) => Promise.resolve(pass());
    const tries = county.countOf('/push');
    await device.engine.round();
    expect(county.countOf('/push')).toBe(tries);
    await device.timers.pass(11 * 60_000);
    await device.engine.round();
    expect(unitOf(device, poisoned)?.seq).not.toBeNull();
    expect(device.engine.status.get()).toMatchObject({ unsentCount: 0 });
  });

  it('[PUSH-4] sets aside several documents the county fails with, and sends all others', async () => {
    const device = await joinedDevice(county);
    for (const id of ['bad-1', 'bad-2', 'bad-3']) await addUnit(device, { id, name: `${id}公司` });
    for (let i = 0; i < 7; i++) await addUnit(device, { name: `公司${i}` });
    county.always = (request, pass) =>
      request.body?.includes('"bad-')
        ? Promise.resolve(refusal(500, syncProblems.serverFailed({})))
        : Promise.resolve(pass());
    expect(await device.engine.round()).toMatchObject({ kind: 'done' });
    expect(device.engine.status.get()).toMatchObject({ unsentCount: 3, link: 'online' });
    expect(county.documents.size).toBe(7);
  });

  it('takes a county that fails with everything for out of order, and keeps all edits', async () => {
    const device = await joinedDevice(county);
    for (let i = 0; i < 4; i++) await addUnit(device, { name: `公司${i}` });
    county.always = (request, pass) =>
      request.method === 'POST'
        ? Promise.resolve(refusal(500, syncProblems.serverFailed({})))
        : Promise.resolve(pass());
    expect(await device.engine.round()).toMatchObject({ kind: 'failed' });
    expect(device.engine.status.get()).toMatchObject({ unsentCount: 4 });
    expect(device.engine.status.get().problem?.code).toBe('sync.serverFailed');
    county.always = (_request, pass) => Promise.resolve(pass());
    await device.engine.round();
    expect(device.engine.status.get()).toMatchObject({ unsentCount: 0 });
  });

  it('does not act on an answer that leaves an edit out', async () => {
    const device = await joinedDevice(county);
    await addUnit(device);
    await addUnit(device);
    county.next('/push', (_request, pass) => {
      const body = JSON.parse(pass().text) as { answers: EditAnswer[] };
      return Promise.resolve(jsonReply(200, { ...body, answers: body.answers.slice(1) }));
    });
    expect(await device.engine.round()).toMatchObject({ kind: 'failed' });
    expect(device.engine.status.get()).toMatchObject({ unsentCount: 2 });
    expect(device.engine.status.get().problem?.code).toBe('sync.unexpectedReply');
  });

  it('[PULL-7] an answer that comes with an older document waits for the present one', async () => {
    const device = await joinedDevice(county);
    const id = await addUnit(device, { staff: 1 });
    await device.engine.round();
    const old = unitOf(device, id)!;
    county.change('units', id, { remarks: { from: null, to: '已核' } });
    await device.engine.round();
    await changeUnit(device, id, { staff: 5 });
    county.next('/push', (_request, pass) => {
      const body = JSON.parse(pass().text) as { documents: { seq: number; document: unknown }[] };
      const { pending: _p, isPending: _i, ...document } = old;
      return Promise.resolve(
        jsonReply(200, { ...body, documents: [{ ...body.documents[0], seq: old.seq, document }] }),
      );
    });
    expect(await device.engine.round()).toMatchObject({ kind: 'done' });
    expect(unitOf(device, id)).toMatchObject({ staff: 5, remarks: '已核', pending: [] });
  });

  it('[PUSH-1] says how far it has pulled and by which clock it sends', async () => {
    const device = await joinedDevice(county);
    county.create('units', countyUnit({ id: 'x' }));
    await device.engine.round();
    await addUnit(device);
    await device.engine.round();
    const pushes = county.requests.filter(({ url }) => url.endsWith('/push'));
    const request = JSON.parse(pushes.at(-1)?.body ?? '') as PushRequest;
    expect(request).toMatchObject({ epoch: 'epoch-1', pulledThrough: 1, sentAt: '2026-03-02T08:00:00.000Z' });
  });
});
