import '../../support/register/dev-mode';
import { lookupsOf } from '@renderer/data/history';
import type { NewDocument, RegisterStore } from '@renderer/data/register-store';
import {
  changesAnything,
  declineOperations,
  discardOperations,
  handOverOperations,
  resendOperations,
} from '@renderer/features/parking-bay/parked-actions';
import { listParked, outcomeText, partOf } from '@renderer/features/parking-bay/parked-list';
import { parkedTable } from '@renderer/features/parking-bay/parked-table';
import { type ParkedView, viewParked } from '@renderer/features/parking-bay/parked-view';
import type { ParkedEdit } from '@shared/domain/conflict';
import type { Edit } from '@shared/domain/edit';
import { describe, expect, it } from 'vitest';
import { addOffice, addUnit, openTestRegister } from '../../support/register/test-register';

const settled = { by: '李晓', at: '2026-03-10T03:00:00.000Z' };
const edit: Edit = {
  editId: 'e1',
  op: 'change',
  at: '2026-03-05T02:00:00.000Z',
  by: '李晓',
  device: '测试机',
  changes: { staff: { from: 40, to: 60 } },
  batchId: null,
  note: null,
};

async function openWithUnit(): Promise<{ register: RegisterStore; unitId: string }> {
  const register = await openTestRegister();
  await addOffice(register);
  return { register, unitId: await addUnit(register, { staff: 52 }) };
}

async function park(register: RegisterStore, more: Partial<ParkedEdit>): Promise<ParkedView> {
  const draft: NewDocument<'conflicts'> = {
    kind: 'parked',
    documentCollection: 'units',
    documentId: 'none',
    state: 'open',
    edit,
    problemCode: 'sync.invalidDocument',
    problemText: '修改后的记录不符合要求（从业人员）。',
    ...more,
  };
  const result = await register.commit([{ op: 'create', collection: 'conflicts', draft }], { label: '搁置' });
  if (result.status === 'failed') throw new Error(JSON.stringify(result.problems));
  return viewOf(register, result.ids[0]!);
}

function viewOf(register: RegisterStore, id: string): ParkedView {
  const parked = register.table('conflicts').get(id);
  const view = parked?.kind === 'parked' ? viewParked(parked, register, lookupsOf(register)) : null;
  if (view === null) throw new Error('nothing parked under this id');
  return view;
}

describe('a refused change', () => {
  it('shows what the record says now beside what was typed', async () => {
    const { register, unitId } = await openWithUnit();
    const view = await park(register, { documentId: unitId });
    expect(view).toMatchObject({ title: '青溪纸业有限公司', isCreation: false, atText: '2026-03-05 10:00' });
    expect(view.lines).toMatchObject([
      { label: '从业人员', now: '52人', typed: '60人', value: 60, isReachable: true },
    ]);
  });

  it('[REJECT-3] is sent again as a new edit with the corrected value', async () => {
    const { register, unitId } = await openWithUnit();
    const view = await park(register, { documentId: unitId });
    const before = register.table('units').get(unitId)!.pending.length;
    await register.commit(resendOperations(view, { staff: 58 }, settled, false), { label: '重报' });
    const unit = register.table('units').get(unitId)!;
    expect(unit.staff).toBe(58);
    expect(unit.pending).toHaveLength(before + 1);
    expect(unit.pending.at(-1)?.editId).not.toBe('e1');
    expect(viewOf(register, view.id).parked).toMatchObject({ state: 'settled', outcome: 'resent' });
  });

  it('is not sent again when nothing would change', async () => {
    const { register, unitId } = await openWithUnit();
    const view = await park(register, { documentId: unitId });
    expect(changesAnything(view, { staff: 52 })).toBe(false);
    expect(changesAnything(view, { staff: 60 })).toBe(true);
  });

  it('cannot be sent into a record that is not here', async () => {
    const { register } = await openWithUnit();
    const view = await park(register, { documentId: 'elsewhere' });
    expect(view.lines[0]).toMatchObject({ label: '从业人员', typed: '60人', isReachable: false });
    expect(resendOperations(view, { staff: 60 }, settled, true)).toEqual([]);
  });

  it('says which part of an entry that is gone cannot be reached', async () => {
    const { register, unitId } = await openWithUnit();
    const changes = { 'owner.name': { from: null, to: '王' }, 'kept.x.reason': { from: 'a', to: 'b' } };
    const view = await park(register, { documentId: unitId, edit: { ...edit, changes } });
    expect(view.lines.map(({ isReachable }) => isReachable)).toEqual([true, false]);
  });
});

