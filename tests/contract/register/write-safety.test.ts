import '../../support/register/dev-mode';
import { parseEvents } from '@renderer/data/journal/journal-lines';
import { missingEdits } from '@renderer/data/journal/missing-edits';
import type { NewDocument, Operation } from '@renderer/data/register-store';
import type { Storage } from '@renderer/data/storage/open-database';
import { describe, expect, it } from 'vitest';
import { memoryJournal } from '../../support/register/memory-journal';
import {
  addUnit,
  freshName,
  openTestRegister,
  type StorageKind,
  storages,
  unitDraft,
} from '../../support/register/test-register';

const create = (more: Partial<NewDocument<'units'>>): Operation => ({
  op: 'create',
  collection: 'units',
  draft: unitDraft(more),
});
const manyUnits = (count: number): Operation[] =>
  Array.from({ length: count }, (_, i) => create({ id: `u${String(i).padStart(4, '0')}`, staff: i }));

/** The same storage, whose n-th bulk write to a collection of the register fails as a full disk does. */
function failingAt(
  storage: Storage,
  failing: { at: number; count: number; wait?: () => Promise<void> },
): Storage {
  const fault = Object.assign(new Error('disk full'), { name: 'QuotaExceededError' });
  return {
    name: storage.name,
    rxdbVersion: storage.rxdbVersion,
    async createStorageInstance(params) {
      const instance = await storage.createStorageInstance(params);
      const write = instance.bulkWrite.bind(instance);
      instance.bulkWrite = (rows, context) => {
        if (context === 'register' && ++failing.count === failing.at)
          return Promise.resolve(failing.wait?.()).then(() => Promise.reject(fault));
        return write(rows, context);
      };
      return instance;
    },
  };
}

describe.each(Object.keys(storages) as StorageKind[])('a save that fails on %s', (kind) => {
  it('leaves nothing of a long commit behind when the third part fails', async () => {
    const failing = { at: 0, count: 0 };
    const name = freshName();
    const storage = failingAt(storages[kind](), failing);
    const store = await openTestRegister(kind, { name, storage });
    const id = await addUnit(store, { staff: 1 });
    failing.at = failing.count + 3;
    const progress: number[] = [];
    const result = await store.commit(
      [...manyUnits(700), { op: 'change', collection: 'units', id, changes: { staff: 2 } }],
      { label: '导入', onProgress: (done) => progress.push(done) },
    );
    expect(result).toMatchObject({ status: 'failed', problems: [{ problem: { code: 'data.diskFull' } }] });
    expect(progress).toEqual([250, 500]);
    expect(
      store
        .table('units')
        .allIncludingDeleted()
        .map((unit) => [unit.id, unit.staff]),
    ).toEqual([[id, 1]]);
    expect(store.undoState.get()).toMatchObject({ isSaving: false, undoLabel: '新增单位' });
    expect(store.undoState.get().lastProblem?.code).toBe('data.diskFull');
    // The same commit goes through once there is room, over the remains of the first try.
    const again = await store.commit(manyUnits(700), { label: '导入' });
    expect(again).toMatchObject({ status: 'saved', changedCount: 700 });
    expect(store.table('units').all()).toHaveLength(701);
  });
});

