import { applyChanges, diffDocuments } from '@shared/domain/changes';
import type { Changes, Edit } from '@shared/domain/edit';
import type { Problem } from '@shared/problems/problem';
import { applyEdit, type PlainDocument, type ValidateDocument } from '@shared/sync/apply-edit';
import { contentBefore, rebase } from '@shared/sync/rebase';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const fine: ValidateDocument = () => [];
const edit = (changes: Changes, op: Edit['op'] = 'change'): Edit => ({
  editId: 'e1',
  op,
  at: '2026-01-01T00:00:00.000Z',
  by: '王芳',
  device: 'pc-1',
  changes,
  batchId: null,
  note: null,
});
const change = (document: PlainDocument | null, changes: Changes, validate = fine) =>
  applyEdit(document, { edit: edit(changes), content: null }, validate);

const unit = {
  id: 'u1',
  name: '清河机械厂',
  staff: 20,
  deletedAt: null,
  covers: { c1: { unitId: 'x', to: null } },
};

describe('applyEdit', () => {
  it('[APPLY-1] sets a path whose current value is what the edit started from', () => {
    expect(change(unit, { staff: { from: 20, to: 30 } })).toMatchObject({
      outcome: 'accepted',
      applied: { staff: { from: 20, to: 30 } },
      document: { staff: 30 },
    });
  });
  it('[APPLY-2] accepts a path that already has the wanted value without changing anything', () => {
    expect(change(unit, { staff: { from: 10, to: 20 } })).toMatchObject({
      outcome: 'accepted',
      applied: {},
    });
  });
  it('[APPLY-3] keeps the county value of a path changed differently and both values beside it', () => {
    expect(change(unit, { staff: { from: 10, to: 30 } })).toEqual({
      outcome: 'conflicted',
      applied: {},
      document: unit,
      conflicts: [{ path: 'staff', before: 10, theirs: 20, mine: 30 }],
    });
  });
  it('[APPLY-4] merges the other fields of an edit that has one conflicting path', () => {
    const result = change(unit, {
      staff: { from: 10, to: 30 },
      name: { from: '清河机械厂', to: '清河机械有限公司' },
    });
    expect(result).toMatchObject({
      outcome: 'conflicted',
      document: { staff: 20, name: '清河机械有限公司' },
    });
  });
  it('[APPLY-4] adds entries of two offices to one map without a conflict', () => {
    const first = change(unit, { 'covers.c2': { to: { unitId: 'y', to: null } } });
    if (first.outcome !== 'accepted') throw new Error('first office was not accepted');
    const second = change(first.document, { 'covers.c3': { to: { unitId: 'z', to: null } } });
    expect(second).toMatchObject({ outcome: 'accepted', document: { covers: { c1: {}, c2: {}, c3: {} } } });
  });
  it('[APPLY-5] does not bring back a map entry by a change below it', () => {
    const without = { ...unit, covers: {} };
    const result = change(without, { 'covers.c1.to': { from: null, to: '2026-01-01' } });
    expect(result).toMatchObject({ outcome: 'conflicted', document: { covers: {} } });
    expect(change(without, { 'covers.c1.note': { to: '新' } })).toMatchObject({ outcome: 'conflicted' });
  });
  it('[APPLY-6] accepts a repeated create of the same content and refuses another under the same id', () => {
    const create = (content: PlainDocument) => applyEdit(unit, { edit: edit({}, 'create'), content }, fine);
    expect(create({ ...unit, rev: 9 })).toMatchObject({ outcome: 'accepted', applied: {} });
    expect(create({ ...unit, name: '另一家' })).toMatchObject({
      outcome: 'rejected',
      problem: { code: 'sync.idTaken' },
    });
  });
  it('[APPLY-7] changes fields of a deleted document and leaves it deleted', () => {
    const deleted = { ...unit, deletedAt: '2026-01-01T00:00:00.000Z' };
    expect(change(deleted, { staff: { from: 20, to: 30 } })).toMatchObject({
      document: { staff: 30, deletedAt: '2026-01-01T00:00:00.000Z' },
    });
  });
  it('[APPLY-8] rejects the whole edit when the result would break the schema', () => {
    const problem: Problem = { code: 'x', severity: 'error', text: '不合规则', field: 'staff', details: {} };
    const strict: ValidateDocument = (document) => (document['staff'] === 30 ? [problem] : []);
    expect(
      change(unit, { staff: { from: 20, to: 30 }, name: { from: '清河机械厂', to: '改' } }, strict),
    ).toEqual({ outcome: 'rejected', problem });
  });
  it('[APPLY-9] rejects an edit of a bookkeeping field', () => {
    expect(change(unit, { id: { from: 'u1', to: 'u2' } })).toMatchObject({
      outcome: 'rejected',
      problem: { code: 'sync.bookkeepingChanged' },
    });
  });
  it('[PUSH-3] rejects a change of a document the county does not have', () => {
    expect(change(null, { staff: { from: 1, to: 2 } })).toMatchObject({
      outcome: 'rejected',
      problem: { code: 'sync.unknownDocument' },
    });
  });
});

