import '../../support/register/dev-mode';
import { describe, expect, it } from 'vitest';
import {
  addUnit,
  freshName,
  openTestRegister,
  type StorageKind,
  storages,
  unitDraft,
} from '../../support/register/test-register';

const kinds = Object.keys(storages) as StorageKind[];

describe.each(kinds)('register on %s', (kind) => {
  it('creates a document with its bookkeeping and a create edit without changes', async () => {
    const store = await openTestRegister(kind);
    const id = await addUnit(store, { uscc: '91340123MA9TXYX10L' });
    const unit = store.table('units').get(id);
    expect(unit).toMatchObject({
      id,
      orgUnitId: 'town-1',
      createdBy: '李晓',
      rev: 0,
      source: 'manual',
      deletedAt: null,
      isPending: true,
      contact: { name: null, phone: null },
    });
    expect(unit?.pending).toMatchObject([{ op: 'create', by: '李晓', device: '测试机', changes: {} }]);
    expect(unit).not.toHaveProperty('_rev');
  });

  it('keeps what changed, from what to what, and nothing else', async () => {
    const store = await openTestRegister(kind);
    const id = await addUnit(store, { staff: 40 });
    const result = await store.commit(
      [
        {
          op: 'change',
          collection: 'units',
          id,
          changes: { staff: 52, 'owner.name': '王建国', name: '青溪纸业有限公司' },
        },
      ],
      { label: '修改', batchId: 'b1', note: '年检核对' },
    );
    expect(result).toEqual({ status: 'saved', ids: [id], changedCount: 1 });
    const unit = store.table('units').get(id);
    expect(unit).toMatchObject({ staff: 52, rev: 1, owner: { name: '王建国' } });
    expect(unit?.pending[1]).toMatchObject({
      op: 'change',
      changes: { staff: { from: 40, to: 52 }, 'owner.name': { from: null, to: '王建国' } },
      batchId: 'b1',
      note: '年检核对',
    });
    expect(Object.keys(unit?.pending[1]?.changes ?? {})).toHaveLength(2);
  });

  it('adds, changes and removes map entries by path', async () => {
    const store = await openTestRegister(kind);
    const [unitId, orgId] = [await addUnit(store), 'org-1'];
    await store.commit(
      [
        {
          op: 'create',
          collection: 'partyOrgs',
          draft: {
            id: orgId,
            name: '中共青溪纸业支部委员会',
            covers: { c1: { unitId, from: '2023-05', to: null } },
            status: 'active',
          },
        },
      ],
      { label: '新增党组织' },
    );
    const change = (changes: Record<string, unknown>) =>
      store.commit([{ op: 'change', collection: 'partyOrgs', id: orgId, changes }], { label: '覆盖单位' });
    await change({ 'covers.c2': { unitId: 'u2', from: null, to: null } });
    await change({ 'covers.c1.to': '2025-01-01' });
    await change({ 'covers.c2': undefined });
    expect(store.table('partyOrgs').get(orgId)?.covers).toEqual({
      c1: { unitId, from: '2023-05', to: '2025-01-01' },
    });
    expect(store.table('partyOrgs').get(orgId)?.orgUnitId).toBe('town-1');
  });

  it('takes deleted documents out of the table and brings them back', async () => {
    const store = await openTestRegister(kind);
    const id = await addUnit(store);
    await store.commit([{ op: 'delete', collection: 'units', id }], { label: '删除' });
    expect(store.table('units').all()).toHaveLength(0);
    expect(store.table('units').get(id)).toBeUndefined();
    expect(store.table('units').getIncludingDeleted(id)?.deletedAt).not.toBeNull();
    await store.commit([{ op: 'restore', collection: 'units', id }], { label: '恢复' });
    expect(store.table('units').get(id)?.deletedAt).toBeNull();
  });

  it('joins several operations on one document into one edit', async () => {
    const store = await openTestRegister(kind);
    const result = await store.commit(
      [
        { op: 'create', collection: 'units', draft: unitDraft({ id: 'u1' }) },
        { op: 'change', collection: 'units', id: 'u1', changes: { staff: 9 } },
      ],
      { label: '新增' },
    );
    expect(result).toMatchObject({ status: 'saved', ids: ['u1', 'u1'], changedCount: 1 });
    expect(store.table('units').get('u1')).toMatchObject({ staff: 9, rev: 0 });
    expect(store.table('units').get('u1')?.pending).toHaveLength(1);
  });

  it('saves nothing of a commit with one bad value, and says which field', async () => {
    const store = await openTestRegister(kind);
    const id = await addUnit(store);
    const result = await store.commit(
      [
        { op: 'change', collection: 'units', id, changes: { staff: 10 } },
        { op: 'create', collection: 'units', draft: unitDraft({ name: '', staff: -1 }) },
        { op: 'change', collection: 'units', id: 'nowhere', changes: { staff: 1 } },
        { op: 'change', collection: 'units', id, changes: { createdAt: '2020-01-01T00:00:00Z' } },
      ],
      { label: '批量' },
    );
    expect(result.status).toBe('failed');
    const problems = result.status === 'failed' ? result.problems : [];
    expect(problems.map(({ operation, problem }) => [operation, problem.code, problem.field])).toEqual([
      [2, 'data.missingDocument', null],
      [3, 'data.readOnlyField', 'createdAt'],
      [1, 'data.fieldEmpty', 'name'],
      [1, 'data.fieldTooSmall', 'staff'],
    ]);
    expect(problems[2]?.problem.text).toBe('“单位名称”不能为空，没有保存。请改正后再保存。');
    expect(store.table('units').all()).toHaveLength(1);
    expect(store.table('units').get(id)?.staff).toBeNull();
  });

  it('writes no edit when nothing differs', async () => {
    const store = await openTestRegister(kind);
    const id = await addUnit(store, { staff: 5 });
    const result = await store.commit([{ op: 'change', collection: 'units', id, changes: { staff: 5 } }], {
      label: '修改',
    });
    expect(result).toEqual({ status: 'saved', ids: [id], changedCount: 0 });
    expect(store.table('units').get(id)?.pending).toHaveLength(1);
  });

  it('gives the same array and snapshot until something changes, and names the changed ids', async () => {
    const store = await openTestRegister(kind);
    const id = await addUnit(store);
    const [rows, snapshot, orgs] = [
      store.table('units').all(),
      store.snapshot(),
      store.table('partyOrgs').all(),
    ];
    expect(store.table('units').all()).toBe(rows);
    expect(store.snapshot()).toBe(snapshot);
    const heard: string[][] = [];
    store.table('units').subscribe((ids) => heard.push([...ids]));
    await store.commit([{ op: 'change', collection: 'units', id, changes: { staff: 1 } }], { label: '改' });
    expect(heard).toEqual([[id]]);
    expect(store.table('units').all()).not.toBe(rows);
    expect(store.snapshot().units[0]?.staff).toBe(1);
    expect(store.table('partyOrgs').all()).toBe(orgs);
  });
});

describe('register on disk', () => {
  it('finds everything again after closing and opening', async () => {
    const name = freshName();
    const storage = storages.dexie();
    const first = await openTestRegister('dexie', { name, storage });
    const id = await addUnit(first, { staff: 7 });
    await first.commit([{ op: 'change', collection: 'units', id, changes: { staff: 8 } }], { label: '改' });
    const before = first.table('units').get(id);
    await first.close();
    const second = await openTestRegister('dexie', { name, storage });
    expect(second.table('units').get(id)).toEqual(before);
  });
});