describe('the journal and the database', () => {
  const openBeside = async () => {
    const counted = { at: 0, count: 0 };
    const journal = memoryJournal();
    const shared = { name: freshName(), storage: failingAt(storages.memory(), counted), journal };
    const store = await openTestRegister('memory', shared);
    const id = await addUnit(store, { staff: 1 });
    const save = () =>
      store.commit([{ op: 'change', collection: 'units', id, changes: { staff: 2 } }], { label: '改' });
    return { counted, journal, store, id, save };
  };

  it('nothing is in the database, or shown, before the journal has it', async () => {
    const { counted, journal, store, id, save } = await openBeside();
    const { append } = journal;
    const [asked, flushed] = [signal(), signal()];
    journal.append = async (text) => {
      asked.give();
      await flushed.given;
      await append(text);
    };
    const writtenBefore = counted.count;
    const saving = save();
    await asked.given;
    // Longer than sealing a document takes.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(counted.count).toBe(writtenBefore);
    expect(store.table('units').get(id)?.staff).toBe(1);
    flushed.give();
    expect(await saving).toMatchObject({ status: 'saved' });
    expect(counted.count).toBe(writtenBefore + 1);
    expect(store.table('units').get(id)?.staff).toBe(2);
  });

  it('an edit the journal cannot take is not written at all, and the journal says so where it can', async () => {
    const { counted, journal, store, id, save } = await openBeside();
    const { append } = journal;
    let refusals = 1;
    journal.append = async (text) => {
      await append(text);
      // The line may be there or not when a flush fails.
      if (refusals-- > 0) throw new Error('no space left');
    };
    const writtenBefore = counted.count;
    expect(await save()).toMatchObject({
      status: 'failed',
      problems: [{ problem: { code: 'data.journalFailed' } }],
    });
    expect(counted.count).toBe(writtenBefore);
    expect(store.table('units').get(id)?.staff).toBe(1);
    expect(missingEdits(parseEvents(journal.text).events, () => false)).toHaveLength(1);
    expect(await save()).toMatchObject({ status: 'saved' });
  });
});

describe('after a failed save', () => {
  it('the database, too, holds only what was there before', async () => {
    const failing = { at: 0, count: 0 };
    const name = freshName();
    const storage = failingAt(storages.dexie(), failing);
    const store = await openTestRegister('dexie', { name, storage });
    const id = await addUnit(store, { staff: 1 });
    failing.at = failing.count + 2;
    await store.commit(
      [{ op: 'change', collection: 'units', id, changes: { staff: 2 } }, ...manyUnits(300)],
      { label: '导入' },
    );
    await store.close();
    const reopened = await openTestRegister('dexie', { name, storage: storages.dexie() });
    expect(reopened.table('units').allIncludingDeleted()).toHaveLength(1);
    expect(reopened.table('units').get(id)).toMatchObject({ staff: 1, rev: 0 });
    expect(reopened.table('units').get(id)?.pending).toHaveLength(1);
  });
});

describe('a save that fails after the county took part of it', () => {
  it('keeps what the county has, takes the rest back, and says so', async () => {
    const failing: Parameters<typeof failingAt>[1] = { at: 0, count: 0 };
    const shared = {
      name: freshName(),
      allowDuplicate: true,
      collections: ['units', 'settings', 'conflicts'] as const,
    };
    const disk = storages.memory();
    const typing = await openTestRegister('memory', { ...shared, storage: failingAt(disk, failing) });
    const syncing = await openTestRegister('memory', { ...shared, storage: disk });
    failing.at = failing.count + 2;
    let taken = Promise.resolve();
    const takePart = async () => {
      const pushed = await syncing.county.nextEdits(1);
      const [{ documentId: id, edit }] = pushed as [(typeof pushed)[0]];
      const { pending: _, isPending: __, ...rest } = syncing.table('units').get(id)!;
      const answered = { ...edit, seq: 7, receivedAt: edit.at, sentBy: '李晓', kept: {} };
      const document = { ...rest, seq: 7, rev: 1, history: [answered] };
      const documents = [{ collection: 'units' as const, id, seq: 7, document }];
      const answers = [{ outcome: 'accepted' as const, editId: edit.editId, seq: 7 }];
      await syncing.county.takeAnswers(pushed, { epoch: 'e', serverTime: edit.at, documents, answers }, true);
    };
    failing.wait = () => taken;
    const result = await typing.commit(manyUnits(300), {
      label: '导入',
      onProgress: () => {
        taken = new Promise((resolve) => setTimeout(resolve, 50)).then(takePart);
      },
    });
    expect(result).toMatchObject({ status: 'failed', problems: [{ problem: { code: 'data.partlySaved' } }] });
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const store of [typing, syncing])
      expect(store.table('units').allIncludingDeleted()).toMatchObject([{ seq: 7, pending: [] }]);
  });
});

