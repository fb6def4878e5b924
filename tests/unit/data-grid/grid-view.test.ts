import {
  defaultGridView,
  orderedColumnIds,
  withColumnMoved,
  withColumnPinned,
  withSortToggled,
} from '@renderer/components/data-grid/grid-view';
import { describe, expect, it } from 'vitest';

const columns = ['a', 'b', 'c', 'd'].map((id) => ({ id, isPinnedAtFirst: id === 'a' }));
const view = defaultGridView(columns);

describe('a remembered table', () => {
  it('shows pinned columns first and puts columns it never heard of at the end', () => {
    expect(orderedColumnIds({ ...view, order: ['c', 'a', 'gone'], pinned: ['a'] }, columns)).toEqual([
      'a',
      'c',
      'b',
      'd',
    ]);
  });

  it('pins a column moved in front of a pinned one and unpins one moved behind the line', () => {
    const pinned = withColumnMoved(view, columns, 'c', 'a');
    expect(pinned.pinned).toEqual(['c', 'a']);
    const loose = withColumnMoved(withColumnPinned(view, 'b', true), columns, 'a', 'd');
    expect(loose.pinned).toEqual(['b']);
    expect(orderedColumnIds(loose, columns)).toEqual(['b', 'c', 'a', 'd']);
  });

  it('cycles a heading through ascending, descending and unsorted', () => {
    const once = withSortToggled(view, 'b', false);
    const twice = withSortToggled(once, 'b', false);
    expect([once.sort, twice.sort, withSortToggled(twice, 'b', false).sort]).toEqual([
      [{ columnId: 'b', isDescending: false }],
      [{ columnId: 'b', isDescending: true }],
      [],
    ]);
    expect(withSortToggled(once, 'c', true).sort.map((sort) => sort.columnId)).toEqual(['b', 'c']);
    expect(withSortToggled(once, 'c', false).sort.map((sort) => sort.columnId)).toEqual(['c']);
  });
});
