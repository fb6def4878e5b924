import '../../support/register/dev-mode';
import { lookupsOf } from '@renderer/data/history';
import { alikeOf } from '@renderer/features/conflicts/alike';
import {
  fieldOptions,
  listConflicts,
  narrowed,
  tableOptions,
} from '@renderer/features/conflicts/conflict-list';
import { differingParts } from '@renderer/features/conflicts/differing-part';
import { expect, it } from 'vitest';
import { addUnit } from '../../support/register/test-register';
import { addConflict, openTwo, type Two, viewOf } from './conflict-fixture';

const listsOf = ({ register }: Two) => listConflicts(register, lookupsOf(register));

it('lists open conflicts record by record and settled ones latest first', async () => {
  const two = await openTwo({ name: '乙公司' });
  const otherId = await addUnit(two.register, { name: '甲公司' });
  await addConflict(two, { path: 'staff', mine: 60, theirs: 52 });
  await addConflict(two, { path: 'legalRep', mine: '王', theirs: '李' });
  await addConflict(two, { path: 'staff', mine: 60, theirs: 52, documentId: otherId });
  const { open } = listsOf(two);
  expect(open.map(({ title, fieldLabel }) => `${title} ${fieldLabel}`)).toEqual([
    '甲公司 从业人员',
    '乙公司 从业人员',
    '乙公司 法定代表人',
  ]);
  for (const [at, view] of open.slice(0, 2).entries())
    await two.register.commit(
      [
        {
          op: 'change',
          collection: 'conflicts',
          id: view.id,
          changes: { state: 'settled', choice: 'theirs', settledAt: `2026-03-1${at}T00:00:00.000Z` },
        },
      ],
      { label: '处理' },
    );
  const after = listsOf(two);
  expect(after.open.map(({ fieldLabel }) => fieldLabel)).toEqual(['法定代表人']);
  expect(after.settled.map(({ title }) => title)).toEqual(['乙公司', '甲公司']);
});

it('offers the tables and fields that occur, and narrows to them', async () => {
  const two = await openTwo();
  await addConflict(two, { path: 'staff', mine: 60, theirs: 52 });
  await addConflict(two, { path: 'contact.phone', mine: '13800138000', theirs: '13900139000' });
  const { open } = listsOf(two);
  expect(tableOptions(open)).toEqual([{ value: 'units', label: '两新组织（2）' }]);
  const options = fieldOptions(open);
  expect(options.map(({ label }) => label).sort()).toEqual(['从业人员（1）', '联系人·联系电话（1）']);
  const phone = options.find(({ label }) => label.startsWith('联系人'))!.value;
  expect(narrowed(open, { table: 'units', field: phone })).toHaveLength(1);
  expect(narrowed(open, { table: 'people' })).toHaveLength(0);
});

it('groups the same field of the same two people, or of one import', async () => {
  const two = await openTwo();
  const otherId = await addUnit(two.register, { name: '甲公司' });
  const first = await addConflict(two, { path: 'staff', mine: 60, theirs: 52 });
  const same = await addConflict(two, { path: 'staff', mine: 61, theirs: 52, documentId: otherId });
  await addConflict(two, { path: 'staff', mine: 61, theirs: 52, documentId: otherId, mineBy: '赵敏' });
  await addConflict(two, { path: 'legalRep', mine: '王', theirs: '李', documentId: otherId });
  expect(alikeOf(viewOf(two, first), listsOf(two).open).map(({ id }) => id)).toEqual([same]);
});

it('groups what one import changed, whoever stands on the other side', async () => {
  const two = await openTwo({ staff: 1 });
  const otherId = await addUnit(two.register, { name: '甲公司', staff: 1 });
  const commit = await two.register.commit(
    [
      { op: 'change', collection: 'units', id: two.unitId, changes: { staff: 60 } },
      { op: 'change', collection: 'units', id: otherId, changes: { staff: 61 } },
    ],
    { label: '导入', batchId: 'batch-1' },
  );
  expect(commit.status).toBe('saved');
  const editIdOf = (id: string) => two.register.table('units').get(id)!.pending.at(-1)!.editId;
  const first = await addConflict(two, {
    path: 'staff',
    mine: 60,
    theirs: 52,
    theirsBy: '周海',
    editId: editIdOf(two.unitId),
  });
  await addConflict(two, {
    path: 'staff',
    mine: 61,
    theirs: 52,
    theirsBy: '孙梅',
    documentId: otherId,
    editId: editIdOf(otherId),
  });
  expect(alikeOf(viewOf(two, first), listsOf(two).open)).toHaveLength(1);
});

it('marks where two texts part, and nothing where they have little in common', () => {
  expect(differingParts('13800138000', '13900138000')).toEqual([
    { text: '13', isDifferent: false },
    { text: '8', isDifferent: true },
    { text: '00138000', isDifferent: false },
  ]);
  expect(differingParts('王建国', '李明')).toEqual([{ text: '王建国', isDifferent: false }]);
});
