import { conflictSchema } from '@shared/domain/conflict';
import type { AnsweredEdit } from '@shared/domain/edit';
import type { PlainDocument } from '@shared/sync/apply-edit';
import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import {
  change,
  creation,
  east,
  eastVillage,
  openConflictAbout,
  placeBelow,
  renaming,
  type SmallCounty,
  smallCounty,
  unitAt,
  west,
} from './small-county';

const settling = (conflictId: string, choice: string, by = '周明') =>
  change(
    'conflicts',
    conflictId,
    {
      state: { from: 'open', to: 'settled' },
      choice: { from: null, to: choice },
      settledAt: { from: null, to: '2026-03-03T00:00:00.000Z' },
      settledBy: { from: null, to: by },
    },
    { by },
  );

async function withConflict(county: SmallCounty): Promise<{ id: string; document: PlainDocument }> {
  await county.push(county.eastClerk, [creation('units', unitAt(east, 'u1'))]);
  await county.push(county.eastClerk, [renaming('u1', '单位u1', '青溪机械厂', { by: '王芳' })]);
  const edit = renaming('u1', '单位u1', '南岭机械厂', { by: '周明' });
  const { answers } = await county.push(county.organizer, [edit]);
  const [answer] = answers;
  if (answer?.outcome !== 'conflicted') throw new Error('the edit was not put aside');
  const [id = ''] = answer.conflictIds;
  const document = await county.document('conflicts', id);
  if (document === null) throw new Error('the conflict is not in the register');
  return { id, document };
}

