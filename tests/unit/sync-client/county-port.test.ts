import '../../support/register/dev-mode';
import type { PulledItem, PushReply } from '@shared/sync/messages';
import { describe, expect, it } from 'vitest';
import { accepted, countyItem, countyTime as time } from '../../support/register/county-items';
import { addOffice, addUnit, openTestRegister } from '../../support/register/test-register';

type Register = Awaited<ReturnType<typeof openTestRegister>>;

const change = (store: Register, id: string, changes: Record<string, unknown>) =>
  store.commit([{ op: 'change', collection: 'units', id, changes }], { label: '改' });

const unit = (store: Register, id: string) => store.table('units').getIncludingDeleted(id)!;

describe('outbox', () => {
  it('[PUSH-1] sends places before what lies in them, higher ones first, and a document in its order', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store);
    await change(store, id, { staff: 5 });
    const place = (placeId: string, parentId: string | null, level: 'county' | 'township' | 'village') =>
      ({
        op: 'create',
        collection: 'orgUnits',
        draft: { id: placeId, name: placeId, level, parentId },
      }) as const;
    await store.commit(
      [place('v', 'town-1', 'village'), place('town-1', 'c', 'township'), place('c', null, 'county')],
      { label: '建' },
    );
    const edits = await store.county.nextEdits(10);
    expect(edits.map((one) => [one.documentId, one.edit.op])).toEqual([
      ['c', 'create'],
      ['town-1', 'create'],
      ['v', 'create'],
      [id, 'create'],
      [id, 'change'],
    ]);
    expect((await store.county.nextEdits(4)).length).toBe(4);
    expect((await store.county.nextEdits(9, new Set([`units/${id}`]))).length).toBe(3);
  });

  it('[EDIT-3] sends a creation with its first content and none of the device bookkeeping', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store, { staff: 3 });
    await change(store, id, { staff: 5 });
    const [create, later] = await store.county.nextEdits(10);
    expect(create?.content).toMatchObject({ id, staff: 3, rev: 0, createdBy: '李晓' });
    expect(Object.keys(create?.content ?? {})).not.toEqual(
      expect.arrayContaining(['pending', 'isPending', 'history', 'seq']),
    );
    expect(later?.content).toBeNull();
  });

  it('[SCOPE-7] never counts or sends what stays on the device', async () => {
    const store = await openTestRegister();
    await addOffice(store);
    expect(store.table('settings').all()[0]?.isPending).toBe(false);
    expect(store.table('settings').all()[0]?.pending).toHaveLength(1);
    expect(await store.county.nextEdits(10)).toEqual([]);
    expect(store.county.unsentCount.get()).toBe(0);
    await addUnit(store);
    expect(store.county.unsentCount.get()).toBe(1);
  });
});

