import { expect, it, onTestFinished } from 'vitest';
import { startTestCounty } from '../../support/county/test-county';
import { placeIds } from '../../support/county/test-places';
import { testUsers } from '../../support/county/test-users';
import { addUnit, changeUnit, join, openDevice, round, unitOf } from './device';

it('[SCOPE-1] a person moved to another township is told who belongs where; her work waits and goes when she is back', async () => {
  const county = await startTestCounty();
  onTestFinished(() => county.close());
  const device = await openDevice(county);
  await join(county, device, 'township', 'clerk');
  await round(device);
  const move = (orgUnitId: string) =>
    county.ask('administrator', 'PATCH', `/administration/users/${testUsers.clerk.id}`, { orgUnitId });
  const id = await addUnit(device, { name: '调走前录的公司' });
  expect((await move(placeIds.otherTownship)).status).toBe(200);
  await device.engine.round();
  const { problem, unsentCount } = device.engine.status.get();
  expect(problem?.code).toBe('account.placesApart');
  expect(problem?.text).toContain(`${testUsers.clerk.name}的账号现在属于西岭镇，这台电脑登记在东溪镇`);
  expect(unsentCount).toBe(1);
  expect((await move(placeIds.township)).status).toBe(200);
  await round(device);
  expect(unitOf(device, id)).toMatchObject({ isPending: false, rev: 1 });
}, 120_000);

it('[SCOPE-9] her computer, enrolled for the new township, loses nothing unsent and keeps nothing of the old one', async () => {
  const county = await startTestCounty();
  onTestFinished(() => county.close());
  const device = await openDevice(county);
  await join(county, device, 'township', 'clerk');
  const ids: string[] = [];
  for (let i = 0; i < 25; i++) ids.push(await addUnit(device, { name: `东溪公司${i}` }));
  await round(device);
  const [changed = '', deleted = ''] = ids;
  await changeUnit(device, changed, { staff: 77 });
  await device.register.commit([{ op: 'delete', collection: 'units', id: deleted }], { label: '删除' });
  const fresh = await addUnit(device, { name: '调走前录的公司' });
  await county.ask('administrator', 'PATCH', `/administration/users/${testUsers.clerk.id}`, {
    orgUnitId: placeIds.otherTownship,
  });
  await device.engine.round();
  expect(device.engine.status.get()).toMatchObject({
    unsentCount: 3,
    problem: { code: 'account.placesApart' },
  });

  await join(county, device, 'otherTownship', 'clerk');
  await device.engine.round();
  const parked = () =>
    device.register
      .table('conflicts')
      .all()
      .flatMap((one) => (one.kind === 'parked' ? one : []));
  const of = (id: string) => parked().find(({ documentId }) => documentId === id);
  expect(parked()).toHaveLength(3);
  expect(of(changed)).toMatchObject({
    problemCode: 'sync.outsideScope',
    edit: { changes: { staff: { to: 77 } } },
  });
  expect(of(deleted)?.edit.changes).toHaveProperty('deletedAt');
  expect(of(fresh)).toMatchObject({ problemCode: 'sync.outsideScope', content: { name: '调走前录的公司' } });
  const office = () => device.register.table('settings').all();
  expect(office()).toMatchObject([{ kind: 'office', name: '西岭镇', homeOrgUnitId: placeIds.otherTownship }]);

  // GUARD-1: so many are not taken away without a yes.
  expect(device.engine.status.get().problem?.code).toBe('sync.removalNeedsYes');
  await device.engine.actions.answerRemoval('remove');
  await round(device);
  expect(device.register.table('units').allIncludingDeleted()).toEqual([]);
  const places = device.register.table('orgUnits').all();
  expect(places.map(({ name }) => name).sort()).toEqual(['下河村', '测试县', '西岭镇'].sort());
  expect(device.engine.status.get()).toMatchObject({ unsentCount: 0, agreement: { isAgreed: true } });

  const handed = parked().map(({ id }) => id);
  await device.register.commit(
    handed.map((id) => ({
      op: 'change' as const,
      collection: 'conflicts' as const,
      id,
      changes: { outcome: 'handedOver' },
    })),
    { label: '移交' },
  );
  const ownId = await addUnit(device, { name: '西岭公司', townshipId: placeIds.otherTownship });
  await round(device);
  expect(parked()).toHaveLength(3);
  const rows = await county.environment.database.query(
    `select id, org_unit_id as place from documents where id = any($1::text[]) order by id`,
    [[...handed, ownId]],
  );
  expect(rows).toEqual([...handed, ownId].sort().map((id) => ({ id, place: placeIds.otherTownship })));
}, 120_000);

it('[SCOPE-9] what was parked before goes with the computer, so that it can be handed over there', async () => {
  const county = await startTestCounty();
  onTestFinished(() => county.close());
  const device = await openDevice(county);
  await join(county, device, 'township', 'clerk');
  const draft = { kind: 'holidays' as const, year: 2027, daysOff: ['2027-01-01'], workdays: [] };
  await device.register.commit(
    [{ op: 'create', collection: 'settings', draft: { ...draft, orgUnitId: placeIds.township } }],
    { label: '节假日' },
  );
  await device.engine.round();
  const parked = () => device.register.table('conflicts').all();
  expect(parked()).toMatchObject([{ kind: 'parked', orgUnitId: placeIds.township }]);
  await county.ask('administrator', 'PATCH', `/administration/users/${testUsers.clerk.id}`, {
    orgUnitId: placeIds.otherTownship,
  });
  await join(county, device, 'otherTownship', 'clerk');
  const [{ id } = { id: '' }] = parked();
  await device.register.commit(
    [{ op: 'change', collection: 'conflicts', id, changes: { outcome: 'handedOver' } }],
    { label: '移交' },
  );
  await round(device);
  expect(parked()).toMatchObject([
    { id, isPending: false, outcome: 'handedOver', orgUnitId: placeIds.otherTownship, rev: 2 },
  ]);
}, 120_000);
