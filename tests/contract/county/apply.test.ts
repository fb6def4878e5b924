import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import {
  change,
  contentOf,
  creation,
  east,
  eastVillage,
  renaming,
  smallCounty,
  unitAt,
} from './small-county';

/** The rules themselves are tested in unit/sync; here the county keeps to them, from request to stored document. */
describe.each(databaseKinds)('apply on %s', (kind) => {
  const withUnit = async () => {
    const county = await smallCounty(kind);
    await county.push(county.eastClerk, [creation('units', unitAt(east, 'u1', { staff: 20 }))]);
    return county;
  };

  it('[APPLY-1] [APPLY-4] merges what two offices change in different fields', async () => {
    const county = await withUnit();
    await county.push(county.eastClerk, [renaming('u1', '单位u1', '青溪机械厂')]);
    const edit = change('units', 'u1', { industryCode: { from: null, to: 'C34' } });
    const staff = change('units', 'u1', { remarks: { from: null, to: '青机' } });
    await county.push(county.organizer, [edit, staff]);
    expect(await county.document('units', 'u1')).toMatchObject({ name: '青溪机械厂', remarks: '青机' });
  });

  it('[APPLY-2] accepts a change the county has already, without a second effect', async () => {
    const county = await withUnit();
    await county.push(county.eastClerk, [renaming('u1', '单位u1', '青溪机械厂')]);
    expect(await county.outcomes(county.organizer, [renaming('u1', '单位u1', '青溪机械厂')])).toEqual([
      'accepted',
    ]);
    const document = await county.document('units', 'u1');
    expect(document).toMatchObject({ name: '青溪机械厂', rev: 3 });
    expect(document?.['history']).toMatchObject([{}, {}, { changes: {}, kept: {} }]);
  });

  it('[APPLY-3] keeps its value of a path two offices changed differently', async () => {
    const county = await withUnit();
    await county.push(county.eastClerk, [renaming('u1', '单位u1', '青溪机械厂')]);
    expect(await county.outcomes(county.organizer, [renaming('u1', '单位u1', '南岭机械厂')])).toEqual([
      'conflicted',
    ]);
    expect(await county.document('units', 'u1')).toMatchObject({ name: '青溪机械厂' });
  });

  it('[APPLY-6] accepts the same creation again and refuses another under the same id', async () => {
    const county = await withUnit();
    const same = unitAt(east, 'u1', { staff: 20 });
    expect(
      await county.outcomes(county.eastClerk, [
        creation('units', { ...same, rev: 7, updatedAt: '2026-03-01T09:00:00.000Z' }),
        creation('units', { ...same, name: '另一家' }),
      ]),
    ).toEqual(['accepted', 'rejected sync.idTaken']);
  });

  it('[APPLY-7] [EDIT-4] keeps a deleted document deleted until somebody undeletes it', async () => {
    const county = await withUnit();
    const at = '2026-03-02T00:00:00.000Z';
    const isDeleted = async () => {
      const [row] = await county.environment.database.query(
        `select is_deleted from documents where county_id = $1 and id = 'u1'`,
        [county.id],
      );
      return row?.['is_deleted'];
    };
    await county.push(county.eastClerk, [change('units', 'u1', { deletedAt: { from: null, to: at } })]);
    expect(await isDeleted()).toBe(true);
    await county.push(county.organizer, [renaming('u1', '单位u1', '青溪机械厂')]);
    expect(await county.document('units', 'u1')).toMatchObject({ name: '青溪机械厂', deletedAt: at });
    await county.push(county.eastClerk, [change('units', 'u1', { deletedAt: { from: at, to: null } })]);
    expect(await isDeleted()).toBe(false);
  });

  it('[APPLY-8] rejects the whole edit when the result would not satisfy the schema, naming the field', async () => {
    const county = await withUnit();
    const edit = change('units', 'u1', {
      name: { from: '单位u1', to: '青溪机械厂' },
      status: { from: 'operating', to: 'asleep' },
    });
    const { answers } = await county.push(county.eastClerk, [edit]);
    expect(answers).toMatchObject([
      { problem: { code: 'sync.invalidDocument', field: 'status', details: { label: '经营状态' } } },
    ]);
    expect(await county.document('units', 'u1')).toMatchObject({ name: '单位u1', status: 'operating' });
  });

  it('[APPLY-8] takes references to documents it does not have', async () => {
    const county = await withUnit();
    const record = contentOf('records', 'r1', east, {
      kind: 'visit',
      on: '2026-03-01',
      unitId: 'not-here-yet',
      byKind: 'instructor',
      by: '周明',
      mode: 'onSite',
    });
    expect(await county.outcomes(county.eastClerk, [creation('records', record)])).toEqual(['accepted']);
  });

  it('[APPLY-9] [HIST-1] keeps bookkeeping to itself, whatever a device claims', async () => {
    const county = await smallCounty(kind);
    const forged = {
      ...unitAt(east, 'u1'),
      seq: 99_999,
      rev: 40,
      history: [{ editId: 'forged', op: 'change', changes: {} }],
    };
    expect(
      await county.outcomes(county.eastClerk, [
        creation('units', forged),
        change('units', 'u1', { seq: { from: null, to: 5 } }),
        change('units', 'u1', { 'history.0.by': { from: '王芳', to: '别人' } }),
        change('units', 'u1', { id: { from: 'u1', to: 'u2' } }),
        { ...creation('units', unitAt(east, 'u2')), documentId: 'u3' },
      ]),
    ).toEqual([
      'accepted',
      'rejected sync.bookkeepingChanged',
      'rejected sync.bookkeepingChanged',
      'rejected sync.bookkeepingChanged',
      'rejected sync.bookkeepingChanged',
    ]);
    const document = await county.document('units', 'u1');
    expect(document).toMatchObject({ rev: 1, seq: await county.lastNumber(), history: [{ op: 'create' }] });
    expect(document).not.toHaveProperty('pending');
  });

  it('[SKEW-3] rejects fields it does not know, in creations and changes, and drops none', async () => {
    const county = await withUnit();
    expect(
      await county.outcomes(county.eastClerk, [
        creation('units', { ...unitAt(east, 'u2'), mascot: '熊猫' }),
        change('units', 'u1', { mascot: { from: null, to: '熊猫' } }),
        change('units', 'u1', { 'contact.fax': { from: null, to: '1' } }),
        change('units', 'u1', { 'contact.__proto__': { to: { phone: '1' } } }),
        change('units', 'u1', { constructor: { to: 1 } }),
        change('units', 'u1', { 'ext.mascot': { to: '熊猫' } }),
      ]),
    ).toEqual([...Array(5).fill('rejected sync.invalidDocument'), 'accepted']);
    expect(await county.document('units', 'u1')).toMatchObject({ ext: { mascot: '熊猫' } });
  });

  it('[SKEW-1] judges an edit of a field that stored documents do not have yet by its default', async () => {
    const county = await withUnit();
    // As the model before stored it: without the field.
    await county.environment.database.query(
      `update documents set body = (body::jsonb - 'remarks')::json where county_id = $1 and id = 'u1'`,
      [county.id],
    );
    const edit = change('units', 'u1', { remarks: { from: null, to: '青机' } });
    expect(await county.outcomes(county.eastClerk, [edit])).toEqual(['accepted']);
    expect(await county.document('units', 'u1')).toMatchObject({ remarks: '青机', rev: 2 });
  });

  it('[SCOPE-7] refuses settings that are for one device only', async () => {
    const county = await smallCounty(kind);
    const view = contentOf('settings', 's1', east, {
      kind: 'savedView',
      name: '我的',
      table: 'units',
      state: {},
    });
    const snapshot = contentOf('settings', 's2', eastVillage, {
      kind: 'snapshot',
      reportCode: 'F02',
      asOf: '2025-12-31',
      ruleSetVersion: '1',
    });
    expect(
      await county.outcomes(county.eastClerk, [creation('settings', view), creation('settings', snapshot)]),
    ).toEqual(['rejected sync.staysOnDevice', 'accepted']);
  });
});
