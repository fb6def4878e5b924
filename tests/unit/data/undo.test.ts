import '../../support/register/dev-mode';
import { revertChanges } from '@shared/domain/changes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertyRuns } from '../../support/property-runs';
import { addUnit, openTestRegister } from '../../support/register/test-register';

describe('undo and redo', () => {
  it('takes steps back newest first by new edits, and does them again', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store, { staff: 1 });
    const staff = () => store.table('units').get(id)?.staff;
    const change = (value: number) =>
      store.commit([{ op: 'change', collection: 'units', id, changes: { staff: value } }], {
        label: `改为${value}`,
      });
    await change(2);
    await change(3);
    expect(store.undoState.get()).toMatchObject({ canUndo: true, undoLabel: '改为3', canRedo: false });
    expect(await store.undo()).toBe('改为3');
    expect(staff()).toBe(2);
    expect(await store.undo()).toBe('改为2');
    expect(staff()).toBe(1);
    expect(await store.redo()).toBe('改为2');
    expect(await store.redo()).toBe('改为3');
    expect(staff()).toBe(3);
    expect(await store.redo()).toBeNull();
    expect(store.table('units').get(id)?.pending).toHaveLength(7);
  });

  it('takes back a creation by deleting softly, and redoes it', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store);
    expect(await store.undo()).toBe('新增单位');
    expect(store.table('units').get(id)).toBeUndefined();
    await store.redo();
    expect(store.table('units').get(id)?.deletedAt).toBeNull();
    await store.undo();
    expect(store.table('units').get(id)).toBeUndefined();
    expect(await store.undo()).toBeNull();
  });

  it('forgets what could be redone once something new is done', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store, { staff: 1 });
    await store.undo();
    await addUnit(store);
    expect(store.undoState.get()).toMatchObject({ canRedo: false, redoLabel: null });
    expect(store.table('units').get(id)).toBeUndefined();
  });

  it('leaves a value changed since by somebody else and says so', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store, { staff: 1 });
    const commit = (changes: Record<string, unknown>, isUndoable: boolean) =>
      store.commit([{ op: 'change', collection: 'units', id, changes }], { label: '修改', isUndoable });
    await commit({ staff: 2, 'contact.phone': '13800138000' }, true);
    await commit({ staff: 9 }, false);
    expect(await store.undo()).toBe('修改');
    expect(store.table('units').get(id)).toMatchObject({ staff: 9, contact: { phone: null } });
    expect(store.undoState.get().lastProblem?.text).toBe(
      '已撤销“修改”，其中1处后来又改过，保留现值：两新组织·从业人员。',
    );
  });

  it('keeps a created document that was worked on since', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store);
    await store.commit([{ op: 'change', collection: 'units', id, changes: { staff: 3 } }], {
      label: '另一处修改',
      isUndoable: false,
    });
    await store.undo();
    expect(store.table('units').get(id)?.staff).toBe(3);
    expect(store.undoState.get().lastProblem?.code).toBe('data.undoLeftSome');
  });

  it('reaches the first state again by undoing everything, whatever was done', async () => {
    const change = fc.record({
      path: fc.constantFrom('staff', 'owner.name', 'remarks', 'pastStatuses.2024-01', 'kept.a'),
      value: fc.constantFrom(null, 3, '甲', undefined, 'suspended', {
        reason: '已核',
        by: '李',
        at: '2026-01-01T00:00:00Z',
      }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }), async (steps) => {
        const store = await openTestRegister();
        const id = await addUnit(store, { staff: 1 });
        const first = store.table('units').get(id)!;
        for (const step of steps)
          await store.commit(
            step.map(({ path, value }) => ({
              op: 'change',
              collection: 'units',
              id,
              changes: { [path]: value },
            })),
            { label: '改' },
          );
        const now = store.table('units').get(id)!;
        const replayedBack = now.pending
          .slice(1)
          .reduceRight((state, edit) => revertChanges(state, edit.changes), now);
        expect(content(replayedBack)).toEqual(content(first));
        while (store.undoState.get().undoLabel === '改') await store.undo();
        expect(content(store.table('units').get(id)!)).toEqual(content(first));
        while (store.undoState.get().canRedo) await store.redo();
        expect(content(store.table('units').get(id)!)).toEqual(content(now));
        await store.close();
      }),
      propertyRuns(15),
    );
  });
});

/** Without what every edit moves. */
function content(document: { pending: unknown; rev: number; updatedAt: string; updatedBy: string }) {
  const { pending: _, rev: __, updatedAt: ___, updatedBy: ____, ...rest } = document;
  return rest;
}
