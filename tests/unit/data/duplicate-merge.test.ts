import '../../support/register/dev-mode';
import { mergeUnits } from '@renderer/data/duplicate-merge';
import { statusOn } from '@shared/rules/unit-status';
import { expect, it } from 'vitest';
import { addOffice, addUnit, openTestRegister } from '../../support/register/test-register';

it('moves every relation to the kept unit in one step that can be undone', async () => {
  const store = await openTestRegister();
  await addOffice(store);
  const a = await addUnit(store, { name: '青溪纸业有限公司', uscc: null, foundedOn: '2015' });
  const b = await addUnit(store, {
    name: '青溪造纸厂',
    uscc: '91340123MA9TXYX10L',
    formerNames: ['青溪纸坊'],
    siteIds: ['v1'],
    contact: { name: '赵敏', phone: null },
  });
  const on = '2026-01-05';
  await store.commit(
    [
      {
        op: 'create',
        collection: 'partyOrgs',
        draft: {
          id: 'o1',
          name: '中共青溪联合支部',
          hostUnitId: b,
          status: 'active',
          covers: {
            c1: { unitId: a, from: '2023', to: null },
            c2: { unitId: b, from: '2021', to: null },
            c3: { unitId: b, from: '2018', to: '2019' },
          },
        },
      },
      {
        op: 'create',
        collection: 'instructors',
        draft: {
          id: 'i1',
          name: '周海',
          role: 'instructor',
          assignments: { s1: { unitId: b, from: '2024', to: null } },
        },
      },
      { op: 'create', collection: 'people', draft: { id: 'p1', name: '张三', stage: 'full', workUnitId: b } },
      {
        op: 'create',
        collection: 'partyRooms',
        draft: { id: 'r1', name: '党员活动室', status: 'inUse', unitId: b },
      },
      {
        op: 'create',
        collection: 'records',
        draft: { id: 'v1', kind: 'visit', on, unitId: b, byKind: 'officer', by: '李晓', mode: 'onSite' },
      },
    ],
    { label: '准备' },
  );
  expect(await mergeUnits(store, a, b)).toMatchObject({ status: 'saved' });
  expect(store.table('units').get(a)).toMatchObject({
    name: '青溪纸业有限公司',
    uscc: '91340123MA9TXYX10L',
    formerNames: ['青溪造纸厂', '青溪纸坊'],
    siteIds: ['v1'],
    contact: { name: '赵敏' },
    foundedOn: '2015',
  });
  expect(store.table('partyOrgs').get('o1')).toMatchObject({
    hostUnitId: a,
    covers: { c1: { unitId: a, from: '2021', to: null }, c3: { unitId: a, from: '2018', to: '2019' } },
  });
  expect(Object.keys(store.table('partyOrgs').get('o1')!.covers)).toHaveLength(2);
  expect(store.table('instructors').get('i1')?.assignments.s1?.unitId).toBe(a);
  expect(store.table('people').get('p1')?.workUnitId).toBe(a);
  expect(store.table('partyRooms').get('r1')?.unitId).toBe(a);
  expect(store.table('records').get('v1')).toMatchObject({ unitId: a });
  const gone = store.table('units').getIncludingDeleted(b)!;
  expect(gone.deletedAt).not.toBeNull();
  expect(gone.remarks).toBe('与“青溪纸业有限公司”重复，已合并');
  for (const day of ['2018-01-01', '2026-03-01']) expect(statusOn(gone, day)?.status).toBe('merged');

  await store.undo();
  expect(store.table('units').get(b)).toMatchObject({ status: 'operating', remarks: null });
  expect(store.table('units').get(a)).toMatchObject({ uscc: null, formerNames: [] });
  expect(store.table('partyOrgs').get('o1')).toMatchObject({
    hostUnitId: b,
    covers: { c2: { unitId: b, from: '2021' } },
  });
});