describe('answers', () => {
  it('[REBASE-3] take exactly the answered edits out of pending', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store, { staff: 1 });
    const edits = await store.county.nextEdits(10);
    const item = countyItem(unit(store, id), 7);
    await change(store, id, { staff: 2 });
    const taken = await store.county.takeAnswers(edits, accepted(edits, 7, [item]), true);
    expect(taken).toMatchObject({ answeredCount: 1, parkedCount: 0, writtenCount: 1 });
    expect(unit(store, id)).toMatchObject({ staff: 2, seq: 7, isPending: true });
    expect(unit(store, id).pending.map((edit) => edit.op)).toEqual(['change']);
    expect(unit(store, id).history.map((edit) => edit.seq)).toEqual([7]);
    expect(store.county.unsentCount.get()).toBe(1);
  });

  it('[REJECT-1][REJECT-2] park a refused creation with its content and take it out of the tables', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store, { staff: 1 });
    const edits = await store.county.nextEdits(10);
    const problem = {
      code: 'sync.outsideScope',
      severity: 'error',
      text: '不在范围',
      field: null,
      details: {},
    } as const;
    const reply: PushReply = {
      epoch: 'e',
      serverTime: time,
      documents: [{ collection: 'units', id, seq: 0, document: null }],
      answers: [{ outcome: 'rejected', editId: edits[0]!.edit.editId, problem }],
    };
    expect(await store.county.takeAnswers(edits, reply, false)).toMatchObject({ parkedCount: 1 });
    expect(store.table('units').getIncludingDeleted(id)).toBeUndefined();
    const [parked] = store.table('conflicts').all();
    expect(parked).toMatchObject({
      kind: 'parked',
      documentId: id,
      problemCode: 'sync.outsideScope',
      content: { staff: 1 },
      state: 'open',
      isPending: false,
    });
    expect(await store.county.nextEdits(10)).toEqual([]);
    // Handed over, it travels itself.
    await store.commit(
      [{ op: 'change', collection: 'conflicts', id: parked!.id, changes: { outcome: 'handedOver' } }],
      { label: '移交' },
    );
    const handedOver = await store.county.nextEdits(10);
    expect(handedOver.map(({ edit }) => edit.op)).toEqual(['create', 'change']);
    expect(handedOver[0]?.content).toMatchObject({ outcome: 'handedOver', kind: 'parked' });
  });

  it('[REJECT-3][SCOPE-3] parks an edit of a record out of reach where the office may hand it over', async () => {
    const store = await openTestRegister();
    await addOffice(store);
    const id = await addUnit(store, { staff: 1, townshipId: 'elsewhere' });
    const edits = (await store.county.nextEdits(10)).filter(({ documentId }) => documentId === id);
    const park = async (code: string) => {
      const problem = { code, severity: 'error' as const, text: '不收', field: null, details: {} };
      const answers = edits.map(({ edit }) => ({
        outcome: 'rejected' as const,
        editId: edit.editId,
        problem,
      }));
      await store.county.takeAnswers(edits, { epoch: 'e', serverTime: time, documents: [], answers }, false);
      return store.table('conflicts').all()[0]?.orgUnitId;
    };
    expect(await park('sync.outsideScope')).toBe('town-1');
  });
});

describe('pulled documents', () => {
  it('[PULL-5][PULL-7] change nothing a second time, and older ones are ignored', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store, { staff: 1 });
    const edits = await store.county.nextEdits(10);
    const item = countyItem(unit(store, id), 7);
    await store.county.takeAnswers(edits, accepted(edits, 7, [item]), true);
    const before = unit(store, id);
    expect(await store.county.takeItems([item], true)).toMatchObject({ writtenCount: 0 });
    expect(await store.county.takeItems([{ ...item, seq: 6 }], true)).toMatchObject({ writtenCount: 0 });
    expect(unit(store, id)).toBe(before);
    await store.county.takeItems([countyItem(before, 9, { staff: 44 })], true);
    expect(unit(store, id)).toMatchObject({ staff: 44, seq: 9, isPending: false });
  });

  it('[PULL-4] an unreadable document is reported and nothing of it kept', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store);
    const item = countyItem(unit(store, id), 7, { status: 'dissolving' });
    const taken = await store.county.takeItems([item], true);
    expect(taken.unreadable.map((one) => one.id)).toEqual([id]);
    expect(unit(store, id)).toMatchObject({ status: 'operating', seq: null });
  });

  it('[SKEW-2] unknown fields wait in ext and are no change', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store, { id: 'u9' });
    const known = countyItem(unit(store, id), 7);
    const owner = { ...(known.document!['owner'] as object), hobby: '钓鱼' };
    await store.county.takeItems([{ ...known, document: { ...known.document, owner, colour: 'red' } }], true);
    expect(unit(store, id)).toMatchObject({ ext: { colour: 'red', 'owner.hobby': '钓鱼' }, seq: 7 });
    expect(unit(store, id).isPending).toBe(false);
    await change(store, id, { staff: 2 });
    const [edit] = await store.county.nextEdits(10);
    expect(edit?.edit.changes).toEqual({ staff: { from: null, to: 2 } });
  });

  it('[SCOPE-4] a document that left goes when nothing is pending, off the disk too, and may come back', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store);
    const edits = await store.county.nextEdits(10);
    const item = countyItem(unit(store, id), 7);
    await change(store, id, { staff: 2 });
    const exit: PulledItem = { collection: 'units', id, seq: 8, document: null };
    expect(store.county.leavingCount([exit])).toBe(0);
    await store.county.takeItems([exit], true);
    expect(unit(store, id)).toBeDefined();
    await store.county.takeAnswers(edits, accepted(edits, 7, [item]), true);
    const rest = await store.county.nextEdits(10);
    const reply = accepted(rest, 9, [{ ...exit, seq: 9 }]);
    expect(store.county.leavingCount(reply.documents, reply.answers)).toBe(1);
    await store.county.takeAnswers(rest, reply, false);
    expect(unit(store, id)).toMatchObject({ pending: [], staff: 2 });
    expect(await store.county.takeItems([{ ...exit, seq: 9 }], true)).toMatchObject({ removedCount: 1 });
    expect(store.table('units').getIncludingDeleted(id)).toBeUndefined();
    await store.county.takeItems([{ ...item, seq: 12 }], true);
    expect(unit(store, id).seq).toBe(12);
  });
});