// A document of a few fields and two map entries, small enough that random edits collide often.
const state = fc.record({
  a: fc.integer({ min: 0, max: 2 }),
  b: fc.constantFrom(null, 'x', 'y'),
  map: fc.dictionary(fc.constantFrom('m', 'n'), fc.record({ v: fc.integer({ min: 0, max: 2 }) })),
});

describe('applyEdit and rebase over random edits', () => {
  it('[APPLY-1][APPLY-3] every path ends at the new value or is kept aside with both values, never lost', () => {
    fc.assert(
      fc.property(state, state, state, (base, mine, county) => {
        const changes = diffDocuments(base, mine);
        const result = change(county, changes);
        if (result.outcome === 'rejected') throw new Error('nothing here can be rejected');
        const aside = result.outcome === 'conflicted' ? result.conflicts : [];
        const asidePaths = new Set(aside.map(({ path }) => path));
        const taken = Object.fromEntries(Object.entries(changes).filter(([path]) => !asidePaths.has(path)));
        expect(result.document).toEqual(applyChanges(county, taken));
        for (const conflict of aside) expect(conflict.mine).toEqual(changes[conflict.path]?.to);
      }),
    );
  });
  it('[APPLY-2] applying an accepted edit a second time changes nothing', () => {
    fc.assert(
      fc.property(state, state, (base, mine) => {
        const changes = diffDocuments(base, mine);
        const once = change(base, changes);
        if (once.outcome !== 'accepted') throw new Error('an edit on its own base is accepted');
        expect(once.document).toEqual(mine);
        expect(change(once.document, changes)).toMatchObject({ outcome: 'accepted', applied: {} });
      }),
    );
  });
  it('[REBASE-5] replays nothing below a map entry or a value that is gone', () => {
    const below = edit({ 'covers.c1.to': { from: null, to: '2026-01-01' } });
    expect(rebase({ covers: {} }, [below])).toEqual({ covers: {} });
    expect(rebase({ covers: null }, [below])).toEqual({ covers: null });
  });
  it('[REBASE-1][REBASE-4] replaying pending edits on their base gives the local document, twice as once', () => {
    fc.assert(
      fc.property(state, fc.array(state, { maxLength: 5 }), (base, steps) => {
        const pending = steps.map((step, i) => ({
          ...edit(diffDocuments(steps[i - 1] ?? base, step)),
          editId: `e${i}`,
        }));
        const local = { ...(steps.at(-1) ?? base), history: [], pending };
        expect(rebase(base, pending)).toEqual(steps.at(-1) ?? base);
        expect(rebase(rebase(base, pending), pending)).toEqual(steps.at(-1) ?? base);
        expect(pending.length === 0 || contentBefore(local, 'e0')).toEqual(
          pending.length === 0 ? true : { ...base, history: [], pending },
        );
      }),
    );
  });
});
