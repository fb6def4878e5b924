import '../../support/register/dev-mode';
import { isPossible, settleOperations } from '@renderer/features/conflicts/settle';
import { expect, it } from 'vitest';
import { addConflict, change, conflictOf, openTwo, type Two, viewOf } from './conflict-fixture';

const settled = { by: '李晓', at: '2026-03-10T03:00:00.000Z' };

async function settle(two: Two, id: string, answer: Parameters<typeof settleOperations>[1]) {
  return two.register.commit(settleOperations(viewOf(two, id), answer, settled), { label: '处理冲突' });
}
const unitOf = ({ register, unitId }: Two) => register.table('units').getIncludingDeleted(unitId)!;

it('[CONFLICT-2] changes the document and the conflict in one commit, and one undo takes both back', async () => {
  const two = await openTwo({ staff: 52 });
  const id = await addConflict(two, { path: 'staff', before: 40, mine: 60, theirs: 52 });
  const result = await settle(two, id, { choice: 'mine' });
  expect(result).toMatchObject({ status: 'saved', changedCount: 2 });
  expect(unitOf(two).staff).toBe(60);
  expect(two.register.table('conflicts').get(id)).toMatchObject({
    state: 'settled',
    choice: 'mine',
    settledAt: settled.at,
    settledBy: '李晓',
  });
  // What there was to choose from stays readable.
  expect(viewOf(two, id)).toMatchObject({ kept: '60人', mine: { text: '60人' }, theirs: { text: '52人' } });
  await two.register.undo();
  expect(unitOf(two).staff).toBe(52);
  expect(two.register.table('conflicts').get(id)).toMatchObject({ state: 'open', choice: null });
});

it('keeping the county’s value leaves the document untouched', async () => {
  const two = await openTwo({ staff: 52 });
  const id = await addConflict(two, { path: 'staff', mine: 60, theirs: 52 });
  const { rev } = unitOf(two);
  expect(await settle(two, id, { choice: 'theirs' })).toMatchObject({ status: 'saved', changedCount: 1 });
  expect(unitOf(two)).toMatchObject({ staff: 52, rev });
});

it('keeps the value that stands, not an older one, where somebody changed it again', async () => {
  const two = await openTwo({ staff: 52 });
  const id = await addConflict(two, { path: 'staff', mine: 60, theirs: 52 });
  await change(two, { staff: 55 });
  expect(viewOf(two, id)).toMatchObject({ theirs: { text: '55人', by: '李晓' }, theirsThen: '52人' });
  await settle(two, id, { choice: 'theirs' });
  expect(unitOf(two).staff).toBe(55);
});

it('writes a third value and shows it afterwards', async () => {
  const two = await openTwo({ staff: 52 });
  const id = await addConflict(two, { path: 'staff', mine: 60, theirs: 52 });
  await two.register.commit(
    settleOperations(
      viewOf(two, id),
      { choice: 'other', value: 58 },
      { by: '李晓', at: '2026-03-01T00:00:00.000Z' },
    ),
    { label: '处理冲突' },
  );
  expect(unitOf(two).staff).toBe(58);
  expect(viewOf(two, id).kept).toBe('58人');
});

it('reads null of a map entry as its removal', async () => {
  const two = await openTwo();
  await change(two, { 'pastStatuses.2021-03': 'preparing' });
  const id = await addConflict(two, { path: 'pastStatuses.2021-03', mine: null, theirs: 'preparing' });
  expect(viewOf(two, id)).toMatchObject({ fieldKey: 'pastStatuses.*', situation: 'live' });
  await settle(two, id, { choice: 'mine' });
  expect(unitOf(two).pastStatuses).toEqual({});
});

it('[APPLY-5] brings back a removed entry as it was, with the proposed field in it', async () => {
  const two = await openTwo();
  const { register } = two;
  const org = (changes: Record<string, unknown>) =>
    register.commit([{ op: 'change', collection: 'partyOrgs', id: 'o', changes }], { label: '改' });
  const cover = { unitId: two.unitId, from: '2023', to: null };
  await register.commit(
    [
      {
        op: 'create',
        collection: 'partyOrgs',
        draft: { id: 'o', name: '中共青溪纸业支部委员会', covers: { c1: cover }, status: 'active' },
      },
    ],
    { label: '新增' },
  );
  await org({ 'covers.c1': undefined });
  const draft = {
    kind: 'conflict' as const,
    documentCollection: 'partyOrgs',
    documentId: 'o',
    state: 'open' as const,
    path: 'covers.c1.to',
    before: null,
    mine: { value: '2025-06', by: '李晓', at: '2026-03-05T02:00:00.000Z', editId: 'e' },
    theirs: { value: null, by: '周海', at: '2026-03-03T02:00:00.000Z', editId: null },
  };
  const result = await register.commit([{ op: 'create', collection: 'conflicts', draft }], { label: '冲突' });
  const id = result.status === 'saved' ? result.ids[0]! : '';
  const view = viewOf(two, id);
  expect(view.situation).toBe('entryGone');
  expect(isPossible(view, 'mine')).toBe(true);
  expect(isPossible(view, 'other')).toBe(false);
  await register.commit(settleOperations(view, { choice: 'mine' }, settled), { label: '处理冲突' });
  expect(register.table('partyOrgs').get('o')?.covers).toEqual({ c1: { ...cover, to: '2025-06' } });
});

it('writes nothing into a record that is not here', async () => {
  const two = await openTwo();
  const view = await conflictOf(two, { path: 'staff', mine: 60, theirs: 52, documentId: 'elsewhere' });
  expect(isPossible(view, 'mine')).toBe(false);
  expect(isPossible(view, 'other')).toBe(false);
  expect(settleOperations(view, { choice: 'theirs' }, settled)).toHaveLength(1);
});