describe.each(databaseKinds)('conflicts on %s', (kind) => {
  it('[CONFLICT-1] become documents with the value before, both values, who and when', async () => {
    const county = await smallCounty(kind);
    const { id, document } = await withConflict(county);
    expect(conflictSchema.safeParse(document).error).toBeUndefined();
    expect(document).toMatchObject({
      id,
      kind: 'conflict',
      orgUnitId: east,
      documentCollection: 'units',
      documentId: 'u1',
      path: 'name',
      before: '单位u1',
      theirs: { value: '青溪机械厂', by: '王芳' },
      mine: { value: '南岭机械厂', by: '周明' },
      state: 'open',
      choice: null,
      createdBy: '县级',
      seq: await county.lastNumber(),
      history: [{ op: 'create', by: '县级', sentBy: '县级' }],
    });
  });

  it('[CONFLICT-1] makes one for each path and keeps all values in the history', async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [creation('units', unitAt(east, 'u1'))]);
    const { answers, documents } = await county.push(county.organizer, [
      change('units', 'u1', {
        name: { from: 'x', to: 'y' },
        remarks: { from: 'x', to: 'y' },
        status: { from: 'operating', to: 'suspended' },
      }),
    ]);
    expect(answers).toMatchObject([
      { outcome: 'conflicted', conflictIds: [expect.any(String), expect.any(String)] },
    ]);
    expect(documents.filter(({ collection }) => collection === 'conflicts')).toHaveLength(2);
    expect((await county.document('units', 'u1'))?.['history']).toMatchObject([
      {},
      {
        changes: { status: { to: 'suspended' } },
        kept: { name: { from: 'x', to: 'y' }, remarks: { from: 'x', to: 'y' } },
      },
    ]);
  });

  it('[CONFLICT-1] travel like any document of the org unit, and to nobody else', async () => {
    const county = await smallCounty(kind);
    const { id } = await withConflict(county);
    expect(await county.newIds(county.eastClerk, 0)).toContain(id);
    expect(await county.newIds(county.organizer, 0)).toContain(id);
    expect(await county.newIds(county.westClerk, 0)).not.toContain(id);
  });

  it('[CONFLICT-2] are settled by an edit of the document and one of the conflict', async () => {
    const county = await smallCounty(kind);
    const { id } = await withConflict(county);
    const edits = [renaming('u1', '青溪机械厂', '南岭机械厂'), settling(id, 'mine')];
    expect(await county.outcomes(county.eastClerk, edits)).toEqual(['accepted', 'accepted']);
    expect(await county.document('conflicts', id)).toMatchObject({ state: 'settled', choice: 'mine' });
    const [row] = await county.environment.database.query(
      'select is_open from conflicts where county_id = $1',
      [county.id],
    );
    expect(row).toEqual({ is_open: false });
  });

  it('[CONFLICT-2] conflict again when two people settle them differently', async () => {
    const county = await smallCounty(kind);
    const { id } = await withConflict(county);
    await county.push(county.eastClerk, [settling(id, 'mine', '王芳')]);
    expect(await county.outcomes(county.organizer, [settling(id, 'theirs', '周明')])).toEqual(['conflicted']);
    const open = (await county.pullAll(county.organizer)).items.filter(
      ({ collection, document }) => collection === 'conflicts' && document?.['state'] === 'open',
    );
    expect(open.map(({ document }) => [document?.['documentId'], document?.['path']])).toEqual([
      [id, 'choice'],
      [id, 'settledBy'],
    ]);
  });

  it('[CONFLICT-3] move along with their document, and so do conflicts about them', async () => {
    const county = await smallCounty(kind);
    const { id } = await withConflict(county);
    // A conflict about the conflict, while it stays open.
    const { answers } = await county.push(county.organizer, [
      change('conflicts', id, { choice: { from: 'other', to: 'mine' } }),
    ]);
    const [second = ''] = answers[0]?.outcome === 'conflicted' ? answers[0].conflictIds : [];
    const { through } = await county.pullAll(county.westClerk);
    const last = await county.lastNumber();
    await county.push(county.organizer, [change('units', 'u1', { orgUnitId: { from: east, to: west } })]);
    expect(await county.newIds(county.westClerk, through)).toEqual(['u1', id, second]);
    expect(await county.newIds(county.eastClerk, last)).toEqual(['-u1', `-${id}`, `-${second}`]);
    expect(await county.document('conflicts', id)).toMatchObject({ orgUnitId: west, rev: 3 });
  });

  it('[CONFLICT-3] move along when one push brings them back and moves their document', async () => {
    const county = await smallCounty(kind);
    await county.push(county.organizer, [creation('units', unitAt(east, 'u1'))]);
    const conflict = openConflictAbout('u1', east);
    const outcomes = await county.outcomes(county.organizer, [
      creation('conflicts', conflict),
      change('units', 'u1', { orgUnitId: { from: east, to: west } }),
    ]);
    expect(outcomes).toEqual(['accepted', 'accepted']);
    expect(await county.document('conflicts', String(conflict['id']))).toMatchObject({ orgUnitId: west });
  });

  it('[CONFLICT-3] stay where they are once settled, also when both happens in one push', async () => {
    const county = await smallCounty(kind);
    const { id } = await withConflict(county);
    await county.push(county.organizer, [
      change('units', 'u1', { orgUnitId: { from: east, to: west } }),
      settling(id, 'theirs'),
    ]);
    expect(await county.document('conflicts', id)).toMatchObject({ orgUnitId: east, state: 'settled' });
  });

  it('[CONFLICT-3] move along when somebody writes into them in the same push', async () => {
    const county = await smallCounty(kind);
    const { id } = await withConflict(county);
    const outcomes = await county.outcomes(county.organizer, [
      change('conflicts', id, { choice: { from: null, to: 'mine' } }),
      change('units', 'u1', { orgUnitId: { from: east, to: west } }),
    ]);
    expect(outcomes).toEqual(['accepted', 'accepted']);
    expect(await county.document('conflicts', id)).toMatchObject({ orgUnitId: west, choice: 'mine', rev: 3 });
  });

  it('[CONFLICT-1] of a place lie in that place', async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [
      creation('orgUnits', { ...placeBelow(east, 'village-new'), orgUnitId: 'anything' }),
    ]);
    const { documents } = await county.push(county.eastClerk, [
      change('orgUnits', 'village-new', { name: { from: 'x', to: 'y' } }),
    ]);
    expect(documents[1]).toMatchObject({ collection: 'conflicts', document: { orgUnitId: 'village-new' } });
  });

  it('[EPOCH-3] are found again after a restore as the same document', async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [creation('units', unitAt(eastVillage, 'u1'))]);
    await county.push(county.eastClerk, [renaming('u1', '单位u1', '青溪机械厂')]);
    const conflicting = renaming('u1', '单位u1', '南岭机械厂');
    const { answers } = await county.push(county.organizer, [conflicting]);
    const [id = ''] = answers[0]?.outcome === 'conflicted' ? answers[0].conflictIds : [];
    const known = await county.document('conflicts', id);
    // Only the county writes histories.
    const [made] = (known?.['history'] ?? []) as AnsweredEdit[];
    const editId = made?.editId ?? '';

    for (const isDeviceFirst of [true, false]) {
      const restored = await smallCounty(kind);
      await restored.push(restored.eastClerk, [creation('units', unitAt(eastVillage, 'u1'))]);
      await restored.push(restored.eastClerk, [renaming('u1', '单位u1', '青溪机械厂')]);
      // What a device holds of the lost time, offered again.
      const { history: _, seq: __, ...content } = known ?? {};
      const again = creation('conflicts', content, { editId });
      const offers = isDeviceFirst ? [again, conflicting] : [conflicting, again];
      for (const offer of offers)
        expect(['accepted', 'conflicted']).toContain(
          (await restored.outcomes(restored.organizer, [offer]))[0],
        );
      const found = (await restored.pullAll(restored.organizer)).items.filter(
        ({ collection }) => collection === 'conflicts',
      );
      expect(found.map((item) => item.id)).toEqual([id]);
    }
    const both = await smallCounty(kind);
    await both.push(both.eastClerk, [creation('units', unitAt(eastVillage, 'u1'))]);
    await both.push(both.eastClerk, [renaming('u1', '单位u1', '青溪机械厂')]);
    const { history: _, seq: __, ...content } = known ?? {};
    const offers = [conflicting, creation('conflicts', content, { editId })];
    expect(await both.outcomes(both.organizer, offers)).toEqual(['conflicted', 'accepted']);
  });
});