describe('removal', () => {
  it('[GUARD-1] counts no document that is deleted already, and lets it go without a yes', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store);
    const edits = await store.county.nextEdits(10);
    const item = { ...countyItem(unit(store, id), 7) };
    const deleted = { ...item, document: { ...item.document, deletedAt: '2026-03-01T00:00:00.000Z' } };
    await store.county.takeAnswers(edits, accepted(edits, 7, [deleted]), true);
    const exit: PulledItem = { collection: 'units', id, seq: 8, document: null };
    expect(store.county.leavingCount([exit])).toBe(0);
    expect(await store.county.takeItems([exit], false)).toMatchObject({ removedCount: 1 });
  });

  it('[GUARD-1] never takes a document with an unsent edit', async () => {
    const store = await openTestRegister();
    const [mine, gone] = [await addUnit(store), await addUnit(store)];
    const edits = await store.county.nextEdits(10);
    const items = [countyItem(unit(store, mine), 7), countyItem(unit(store, gone), 8)];
    await store.county.takeAnswers(edits, accepted(edits, 8, items), true);
    await change(store, mine, { staff: 3 });
    const refs = [mine, gone].map((id) => ({ collection: 'units' as const, id }));
    expect(store.county.labelsOf(refs)).toEqual(['两新组织 青溪纸业有限公司', '两新组织 青溪纸业有限公司']);
    expect(await store.county.remove(refs)).toBe(1);
    expect(unit(store, mine)).toBeDefined();
    expect(unit(store, gone)).toBeUndefined();
  });
});

describe('another life of the county', () => {
  it('[EPOCH-3] puts lost edits back in front of pending, once, and forgets their numbers', async () => {
    const store = await openTestRegister();
    const id = await addUnit(store, { staff: 1 });
    for (const [staff, seq] of [
      [2, 7],
      [3, 11],
    ] as const) {
      const edits = await store.county.nextEdits(10);
      await store.county.takeAnswers(edits, accepted(edits, seq, [countyItem(unit(store, id), seq)]), true);
      await change(store, id, { staff });
    }
    expect(unit(store, id).history.map((edit) => edit.seq)).toEqual([7, 11]);
    for (let i = 0; i < 2; i++) await store.county.reoffer(10);
    expect(unit(store, id).history.map((edit) => edit.seq)).toEqual([7]);
    expect(unit(store, id).pending.map(({ changes }) => changes['staff']?.to)).toEqual([2, 3]);
    expect(unit(store, id)).toMatchObject({ seq: 0, isPending: true, staff: 3 });
  });
});

describe('memory', () => {
  it('survives a restart and is changed atomically', async () => {
    const shared = {
      name: 'memory-test',
      storage: (await import('../../support/register/test-register')).storages.dexie(),
    };
    const store = await openTestRegister('dexie', shared);
    expect(store.county.memory.get()).toBeNull();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        store.county.memory.change((now) => ({ count: Number(now?.['count'] ?? 0) + 1 })),
      ),
    );
    expect(store.county.memory.get()).toEqual({ count: 20 });
    await store.close();
    const again = await openTestRegister('dexie', shared);
    expect(again.county.memory.get()).toEqual({ count: 20 });
    await again.clear();
    expect(again.county.memory.get()).toBeNull();
  });
});