describe('two windows on one database', () => {
  const openTwo = async (kind: StorageKind) => {
    const shared = { name: freshName(), allowDuplicate: true, collections: ['units', 'settings'] as const };
    const storage = storages[kind]();
    const first = await openTestRegister(kind, { ...shared, storage });
    const second = await openTestRegister(kind, { ...shared, storage });
    return { first, second };
  };
  const seen = async (condition: () => boolean) => {
    for (let i = 0; i < 200 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(condition()).toBe(true);
  };

  it.each(Object.keys(storages) as StorageKind[])('see each other on %s', async (kind) => {
    const { first, second } = await openTwo(kind);
    const id = await addUnit(first, { staff: 1 });
    await seen(() => second.table('units').get(id)?.staff === 1);
    await second.commit([{ op: 'change', collection: 'units', id, changes: { staff: 2 } }], { label: '改' });
    await seen(() => first.table('units').get(id)?.staff === 2);
    // The unit was worked on in the other window since it was created here: undo leaves it.
    await first.undo();
    expect(first.table('units').get(id)?.staff).toBe(2);
    expect(first.undoState.get().lastProblem?.code).toBe('data.undoLeftSome');
  });

  it.each(Object.keys(storages) as StorageKind[])('keep both edits of one document on %s', async (kind) => {
    const { first, second } = await openTwo(kind);
    const id = await addUnit(first);
    await seen(() => second.table('units').get(id) !== undefined);
    const change = (store: typeof first, changes: Record<string, unknown>) =>
      store.commit([{ op: 'change', collection: 'units', id, changes }], { label: '改' });
    const results = await Promise.all([
      change(first, { staff: 11 }),
      change(second, { remarks: '已走访' }),
      change(first, { 'owner.name': '赵敏' }),
      change(second, { 'contact.name': '钱进' }),
    ]);
    expect(results.map((result) => result.status)).toEqual(['saved', 'saved', 'saved', 'saved']);
    for (const store of [first, second]) await seen(() => store.table('units').get(id)?.pending.length === 5);
    expect(first.table('units').get(id)).toEqual(second.table('units').get(id));
    expect(first.table('units').get(id)).toMatchObject({
      staff: 11,
      remarks: '已走访',
      owner: { name: '赵敏' },
      contact: { name: '钱进' },
      rev: 4,
    });
  });

  it.each(Object.keys(storages) as StorageKind[])(
    'one that opens in the middle of a save takes nothing for lost on %s',
    async (kind) => {
      const journal = memoryJournal();
      const windows = {
        ...{ name: freshName(), allowDuplicate: true, collections: ['units', 'settings'] as const },
        ...{ storage: storages[kind](), journal },
      };
      const first = await openTestRegister(kind, windows);
      const id = await addUnit(first);
      const { append, whileComparing } = journal;
      const [written, mayGoOn, asked] = [signal(), signal(), signal()];
      journal.append = async (text) => {
        await append(text);
        written.give();
        await mayGoOn.given;
      };
      journal.whileComparing = (job) => {
        asked.give();
        return whileComparing(job);
      };
      const saving = first.commit([{ op: 'change', collection: 'units', id, changes: { staff: 3 } }], {
        label: '改',
      });
      await written.given;
      const opening = openTestRegister(kind, windows);
      await Promise.race([opening, asked.given]);
      mayGoOn.give();
      expect(await saving).toMatchObject({ status: 'saved' });
      const second = await opening;
      expect(second.selfCheck).toMatchObject({ editCount: 0, leftEdits: [] });
      expect(first.table('units').get(id)?.pending).toHaveLength(2);
      await seen(() => second.table('units').get(id)?.staff === 3);
    },
  );
});

/** Given once, heard by all who wait or come later. */
function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
