import '../../support/register/dev-mode';
import { commitImport, importBatchesOf, interruptedImports, undoBatch } from '@renderer/data/import-batches';
import type { Operation, RegisterStore } from '@renderer/data/register-store';
import { describe, expect, it } from 'vitest';
import { addOffice, addUnit, openTestRegister, unitDraft } from '../../support/register/test-register';

const bytes = new TextEncoder().encode('台账');
const kept = new Map<string, Uint8Array>();
const files = {
  keepFile: async (file: Uint8Array<ArrayBuffer>) => {
    kept.set('file-1', file);
    return 'file-1';
  },
};
const run = (store: RegisterStore, operations: Operation[]) =>
  commitImport(store, files, {
    fileName: '青溪镇台账.xlsx',
    bytes,
    fileSha256: 'f'.repeat(64),
    sheets: ['企业'],
    operations,
    counts: { create: 2, change: 1 },
    answers: { 'units 甲公司 matching.hiddenRow': 'skip' },
  });
const imported = async () => {
  const store = await openTestRegister();
  await addOffice(store);
  const oldId = await addUnit(store, { name: '旧有单位', staff: 10, remarks: '原备注' });
  const result = await run(store, [
    { op: 'create', collection: 'units', draft: unitDraft({ id: 'n1', name: '新单位一' }) },
    { op: 'create', collection: 'units', draft: unitDraft({ id: 'n2', name: '新单位二' }) },
    { op: 'change', collection: 'units', id: oldId, changes: { staff: 20, remarks: '新备注' } },
  ]);
  if (result.status === 'failed') throw new Error(JSON.stringify(result.problems));
  return { store, oldId, batchId: result.batchId, result };
};

describe('an import', () => {
  it('is remembered with its file, its counts and what it touched', async () => {
    const { store, oldId, batchId, result } = await imported();
    expect(result).toMatchObject({ changedCount: 3, isFileKept: true });
    const [batch] = importBatchesOf(store.table('settings').all());
    expect(batch).toMatchObject({
      id: batchId,
      fileName: '青溪镇台账.xlsx',
      fileSha256: 'f'.repeat(64),
      fileSizeBytes: bytes.length,
      fileId: 'file-1',
      counts: { create: 2, change: 1 },
      touched: { units: ['n1', 'n2', oldId] },
      sheets: ['企业'],
      answers: { 'units 甲公司 matching.hiddenRow': 'skip' },
      undoneAt: null,
    });
    expect(kept.get('file-1')).toEqual(bytes);
    expect(store.table('units').get('n1')).toMatchObject({ source: 'import', importBatchId: batchId });
    expect(store.undoState.get().undoLabel).toBe('导入青溪镇台账.xlsx');
  });

  it('is undone with one click much later: what nobody touched goes back, the rest is listed', async () => {
    const { store, oldId, batchId } = await imported();
    await store.commit(
      [
        { op: 'change', collection: 'units', id: 'n2', changes: { staff: 33 } },
        { op: 'change', collection: 'units', id: oldId, changes: { remarks: '核对过' } },
      ],
      { label: '后来的修改' },
    );
    const result = await undoBatch(store, batchId);
    expect(result).toMatchObject({ status: 'saved', changedCount: 2 });
    expect(result.status === 'saved' && result.left).toEqual(
      expect.arrayContaining([
        { collection: 'units', id: 'n2', path: null },
        { collection: 'units', id: oldId, path: 'remarks' },
      ]),
    );
    expect(store.table('units').get('n1')).toBeUndefined();
    expect(store.table('units').get('n2')?.staff).toBe(33);
    expect(store.table('units').get(oldId)).toMatchObject({ staff: 10, remarks: '核对过' });
    expect(importBatchesOf(store.table('settings').all())[0]?.undoneAt).not.toBeNull();
    // The undoing is a step like any other.
    expect(await store.undo()).toBe('撤销导入青溪镇台账.xlsx');
    expect(store.table('units').get('n1')?.name).toBe('新单位一');
    expect(importBatchesOf(store.table('settings').all())[0]?.undoneAt).toBeNull();
  });

  it('changes nothing when one row is refused, and points to the row', async () => {
    const store = await openTestRegister();
    await addOffice(store);
    await addUnit(store);
    const result = await run(store, [
      { op: 'create', collection: 'units', draft: unitDraft() },
      { op: 'create', collection: 'units', draft: unitDraft({ staff: 1.5 }) },
    ]);
    expect(result).toMatchObject({ status: 'failed', problems: [{ operation: 1 }] });
    expect(store.table('units').all()).toHaveLength(1);
    expect(importBatchesOf(store.table('settings').all())).toEqual([]);
  });

  it('goes through without room for the original, and says so', async () => {
    const store = await openTestRegister();
    await addOffice(store);
    await addUnit(store);
    const result = await commitImport(
      store,
      { keepFile: () => Promise.reject(new Error('no room')) },
      {
        fileName: 'a.csv',
        bytes,
        fileSha256: 'f'.repeat(64),
        sheets: [],
        operations: [],
        counts: {},
        answers: {},
      },
    );
    expect(result).toMatchObject({ status: 'saved', isFileKept: false });
  });

  it('that a crash cut short is found at the next start', async () => {
    const { store, batchId } = await imported();
    expect(interruptedImports(store)).toEqual([]);
    await store.commit(
      [
        {
          op: 'change',
          collection: 'settings',
          id: batchId,
          changes: { 'touched.units': ['n1', 'n2', 'never-written'] },
        },
      ],
      { label: '断电' },
    );
    expect(interruptedImports(store).map((batch) => batch.id)).toEqual([batchId]);
  });
});
