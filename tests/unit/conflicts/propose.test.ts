import '../../support/register/dev-mode';
import { propose } from '@renderer/features/conflicts/propose';
import { describe, expect, it } from 'vitest';
import { change, conflictOf, openTwo, today } from './conflict-fixture';

describe('which value is proposed', () => {
  it('the filled one over the empty one, whichever is later', async () => {
    const two = await openTwo();
    const view = await conflictOf(two, { path: 'revenueWan', before: 10, mine: 800, theirs: null });
    expect(propose(view, today)).toEqual({ choice: 'mine', reason: '另一边没有填' });
    await change(two, { legalRep: '王建国' });
    const other = await conflictOf(two, { path: 'legalRep', mine: null, theirs: '王建国' });
    expect(propose(other, today)).toMatchObject({ choice: 'theirs' });
  });

  it('the number whose check passes', async () => {
    const two = await openTwo({ uscc: '91340123MA9TXYX100' });
    const view = await conflictOf(two, {
      path: 'uscc',
      mine: '91340123MA9TXYX10L',
      theirs: '91340123MA9TXYX100',
      mineAt: '2026-03-01T02:00:00.000Z',
    });
    expect(propose(view, today)).toEqual({ choice: 'mine', reason: '另一边的号码校验不通过' });
  });

  it('the fuller of two that begin alike', async () => {
    const two = await openTwo({ operatingAddress: '青溪镇工业路18号', foundedOn: '2016-04' });
    const address = await conflictOf(two, {
      path: 'operatingAddress',
      mine: '青溪镇工业路',
      theirs: '青溪镇工业路18号',
    });
    expect(propose(address, today)).toMatchObject({ choice: 'theirs' });
    const day = await conflictOf(two, { path: 'foundedOn', mine: '2016-04-12', theirs: '2016-04' });
    expect(propose(day, today)).toMatchObject({ choice: 'mine', reason: '内容相同，更完整' });
  });

  it('the later one otherwise, naming who and by how much', async () => {
    const two = await openTwo({ staff: 52 });
    const view = await conflictOf(two, { path: 'staff', before: 40, mine: 60, theirs: 52 });
    expect(propose(view, today)).toEqual({
      choice: 'mine',
      reason: '改得更晚（李晓 2026-03-05 10:00，晚 2 天）',
    });
  });

  it('nothing when two clocks are too close to tell', async () => {
    const two = await openTwo({ staff: 52 });
    const at = '2026-03-05T02:00:00.000Z';
    const close = { mineAt: at, theirsAt: '2026-03-05T02:03:00.000Z' };
    const view = await conflictOf(two, { path: 'staff', mine: 60, theirs: 52, ...close });
    expect(propose(view, today)).toBeNull();
  });

  it('the county’s value where both say the same by now', async () => {
    const two = await openTwo({ staff: 52 });
    const view = await conflictOf(two, { path: 'staff', mine: 52, theirs: 47 });
    expect(propose(view, today)).toMatchObject({ choice: 'theirs', reason: '两边现在已经一致' });
  });

  it('to keep a record one side deleted', async () => {
    const two = await openTwo();
    const deleted = '2026-03-01T00:00:00.000Z';
    const view = await conflictOf(two, { path: 'deletedAt', mine: deleted, theirs: null });
    expect(propose(view, today)).toMatchObject({ choice: 'theirs' });
    await two.register.commit([{ op: 'delete', collection: 'units', id: two.unitId }], { label: '删' });
    const back = await conflictOf(two, { path: 'deletedAt', mine: null, theirs: deleted });
    expect(propose(back, today)).toMatchObject({ choice: 'mine' });
    const both = await conflictOf(two, { path: 'deletedAt', mine: deleted, theirs: deleted });
    expect(propose(both, today)).toMatchObject({ choice: 'theirs', reason: '两边都删除了这条记录' });
  });

  it('the county’s value for a record that is gone', async () => {
    const two = await openTwo({ staff: 52 });
    const missing = await conflictOf(two, { path: 'staff', mine: 60, theirs: 52, documentId: 'elsewhere' });
    expect(missing).toMatchObject({ situation: 'missing', title: '本机没有的记录', fieldLabel: '从业人员' });
    expect(propose(missing, today)).toMatchObject({ choice: 'theirs' });
    await two.register.commit([{ op: 'delete', collection: 'units', id: two.unitId }], { label: '删' });
    const deleted = await conflictOf(two, { path: 'staff', mine: 60, theirs: 52 });
    expect(deleted.situation).toBe('deleted');
    expect(propose(deleted, today)?.reason).toContain('已经删除');
  });
});
