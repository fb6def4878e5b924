// First: the database looks for IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import '../../support/register/dev-mode';
import { readBackup, writeBackup } from '@renderer/data/backup';
import { openProblemOf } from '@renderer/data/open-problem';
import type { OpenedRegister } from '@renderer/data/open-register';
import { restoreBackup } from '@renderer/data/restore-backup';
import { openDatabase } from '@renderer/data/storage/open-database';
import { describe, expect, it } from 'vitest';
import { rawDatabases } from '../../support/register/raw-database';
import { testSealer } from '../../support/register/test-keys';
import {
  addOffice,
  freshName,
  openTestRegister,
  storages,
  unitDraft,
} from '../../support/register/test-register';

const idNo = '340123199001011234';
const phones = ['13812345678', '13987654321'];
const ext = { laterField: '电话13700001111' };
const secrets = [idNo, ...phones, '13700001111'];
const collections = ['units', 'people', 'instructors', 'settings'] as const;

const openSealed = async (name: string, number = 1) =>
  openTestRegister('dexie', {
    name,
    storage: storages.dexie(),
    sealer: await testSealer(number),
    collections,
  });

/** A person, a unit and an instructor whose numbers were typed, changed and taken out again. */
async function fill(store: OpenedRegister): Promise<string> {
  await addOffice(store);
  const created = await store.commit(
    [
      {
        op: 'create',
        collection: 'people',
        draft: { name: '周明', stage: 'full', idNo, phone: phones[0]!, ext },
      },
      {
        op: 'create',
        collection: 'units',
        draft: unitDraft({ contact: { name: '王芳', phone: phones[0]! } }),
      },
      {
        op: 'create',
        collection: 'instructors',
        draft: { name: '李晓', role: 'liaison', phone: phones[0]! },
      },
    ],
    { label: '录入' },
  );
  if (created.status === 'failed') throw new Error(JSON.stringify(created.problems));
  const [person = '', unit = '', instructor = ''] = created.ids;
  for (const changes of [{ phone: phones[1]! }, { phone: null, idNo: null }])
    await store.commit([{ op: 'change', collection: 'people', id: person, changes }], { label: '修改' });
  await store.commit(
    [
      { op: 'change', collection: 'units', id: unit, changes: { 'contact.phone': phones[1]! } },
      { op: 'delete', collection: 'instructors', id: instructor },
    ],
    { label: '修改' },
  );
  return person;
}

describe('a sealed register', () => {
  it('has nothing on the disk that identifies or reaches a person, nor in the edits, and reads it all back', async () => {
    const name = freshName();
    const store = await openSealed(name);
    const person = await fill(store);
    const before = store.snapshot();
    expect(store.table('people').get(person)?.pending[1]?.changes['phone']).toEqual({
      from: phones[0],
      to: phones[1],
    });
    await store.close();
    const raw = await rawDatabases(name);
    expect(raw).toContain('周明');
    for (const secret of secrets) expect(raw.includes(secret), secret).toBe(false);
    const again = await openSealed(name);
    expect(again.snapshot()).toEqual(before);
    expect(again.table('people').get(person)?.ext).toEqual(ext);
  });

  it('shows it in the clear when nothing is sealed: the search above can find it', async () => {
    const name = freshName();
    await fill(await openTestRegister('dexie', { name, storage: storages.dexie(), collections }));
    const raw = await rawDatabases(name);
    for (const secret of secrets) expect(raw.includes(secret), secret).toBe(true);
  });

  it('comes out of a backup sealed again', async () => {
    const name = freshName();
    const store = await openSealed(name);
    const person = await fill(store);
    const read = readBackup(writeBackup(store.snapshot(), '2026-11-21T02:00:00.000Z'));
    if ('problem' in read) throw new Error(read.problem.text);
    const target = { name, storage: storages.dexie(), sealer: await testSealer() };
    expect(await restoreBackup(store, read.backup, target)).toBeNull();
    const raw = await rawDatabases(name);
    for (const secret of secrets) expect(raw.includes(secret), secret).toBe(false);
    const again = await openSealed(name);
    expect(again.table('people').get(person)?.ext).toEqual(ext);
  });

  it('opens with its own key only, and says so', async () => {
    const name = freshName();
    const store = await openSealed(name);
    await fill(store);
    await store.close();
    for (const open of [
      () => openSealed(name, 2),
      () => openTestRegister('dexie', { name, storage: storages.dexie(), collections }),
    ]) {
      const error: unknown = await open().catch((problem: unknown) => problem);
      expect(openProblemOf(error).code).toBe('data.foreignKey');
    }
    expect((await openSealed(name)).damaged).toEqual([]);
  });

  it('takes over a register that was kept plain, document by document as they are saved', async () => {
    const name = freshName();
    const plain = await openTestRegister('dexie', { name, storage: storages.dexie(), collections });
    const person = await fill(plain);
    await plain.close();
    const store = await openSealed(name);
    const change = { op: 'change' as const, collection: 'people' as const, id: person };
    await store.commit([{ ...change, changes: { phone: '13500002222' } }], { label: '修改' });
    const raw = await rawDatabases(`${name}--0--people`);
    expect(raw).toContain('周明');
    expect(raw.includes(idNo)).toBe(false);
    expect(raw.includes('13500002222')).toBe(false);
  });
});

/** Writes into the stored people behind the register's back. */
async function tamper(
  name: string,
  change: (sealed: string, all: readonly string[]) => string,
): Promise<void> {
  const database = await openDatabase({ name, storage: storages.dexie(), collections: ['people'] });
  const { storageInstance } = database.people;
  const found = await database.people.find().exec();
  const all = found.map((one) => String(one.get('sealed')));
  const rows = await storageInstance.findDocumentsById([found[0]!.id], true);
  const [previous] = rows;
  if (!previous) throw new Error('nobody there');
  const sealed = change(all[0]!, all);
  await storageInstance.bulkWrite(
    [{ previous, document: { ...previous, sealed } as typeof previous }],
    'test',
  );
  await database.close();
}

describe('a document whose sealed part was damaged or moved', () => {
  it.each([
    ['a changed bit', (sealed: string) => `A${sealed[0] === 'A' ? 'B' : 'A'}${sealed.slice(2)}`],
    ['the sealed part of another person', (_sealed: string, all: readonly string[]) => all[1]!],
    ['half of it', (sealed: string) => sealed.slice(0, 16)],
  ])('%s: is counted, shown nowhere, and nothing writes over it', async (_what, change) => {
    const name = freshName();
    const store = await openSealed(name);
    const drafts = ['周明', '王芳'].map((person) => ({
      op: 'create' as const,
      collection: 'people' as const,
      draft: { name: person, stage: 'full' as const, idNo },
    }));
    await addOffice(store);
    await store.commit(drafts, { label: '录入' });
    await store.close();
    await tamper(name, change);
    const again = await openSealed(name);
    expect(again.damaged).toEqual([{ collection: 'people', count: 1 }]);
    const [left] = again.table('people').all();
    expect(again.table('people').all()).toHaveLength(1);
    const gone = store
      .table('people')
      .all()
      .find(({ id }) => id !== left?.id);
    const over = await again.commit(
      [{ op: 'create', collection: 'people', draft: { id: gone!.id, name: '别人', stage: 'full' } }],
      { label: '重录' },
    );
    expect(over).toMatchObject({ status: 'failed', problems: [{ problem: { code: 'data.saveFailed' } }] });
  });
});
