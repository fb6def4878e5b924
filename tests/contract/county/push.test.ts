import { pushEdits } from '@server/services/push/push-edits';
import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import {
  creation,
  east,
  eastVillage,
  newId,
  outcomeOf,
  placeBelow,
  renaming,
  smallCounty,
  unitAt,
  west,
} from './small-county';

describe.each(databaseKinds)('push on %s', (kind) => {
  it('[PUSH-3] answers every edit and numbers each changed document once', async () => {
    const county = await smallCounty(kind);
    const before = await county.lastNumber();
    const reply = await county.push(county.eastClerk, [
      creation('units', unitAt(east, 'u1')),
      renaming('u1', '单位u1', '青溪机械厂'),
      creation('units', unitAt(east, 'u2')),
    ]);
    const seqs = reply.answers.map((answer) => ('seq' in answer ? answer.seq : null));
    expect(seqs).toEqual([before + 1, before + 1, before + 2]);
    expect(await county.lastNumber()).toBe(before + 2);
  });

  it('[PUSH-5] carries the resulting document of every id, changed or not', async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [creation('units', unitAt(east, 'u1'))]);
    const reply = await county.push(county.eastClerk, [
      renaming('u1', '没有这个名字', '青溪机械厂'),
      renaming('nobody', 'a', 'b'),
      creation('units', { ...unitAt(east, 'bad'), name: '' }),
    ]);
    expect(reply.documents.map(({ id, document }) => [id, document?.['name'] ?? null])).toEqual([
      ['u1', '单位u1'],
      ['nobody', null],
      ['bad', null],
      [expect.any(String), null],
    ]);
    expect(reply.documents[3]).toMatchObject({ collection: 'conflicts', document: { state: 'open' } });
  });

  it('[PUSH-2] gives a repeated edit the answer it got before and changes nothing', async () => {
    const county = await smallCounty(kind);
    const edits = [
      creation('units', unitAt(east, 'u1')),
      renaming('u1', '别的名字', '青溪机械厂'),
      creation('units', { ...unitAt(east, 'bad'), name: '' }),
    ];
    const first = await county.push(county.eastClerk, edits);
    expect(first.answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'conflicted', 'rejected']);
    const last = await county.lastNumber();
    const again = await county.push(county.eastClerk, edits);
    expect(again.answers).toEqual(first.answers);
    expect(again.documents.find(({ id }) => id === 'u1')).toEqual(first.documents[0]);
    expect(await county.lastNumber()).toBe(last);
  });

  it('[PUSH-2] judges an edit that comes twice in one push once', async () => {
    const county = await smallCounty(kind);
    const edit = creation('units', unitAt(east, 'u1'));
    const reply = await county.push(county.eastClerk, [edit, edit]);
    expect(reply.answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(reply.documents).toHaveLength(1);
    expect(await county.document('units', 'u1')).toMatchObject({ rev: 1, history: [{ op: 'create' }] });
  });

  it('[PUSH-2] lets an edit refused to one person still come from somebody who may make it', async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [creation('units', unitAt(east, 'u1'))]);
    const edit = renaming('u1', '单位u1', '青溪机械厂');
    expect(await county.outcomes(county.westClerk, [edit])).toEqual(['rejected sync.outsideScope']);
    expect(await county.outcomes(county.eastClerk, [edit])).toEqual(['accepted']);
    // From then on it is a known edit for everybody.
    expect(await county.outcomes(county.organizer, [edit])).toEqual(['accepted']);
    expect(await county.outcomes(county.westClerk, [edit])).toEqual(['accepted']);
  });

  it('[PUSH-4] lets one bad edit delay none of a hundred', async () => {
    const county = await smallCounty(kind);
    const edits = Array.from({ length: 100 }, (_, index) => creation('units', unitAt(east, `u${index}`)));
    edits[40] = creation('units', { ...unitAt(east, 'u40'), status: 'nonsense' });
    const outcomes = await county.outcomes(county.eastClerk, edits);
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(99);
    expect(outcomes[40]).toBe('rejected sync.invalidDocument');
  });

  it('[PUSH-4] judges later edits of a document on their own changes', async () => {
    const county = await smallCounty(kind);
    const outcomes = await county.outcomes(county.eastClerk, [
      creation('units', unitAt(east, 'u1')),
      renaming('u1', '单位u1', ''),
      renaming('u1', '单位u1', '青溪机械厂'),
    ]);
    expect(outcomes).toEqual(['accepted', 'rejected sync.invalidDocument', 'accepted']);
    expect(await county.document('units', 'u1')).toMatchObject({ name: '青溪机械厂', rev: 2 });
  });

  it('[PUSH-1] takes a place and what lies in it in one push, in whatever order they come', async () => {
    const county = await smallCounty(kind);
    const outcomes = await county.outcomes(county.eastClerk, [
      creation('units', unitAt('grid-1', 'u1')),
      creation('orgUnits', placeBelow('village-new', 'grid-1', { level: 'grid' })),
      creation('orgUnits', placeBelow(east, 'village-new')),
    ]);
    expect(outcomes).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await county.newIds(county.callerAt('village-new'), 0)).toEqual(
      expect.arrayContaining(['village-new', 'grid-1', 'u1']),
    );
  });

  it('[PUSH-1] refuses what lies in a place the county does not take', async () => {
    const county = await smallCounty(kind);
    const outcomes = await county.outcomes(county.eastClerk, [
      creation('orgUnits', { ...placeBelow(east, 'village-new'), level: 'nonsense' }),
      creation('units', unitAt('village-new', 'u1')),
      creation('orgUnits', placeBelow('nowhere', 'village-lost')),
      creation('orgUnits', placeBelow('ring-b', 'ring-a')),
      creation('orgUnits', placeBelow('ring-a', 'ring-b')),
    ]);
    expect(outcomes).toEqual([
      'rejected sync.invalidDocument',
      'rejected sync.outsideScope',
      'rejected sync.outsideScope',
      'rejected sync.outsideScope',
      'rejected sync.outsideScope',
    ]);
  });

  it('[PUSH-6] keeps nothing of a push whose transaction fails', async () => {
    const county = await smallCounty(kind);
    const { database } = county.environment;
    // The last statement before the commit.
    const notify = () => Promise.reject(new Error('connection lost'));
    const failing = { ...county.environment, database: { ...database, notify } };
    const edits = [creation('units', unitAt(east, 'u1'))];
    const before = await county.lastNumber();
    await expect(pushEdits(failing, county.eastClerk, county.requestOf(edits))).rejects.toThrow(
      'connection lost',
    );
    expect(await county.document('units', 'u1')).toBeNull();
    expect(await county.lastNumber()).toBe(before);
    expect(await county.outcomes(county.eastClerk, edits)).toEqual(['accepted']);
  });

  it('[HORIZON-2] rejects edits of a document it does not have, and does not bring it back', async () => {
    const county = await smallCounty(kind);
    const made = creation('units', unitAt(east, 'u1'));
    await county.push(county.eastClerk, [made]);
    // What a purge leaves: the log, but not the document.
    await county.environment.database.query(`delete from documents where county_id = $1 and id = 'u1'`, [
      county.id,
    ]);
    const reply = await county.push(county.eastClerk, [made, renaming('u1', '单位u1', '青溪机械厂')]);
    expect(reply.answers.map(outcomeOf)).toEqual(['accepted', 'rejected sync.unknownDocument']);
    expect(reply.documents).toEqual([{ collection: 'units', id: 'u1', seq: 0, document: null }]);
    expect(await county.document('units', 'u1')).toBeNull();
  });

  it('[EPOCH-1] refuses edits made in another life of the database', async () => {
    const county = await smallCounty(kind);
    const edits = [creation('units', unitAt(east, 'u1'))];
    await expect(county.push(county.eastClerk, edits, { epoch: 'before the restore' })).rejects.toMatchObject(
      {
        problem: { code: 'sync.epochChanged' },
      },
    );
  });

  it('[SKEW-1] serves its own version and the one before, and tells others what to do', async () => {
    const county = await smallCounty(kind);
    const push = (versions: object) =>
      county.outcomes(county.eastClerk, [creation('units', unitAt(east))], versions);
    expect(await push({ model: 0, protocol: 0 })).toEqual(['accepted']);
    await expect(push({ model: 2 })).rejects.toMatchObject({ problem: { code: 'sync.serverTooOld' } });
    await expect(push({ protocol: -1 })).rejects.toMatchObject({ problem: { code: 'sync.updateNeeded' } });
  });

  it('[SKEW-4] takes edits of any clock and keeps both times', async () => {
    const county = await smallCounty(kind);
    const edit = creation('units', unitAt(east, 'u1'), { at: '2036-07-01T00:00:00.000Z' });
    const sentAt = '2016-01-01T00:00:00.000Z';
    expect(await county.outcomes(county.eastClerk, [edit], { sentAt })).toEqual(['accepted']);
    const [row] = await county.environment.database.query(
      'select sent_at, received_at from edits where county_id = $1 and edit_id = $2',
      [county.id, edit.edit.editId],
    );
    expect(row).toEqual({ sent_at: sentAt, received_at: county.clock.now });
    await expect(
      county.push(county.eastClerk, [edit], { sentAt: '2026-99-99T99:99:99Z' }),
    ).rejects.toMatchObject({ problem: { code: 'sync.malformed' } });
  });

  it('refuses ids the database cannot keep, and rejects such text edit by edit', async () => {
    const county = await smallCounty(kind);
    await expect(
      county.push(county.eastClerk, [creation('units', unitAt(east, 'u\u0000'))]),
    ).rejects.toMatchObject({ problem: { code: 'sync.malformed' } });
    const outcomes = await county.outcomes(county.eastClerk, [
      creation('units', unitAt(east, 'u1', { name: '零\u0000' })),
      creation('units', unitAt(east, 'u2', { name: '半个\ud83d字' })),
      creation('units', unitAt('\u0000', 'u3')),
      creation('units', unitAt(east, 'u4', { name: "'; drop table documents; -- 😀 \\u0000" })),
    ]);
    expect(outcomes).toEqual([
      'rejected sync.invalidDocument',
      'rejected sync.invalidDocument',
      'rejected sync.invalidDocument',
      'accepted',
    ]);
    const [item] = (await county.pullAll(county.eastClerk)).items.slice(-1);
    expect(item?.document?.['name']).toBe("'; drop table documents; -- 😀 \\u0000");
  });

  it('notes what a device last sent, for the county to see', async () => {
    const county = await smallCounty(kind);
    const { database } = county.environment;
    await database.query(
      `insert into devices (county_id, device_id, name, org_unit_id, token_digest, state, enrolled_at)
       values ($1, $2, '东河镇电脑', $3, $4, 'active', now())`,
      [county.id, county.eastClerk.deviceId, east, newId()],
    );
    await county.push(county.eastClerk, [creation('units', unitAt(eastVillage))], { pulledThrough: 4 });
    const [row] = await database.query(
      'select last_push_at, last_push_count, pulled_through from devices where county_id = $1',
      [county.id],
    );
    expect(row).toEqual({ last_push_at: county.clock.now, last_push_count: 1, pulled_through: 4 });
  });

  it('keeps counties in one database apart', async () => {
    const [one, other] = [await smallCounty(kind), await smallCounty(kind)];
    await one.push(one.eastClerk, [creation('units', unitAt(east, 'u1', { name: '甲县' }))]);
    await other.push(other.eastClerk, [creation('units', unitAt(west, 'u1'))]);
    await other.push(other.westClerk, [creation('units', unitAt(west, 'u1', { name: '乙县' }))]);
    expect(await one.document('units', 'u1')).toMatchObject({ name: '甲县', orgUnitId: east });
    expect(await other.document('units', 'u1')).toMatchObject({ name: '乙县', orgUnitId: west });
    expect(await one.newIds(one.westClerk, 0)).not.toContain('u1');
  });
});
