import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { placeIds } from '../../support/county/test-places';
import { unitDraft } from '../../support/register/test-register';
import { type Device, join, openDevice } from './device';

let county: TestCounty;
beforeAll(async () => {
  county = await startTestCounty();
}, 60_000);
afterAll(() => county.close());

const add = async ({ register }: Device, name: string) => {
  const result = await register.commit(
    [
      {
        op: 'create',
        collection: 'units',
        draft: unitDraft({ name, townshipId: placeIds.township, staff: 1 }),
      },
    ],
    { label: '新增' },
  );
  if (result.status === 'failed') throw new Error(JSON.stringify(result.problems));
  return result.ids[0]!;
};
const change = ({ register }: Device, id: string, changes: Record<string, unknown>) =>
  register.commit([{ op: 'change', collection: 'units', id, changes }], { label: '改' });
const round = async ({ engine }: Device) => {
  expect(await engine.round()).toMatchObject({ kind: 'done' });
  expect(engine.status.get().problem).toBeNull();
};

describe('two devices of one township', () => {
  it('[PUSH][PULL][AGREE-2] see each other and agree with the county', async () => {
    const [first, second] = [await openDevice(county), await openDevice(county)];
    await join(county, first, 'township', 'clerk');
    await join(county, second, 'township', 'lead');
    const id = await add(first, '青溪纸业有限公司');
    await round(first);
    expect(first.register.table('units').get(id)).toMatchObject({ isPending: false, pending: [], rev: 1 });
    expect(first.engine.status.get()).toMatchObject({ link: 'online', unsentCount: 0, activity: 'idle' });
    expect(first.engine.status.get().agreement).toMatchObject({ isAgreed: true });
    await round(second);
    expect(second.register.table('units').get(id)).toEqual(first.register.table('units').get(id));
    await change(first, id, { staff: 2, remarks: '已走访' });
    await change(second, id, { staff: 3, 'contact.name': '钱进' });
    await round(first);
    await round(second);
    await round(first);
    for (const device of [first, second])
      expect(device.register.table('units').get(id)).toMatchObject({
        staff: 2,
        remarks: '已走访',
        contact: { name: '钱进' },
      });
    const conflicts = [first, second].map(({ register }) => register.table('conflicts').all());
    expect(conflicts[0]).toMatchObject([
      { kind: 'conflict', path: 'staff', mine: { value: 3 }, theirs: { value: 2 } },
    ]);
    expect(conflicts[1]).toEqual(conflicts[0]);
    expect(second.register.table('settings').all()).toMatchObject([{ kind: 'office', name: '东溪镇' }]);
  });
});
