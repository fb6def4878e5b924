import '../../support/register/dev-mode';
import { historyOf, lookupsOf } from '@renderer/data/history';
import { expect, it } from 'vitest';
import { addOffice, addUnit, openTestRegister, testClock } from '../../support/register/test-register';

it('tells every edit newest first in an office’s words', async () => {
  const store = await openTestRegister('memory', { now: testClock('2026-03-01T01:30:00.000Z').now });
  const id = await addUnit(store, { ownership: 'private', staff: 40 });
  const change = (changes: Record<string, unknown>, note?: string) =>
    store.commit([{ op: 'change', collection: 'units', id, changes }], {
      label: '改',
      ...(note ? { note } : {}),
    });
  await change({ ownership: 'hkmt', staff: 52, revenueWan: 860.5, 'owner.isPartyMember': true }, '年报');
  await change({ 'owner.name': '王建国', 'contact.phone': '13800138000', formerNames: ['青溪造纸厂'] });
  await change({ 'pastStatuses.2021-03': 'preparing', statusSince: '2022-01' });
  await store.commit([{ op: 'delete', collection: 'units', id }], { label: '删' });
  const unit = store.table('units').getIncludingDeleted(id)!;
  const history = historyOf('units', unit, lookupsOf(store));
  expect(history.map((entry) => entry.op)).toEqual(['change', 'change', 'change', 'change', 'create']);
  expect(history[3]).toMatchObject({ by: '李晓', device: '测试机', note: '年报' });
  expect(history[4]).toMatchObject({ atText: '2026-03-01 09:30', changes: [] });
  const lines = history.flatMap((entry) => entry.changes.map((c) => `${c.label}：${c.from} → ${c.to}`));
  expect(lines).toEqual([
    '记录：在册 → 已删除',
    '状态起始：未填 → 2022-01',
    '以往状态（2021-03）：未填 → 筹建',
    '曾用名：未填 → 青溪造纸厂',
    '出资人姓名：未填 → 王建国',
    '联系人·联系电话：未填 → 13800138000',
    '企业类型：私营企业 → 港澳台商投资企业',
    '年营业收入：未填 → 860.5万元',
    '从业人员：40人 → 52人',
    '出资人是否党员：未填 → 是',
  ]);
});

it('names the documents that ids and map entries stand for, also deleted ones', async () => {
  const store = await openTestRegister();
  await addOffice(store);
  const unitId = await addUnit(store, { name: '青溪纸业有限公司' });
  const otherId = await addUnit(store, { name: '南岭物流有限公司' });
  await store.commit(
    [
      {
        op: 'create',
        collection: 'partyOrgs',
        draft: {
          id: 'o',
          name: '中共青溪纸业支部委员会',
          covers: { c1: { unitId, from: '2023', to: null } },
          status: 'active',
        },
      },
    ],
    { label: '新增' },
  );
  const post = { personId: null, name: '周海', post: 'secretary', from: '2024-06', to: null };
  await store.commit(
    [
      {
        op: 'change',
        collection: 'partyOrgs',
        id: 'o',
        changes: {
          'covers.c1.to': '2025',
          'covers.c2': { unitId: otherId, from: null, to: null },
          'posts.p1': post,
          hostUnitId: unitId,
        },
      },
      { op: 'delete', collection: 'units', id: otherId },
    ],
    { label: '改' },
  );
  const org = store.table('partyOrgs').get('o')!;
  const [newest] = historyOf('partyOrgs', org, lookupsOf(store));
  const lines = newest!.changes.map((c) => `${c.label}：${c.from} → ${c.to}`);
  expect(lines.toSorted()).toEqual(
    [
      '覆盖单位（青溪纸业有限公司）·止：未填 → 2025',
      '覆盖单位（南岭物流有限公司）：未填 → 覆盖单位：南岭物流有限公司',
      '班子成员（周海）：未填 → 姓名：周海，职务：书记，任职起：2024-06',
      '依托单位：未填 → 青溪纸业有限公司',
    ].toSorted(),
  );
});