describe('a refused creation', () => {
  const content = {
    id: 'unit-9',
    orgUnitId: 'town-1',
    createdAt: '2026-03-05T02:00:00.000Z',
    createdBy: '李晓',
    source: 'manual',
    rev: 0,
    unitType: 'enterprise',
    name: '南岭物流有限公司',
    townshipId: 'town-1',
    status: 'operating',
    owner: { name: '周海', politicalStatus: null },
  };
  const creation = { ...edit, op: 'create' as const, changes: {} };

  it('lists its filled fields, blocks of fields opened up', async () => {
    const { register } = await openWithUnit();
    const view = await park(register, { documentId: 'unit-9', edit: creation, content });
    expect(view).toMatchObject({ isCreation: true, title: '南岭物流有限公司', link: null });
    const lines = view.lines.map(({ label, typed }) => `${label}：${typed}`);
    expect(lines).toContain('单位名称：南岭物流有限公司');
    expect(lines).toContain('出资人姓名：周海');
    expect(lines.join()).not.toContain('未填');
  });

  it('[REJECT-2] is created again with its own id, so that what refers to it finds it', async () => {
    const { register } = await openWithUnit();
    const view = await park(register, { documentId: 'unit-9', edit: creation, content });
    const result = await register.commit(
      resendOperations(view, { name: '南岭现代物流有限公司', 'owner.name': '周海涛' }, settled, true),
      { label: '重报' },
    );
    expect(result).toMatchObject({ status: 'saved' });
    expect(register.table('units').get('unit-9')).toMatchObject({
      name: '南岭现代物流有限公司',
      owner: { name: '周海涛' },
      orgUnitId: 'town-1',
      seq: null,
    });
  });

  it('of a parked edit itself is shown without a form: it is no record of the register', async () => {
    const { register, unitId } = await openWithUnit();
    const inner = await park(register, { documentId: unitId });
    const view = await park(register, {
      documentCollection: 'conflicts',
      documentId: inner.id,
      edit: creation,
      content: { ...inner.parked },
    });
    expect(view).toMatchObject({ isCreation: true, lines: [], title: '搁置' });
  });

  it('gets a new id where the county has another record under the old one', async () => {
    const { register } = await openWithUnit();
    const view = await park(register, {
      documentId: 'unit-9',
      edit: creation,
      content,
      problemCode: 'sync.idTaken',
    });
    await register.commit(resendOperations(view, {}, settled, true), { label: '重报' });
    expect(register.table('units').get('unit-9')).toBeUndefined();
    expect(
      register
        .table('units')
        .all()
        .map(({ name }) => name),
    ).toContain('南岭物流有限公司');
  });
});

describe('where a parked edit goes', () => {
  it('keeps the reason for which it was given up', async () => {
    const { register, unitId } = await openWithUnit();
    const view = await park(register, { documentId: unitId });
    await register.commit(discardOperations(view, '与李晓的修改重复', settled), { label: '放弃' });
    const after = viewOf(register, view.id);
    expect(partOf(after.parked)).toBe('done');
    expect(outcomeText(after)).toBe('李晓放弃：与李晓的修改重复');
    await register.undo();
    expect(partOf(viewOf(register, view.id).parked)).toBe('waiting');
  });

  it('[REJECT-3] handed over, it stays open until the county has answered, and stays handed over then', async () => {
    const { register, unitId } = await openWithUnit();
    const first = await park(register, { documentId: unitId });
    await register.commit(handOverOperations(first), { label: '移交' });
    const handed = viewOf(register, first.id);
    expect(partOf(handed.parked)).toBe('handedOver');
    await register.commit(declineOperations(handed, '原记录无误', { ...settled, by: '郭志' }), {
      label: '答复',
    });
    expect(outcomeText(viewOf(register, first.id))).toBe('县级 郭志未采纳：原记录无误');
    const second = await park(register, { documentId: unitId, outcome: 'handedOver' });
    await register.commit(resendOperations(second, { staff: 60 }, { ...settled, by: '郭志' }, false), {
      label: '办理',
    });
    expect(viewOf(register, second.id).parked).toMatchObject({ state: 'settled', outcome: 'handedOver' });
    expect(outcomeText(viewOf(register, second.id))).toBe('县级 郭志已按内容办理');
  });

  it('is listed in three parts and exported field by field', async () => {
    const { register, unitId } = await openWithUnit();
    await park(register, { documentId: unitId });
    await park(register, { documentId: unitId, outcome: 'handedOver' });
    await park(register, { documentId: unitId, outcome: 'discarded', state: 'settled', reason: '重复' });
    const lists = listParked(register, lookupsOf(register));
    expect([lists.waiting.length, lists.handedOver.length, lists.done.length]).toEqual([1, 1, 1]);
    const table = parkedTable(lists.waiting, '青溪镇党建办', settled.at);
    expect(table.rows).toEqual([
      [
        1,
        '两新组织',
        '青溪纸业有限公司',
        '从业人员',
        '52人',
        '60人',
        '李晓',
        '2026-03-05 10:00',
        '修改后的记录不符合要求（从业人员）。',
        '待处理',
      ],
    ]);
  });
});
