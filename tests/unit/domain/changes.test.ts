import {
  applyChanges,
  diffDocuments,
  isSame,
  revertChanges,
  stateAt,
  valueAt,
  withValueAt,
} from '@shared/domain/changes';
import type { Edit } from '@shared/domain/edit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const key = fc.constantFrom('name', 'staff', 'covers', 'owner', 'c1', 'c2', '甲.乙');
const scalar = fc.oneof(fc.constant(null), fc.boolean(), fc.nat(3), fc.constantFrom('甲', '乙'));
const { value } = fc.letrec<{ value: unknown; map: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(scalar, { maxLength: 2 }),
    // letrec ties its own types only loosely.
    tie('map') as fc.Arbitrary<unknown>,
  ),
  map: fc.dictionary(key, tie('value') as fc.Arbitrary<unknown>, { maxKeys: 4, noNullPrototype: true }),
}));
/** Fields of a document are never dotted; keys of the maps inside may be. */
const document = fc.dictionary(fc.constantFrom('name', 'staff', 'covers', 'owner'), value, {
  noNullPrototype: true,
});

describe('changes', () => {
  test('a diff applied gives the new state, taken back the old one', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const changes = diffDocuments(before, after);
        expect(applyChanges(before, changes)).toEqual(after);
        expect(revertChanges(after, changes)).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  test('there is no change between a state and itself, and only then', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        expect(diffDocuments(before, structuredClone(before))).toEqual({});
        expect(Object.keys(diffDocuments(before, after)).length === 0).toBe(isSame(before, after));
      }),
    );
  });

  test('two offices adding to one map touch different paths', () => {
    const before = { covers: { a: { unitId: 'u1' } } };
    const one = diffDocuments(before, { covers: { ...before.covers, b: { unitId: 'u2' } } });
    const other = diffDocuments(before, { covers: { ...before.covers, c: { unitId: 'u3' } } });
    expect(Object.keys(one)).toEqual(['covers.b']);
    expect(applyChanges(applyChanges(before, one), other)).toEqual({
      covers: { a: { unitId: 'u1' }, b: { unitId: 'u2' }, c: { unitId: 'u3' } },
    });
  });

  test('a map with dotted keys is one change, since no path could name its entries', () => {
    const changes = diffDocuments({ columns: { '甲.乙': 'a' } }, { columns: { '甲.乙': 'b' } });
    expect(Object.keys(changes)).toEqual(['columns']);
  });

  test('bookkeeping is no content', () => {
    expect(
      diffDocuments({ rev: 1, updatedAt: 'a', name: '甲' }, { rev: 2, updatedAt: 'b', name: '甲' }),
    ).toEqual({});
    expect(diffDocuments({ deletedAt: null }, { deletedAt: 'x' })).toEqual({
      deletedAt: { from: null, to: 'x' },
    });
  });

  test('null is a value, an absent entry is not', () => {
    expect(isSame({ a: null }, {})).toBe(false);
    expect(diffDocuments({ a: null }, {})).toEqual({ a: { from: null } });
    expect(valueAt({ a: null }, 'a')).toBeNull();
    expect(valueAt({ a: null }, 'a.b')).toBeUndefined();
    expect(withValueAt({ a: { b: 1, c: 2 } }, 'a.b', undefined)).toEqual({ a: { c: 2 } });
    expect(withValueAt({}, 'a.b', 1)).toEqual({ a: { b: 1 } });
  });

  test('a past state is what it was, whatever came after', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 5 }), fc.nat(5), (states, pick) => {
        const instant = (i: number): string => `2026-01-0${i + 1}T00:00:00.000Z`;
        const edits: Edit[] = states.map((state, i) => ({
          editId: `e${i}`,
          op: i === 0 ? 'create' : 'change',
          at: instant(i),
          by: '测试',
          device: 'd',
          changes: i === 0 ? {} : diffDocuments(states[i - 1]!, state),
          batchId: null,
          note: null,
        }));
        const at = pick % states.length;
        const {
          pending,
          history: _,
          ...state
        } = stateAt({ ...states.at(-1)!, history: [], pending: edits }, instant(at));
        expect(pending).toBe(edits);
        expect(state).toEqual(states[at]);
      }),
    );
  });

  test('creation is never taken back', () => {
    const edit = {
      editId: 'e',
      at: '2026-01-01T00:00:00Z',
      by: '甲',
      device: 'd',
      batchId: null,
      note: null,
    };
    const document = { name: '甲', history: [], pending: [{ ...edit, op: 'create' as const, changes: {} }] };
    expect(stateAt(document, '2000-01-01T00:00:00Z')).toEqual(document);
  });
});
