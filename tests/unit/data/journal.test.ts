import type { OpenedRegister } from '@renderer/data/open-register';
import type { Operation } from '@renderer/data/register-store';
import { editsOf } from '@shared/domain/edit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MemoryJournal, memoryJournal } from '../../support/register/memory-journal';
import {
  addOffice,
  addUnit,
  freshName,
  openTestRegister,
  unitDraft,
} from '../../support/register/test-register';

// Two whole registers do not fit in one realm.
const collections = ['units', 'settings'] as const;
/** Another database each time: the one before is lost. */
const open = (journal: MemoryJournal) => openTestRegister('memory', { journal, collections });
/** The database of this name goes on. */
const openAgain = (journal: MemoryJournal, name: string) =>
  openTestRegister('dexie', { journal, name, collections });
const rename = (store: OpenedRegister, id: string, name: string) =>
  store.commit([{ op: 'change', collection: 'units', id, changes: { name } }], { label: '改名' });
/** What people see of the units, with the history behind it. */
const unitsOf = (store: OpenedRegister) =>
  store
    .table('units')
    .allIncludingDeleted()
    .map(({ id, name, staff, deletedAt, updatedAt, updatedBy, rev, ...rest }) => ({
      id,
      name,
      staff,
      deletedAt,
      updatedAt,
      updatedBy,
      rev,
      edits: editsOf(rest),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe('the journal', () => {
  it('brings a register whose database was thrown away back as it was, history included', async () => {
    const journal = memoryJournal();
    const first = await open(journal);
    await addOffice(first);
    const id = await addUnit(first);
    await rename(first, id, '青溪纸品厂');
    await first.undo();
    const other = await addUnit(first, { name: '清河机械厂' });
    await first.commit([{ op: 'delete', collection: 'units', id: other }], { label: '删除' });
    const before = unitsOf(first);
    const second = await open(journal);
    expect(unitsOf(second)).toEqual(before);
    expect(second.selfCheck).toMatchObject({
      editCount: 6,
      documentCount: 3,
      damagedCount: 0,
      leftEdits: [],
    });
    expect(second.table('settings').all()).toHaveLength(1);
  });

  it('holds an edit before the register does: a crash in between loses nothing', async () => {
    const journal = memoryJournal();
    const first = await open(journal);
    const id = await addUnit(first);
    const told = journal.text;
    await rename(first, id, '青溪纸品厂');
    const onlyInJournal = journal.text.slice(told.length);
    await first.undo();
    const undone = journal.text.slice(told.length + onlyInJournal.length);
    expect(onlyInJournal).toContain('青溪纸品厂');
    // The register as the crash leaves it: without the rename, which the person was about to be told is saved.
    const crashed = memoryJournal();
    crashed.text = told + onlyInJournal;
    const second = await open(crashed);
    expect(second.table('units').get(id)?.name).toBe('青溪纸品厂');
    crashed.text += undone;
    await second.close();
    expect((await open(crashed)).table('units').get(id)?.name).toBe('青溪纸业有限公司');
  });

  it('looks only at what was written since the last start, and puts nothing back twice', async () => {
    const journal = memoryJournal();
    const name = freshName();
    const first = await openAgain(journal, name);
    const id = await addUnit(first);
    await first.close();
    const second = await openAgain(journal, name);
    expect(second.selfCheck).toMatchObject({ editCount: 0 });
    await rename(second, id, '青溪纸品厂');
    await second.close();
    const third = await openAgain(journal, name);
    expect(third.selfCheck).toMatchObject({ editCount: 0, damagedCount: 0 });
    expect(third.table('units').get(id)?.pending).toHaveLength(2);
  });

  it('saves nothing that it cannot write down first, and says why', async () => {
    const journal = memoryJournal();
    const store = await open(journal);
    journal.refusal = 'ENOSPC';
    const draft = unitDraft();
    const result = await store.commit([{ op: 'create', collection: 'units', draft }], { label: '新增' });
    expect(result).toMatchObject({
      status: 'failed',
      problems: [{ problem: { code: 'data.journalFailed' } }],
    });
    expect(store.table('units').all()).toEqual([]);
    journal.refusal = null;
    expect((await open(journal)).table('units').all()).toEqual([]);
  });

  it('does not bring back what a person emptied, nor what could not be saved', async () => {
    const journal = memoryJournal();
    const first = await open(journal);
    await addUnit(first);
    await first.clear();
    const kept = await addUnit(first, { name: '后来的厂' });
    const second = await open(journal);
    expect(
      second
        .table('units')
        .all()
        .map(({ id }) => id),
    ).toEqual([kept]);
  });

  it('reads past a line that was cut or damaged and counts it', async () => {
    const journal = memoryJournal();
    const first = await open(journal);
    const id = await addUnit(first);
    await rename(first, id, '青溪纸品厂');
    await addUnit(first, { name: '最后一家' });
    const lines = journal.text.trimEnd().split('\n');
    journal.text = [lines[0], lines[1]?.replace('青溪纸品厂', '青溪纸晶厂'), lines[2]?.slice(0, 90)].join(
      '\n',
    );
    const second = await open(journal);
    expect(second.selfCheck).toMatchObject({ damagedCount: 2, editCount: 1 });
    expect(
      second
        .table('units')
        .all()
        .map(({ name }) => name),
    ).toEqual(['青溪纸业有限公司']);
  });

  it('tells of edits whose document nothing brings back, and tries again at the next start', async () => {
    const journal = memoryJournal();
    const first = await open(journal);
    const id = await addUnit(first);
    const created = journal.text.length;
    await rename(first, id, '青溪纸品厂');
    const part = memoryJournal();
    part.text = journal.text.slice(created);
    const second = await open(part);
    expect(second.selfCheck?.leftEdits.map(({ documentId }) => documentId)).toEqual([id]);
    part.text = journal.text;
    expect((await open(part)).table('units').get(id)?.name).toBe('青溪纸品厂');
  });

  it('gives the same register after any work and a database lost at any moment', async () => {
    const step = fc.record({
      kind: fc.constantFrom('add', 'rename', 'staff', 'delete', 'restore', 'undo'),
      which: fc.nat(5),
      value: fc.nat(99),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const journal = memoryJournal();
        const first = await open(journal);
        for (const { kind, which, value } of steps) {
          const ids = first
            .table('units')
            .allIncludingDeleted()
            .map(({ id }) => id);
          const id = ids[which % Math.max(1, ids.length)];
          if (kind === 'undo') await first.undo();
          else if (kind === 'add' || id === undefined) await addUnit(first, { name: `厂${value}` });
          else await first.commit([operation(kind, id, value)], { label: kind });
        }
        const before = unitsOf(first);
        await first.close();
        const second = await open(journal);
        expect(unitsOf(second)).toEqual(before);
        await second.close();
      }),
      { numRuns: 20 },
    );
  });
});

function operation(kind: 'rename' | 'staff' | 'delete' | 'restore', id: string, value: number): Operation {
  if (kind === 'delete' || kind === 'restore') return { op: kind, collection: 'units', id };
  const changes = kind === 'rename' ? { name: `厂${value}` } : { staff: value };
  return { op: 'change', collection: 'units', id, changes };
}
