import { fetchDocuments, listNumbers, readAgreement } from '@server/services/agreement/agreement';
import { listHeld, settleHeld } from '@server/services/held/settle-held';
import { readHistory } from '@server/services/history/document-history';
import { describe, expect, it } from 'vitest';
import { checkLog } from '../../support/county/check-log';
import { databaseKinds } from '../../support/databases/fresh-database';
import { creation, east, eastVillage, renaming, smallCounty, unitAt } from './small-county';

describe.each(databaseKinds)('drained devices on %s', (kind) => {
  const withHeld = async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [creation('units', unitAt(east, 'u1'))]);
    const drained = county.callerAt(east, 'clerk', { deviceState: 'draining' });
    const edits = [
      renaming('u1', '单位u1', '青溪机械厂'),
      renaming('u1', '没有过的名字', '南岭机械厂'),
      creation('units', { ...unitAt(east, 'bad'), name: '' }),
    ];
    const reply = await county.push(drained, edits, { epoch: 'an epoch long gone' });
    return { county, drained, edits, reply, ids: edits.map(({ edit }) => edit.editId) };
  };

  it('[DEVICE-2] deliver their edits into quarantine and are told nothing', async () => {
    const { county, reply, ids } = await withHeld();
    expect(reply).toEqual({
      epoch: county.epoch,
      answers: ids.map((editId) => ({ outcome: 'held', editId })),
      documents: [],
      serverTime: county.clock.now,
    });
    expect(await county.document('units', 'u1')).toMatchObject({ name: '单位u1', rev: 1 });
  });

  it('[DEVICE-2] [PUSH-2] may repeat what they sent, and hear of edits taken before', async () => {
    const { county, drained, edits, reply } = await withHeld();
    const known = creation('units', unitAt(east, 'u2'));
    await county.push(county.eastClerk, [known]);
    const again = await county.push(drained, [...edits, known]);
    expect(again.answers.slice(0, 3)).toEqual(reply.answers);
    expect(again.answers[3]).toMatchObject({ outcome: 'accepted' });
    expect((await listHeld(county.environment, county.organizer)).items).toHaveLength(3);
  });

  it('[DEVICE-2] read nothing', async () => {
    const { county, drained } = await withHeld();
    const { environment } = county;
    const readings = [
      () => county.pull(drained, { epoch: '' }),
      () => readAgreement(environment, drained),
      () => listNumbers(environment, drained, 'units'),
      () => fetchDocuments(environment, drained, { collection: 'units', ids: ['u1'] }),
      () => readHistory(environment, drained, { collection: 'units', id: 'u1' }),
    ];
    for (const read of readings)
      await expect(read()).rejects.toMatchObject({ problem: { code: 'account.deviceDraining' } });
  });

  it('[DEVICE-2] are settled by an organizer of their place', async () => {
    const { county, edits } = await withHeld();
    const { items } = await listHeld(county.environment, county.organizer);
    expect(items[0]).toMatchObject({
      editId: edits[0]?.edit.editId,
      collection: 'units',
      documentId: 'u1',
      by: '王芳',
      paths: ['name'],
    });
    await expect(listHeld(county.environment, county.eastClerk)).rejects.toMatchObject({
      problem: { code: 'account.notAllowed' },
    });
    const request = { action: 'accept' as const, editIds: ['e'] };
    for (const role of ['clerk', 'auditor', 'administrator'] as const)
      expect(() => settleHeld(county.environment, county.callerAt(county.id, role), request)).toThrow(
        'notAllowed',
      );
  });

  it('[DEVICE-2] accepts them through the code of every push, in the name of who accepts', async () => {
    const { county, ids } = await withHeld();
    const { answers, settled } = await settleHeld(county.environment, county.organizer, {
      action: 'accept',
      editIds: ids,
    });
    expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'conflicted', 'rejected']);
    expect(settled.toSorted()).toEqual(ids.slice(0, 2));
    expect(await county.document('units', 'u1')).toMatchObject({
      name: '青溪机械厂',
      history: [{}, { by: '王芳', sentBy: county.organizer.name }, {}],
    });
    // The one the register refuses keeps waiting for somebody to give it up.
    expect((await listHeld(county.environment, county.organizer)).items.map(({ editId }) => editId)).toEqual([
      ids[2],
    ]);
    const again = await settleHeld(county.environment, county.organizer, { action: 'accept', editIds: ids });
    expect(again).toMatchObject({ settled: [], answers: [{ outcome: 'rejected' }] });
    expect(await checkLog(county.environment.database, county.id)).toMatchObject({ isIntact: true });
  });

  it('[DEVICE-2] discards them with a reason that is kept', async () => {
    const { county, ids } = await withHeld();
    const request = { action: 'discard' as const, editIds: [...ids, 'not held'], reason: '已由新设备重报' };
    expect(await settleHeld(county.environment, county.organizer, request)).toEqual({
      settled: expect.arrayContaining(ids),
      answers: [],
    });
    const rows = await county.environment.database.query(
      'select outcome, reason, settled_by from held_edits where county_id = $1',
      [county.id],
    );
    expect(rows).toEqual(
      Array(3).fill({ outcome: 'discarded', reason: '已由新设备重报', settled_by: county.organizer.userId }),
    );
    expect((await listHeld(county.environment, county.organizer)).items).toEqual([]);
  });

  it('[SCOPE-3] leaves those of a device whose place is in no tree to the whole county', async () => {
    const { county, ids } = await withHeld();
    const there = county.callerAt(east, 'organizer');
    expect((await listHeld(county.environment, there)).items).toEqual([]);
    const discard = { action: 'discard' as const, editIds: ids, reason: '不是我们的' };
    expect((await settleHeld(county.environment, there, discard)).settled).toEqual([]);
    expect((await listHeld(county.environment, county.organizer)).items).toHaveLength(3);
  });

  it('[SCOPE-3] shows organizers of one place nothing of another', async () => {
    const { county, ids } = await withHeld();
    await county.environment.database.query(
      `insert into devices (county_id, device_id, name, org_unit_id, token_digest, state, enrolled_at)
       values ($1, $2, '东河镇旧电脑', $3, $4, 'draining', now())`,
      [county.id, county.eastClerk.deviceId, east, county.id],
    );
    const elsewhere = county.callerAt(eastVillage, 'organizer');
    expect((await listHeld(county.environment, elsewhere)).items).toEqual([]);
    expect(await settleHeld(county.environment, elsewhere, { action: 'accept', editIds: ids })).toEqual({
      settled: [],
      answers: [],
    });
    const there = county.callerAt(east, 'organizer');
    expect((await listHeld(county.environment, there)).items[0]).toMatchObject({
      deviceName: '东河镇旧电脑',
    });
  });
});
