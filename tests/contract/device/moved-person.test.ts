import { expect, it, onTestFinished } from 'vitest';
import { startTestCounty } from '../../support/county/test-county';
import { placeIds } from '../../support/county/test-places';
import { testUsers } from '../../support/county/test-users';
import { addUnit, join, openDevice, round, unitOf } from './device';

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
