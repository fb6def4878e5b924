import { buildRows } from '@renderer/features/ledger/page/build-rows';
import { tallyViews } from '@renderer/features/ledger/page/tally-views';
import { tableModel } from '@renderer/features/ledger/tables/all-tables';
import type { LedgerContext, ViewContext } from '@renderer/features/ledger/tables/table-model';
import type { Instructor } from '@shared/domain/instructor';
import { expect, test, vi } from 'vitest';
import { buildDocument } from '../../support/build-documents';
import { countRegister } from '../../support/count-register';

const asOf = '2026-11-21';
const { views } = tableModel('instructors');
const context: ViewContext = { asOf, problemCounts: new Map() };
const ledger: LedgerContext = {
  ...countRegister({}, asOf).context,
  factsOf: () => null,
  nameOf: () => null,
  problemsOf: () => [],
};
const person = (id: string, role: Instructor['role']) => buildDocument('instructors', { id, name: id, role });
const rowsOf = (people: readonly Instructor[], before = new Map()) =>
  buildRows('instructors', people, ledger, before, false);
const before = rowsOf([person('a', 'instructor'), person('b', 'liaison'), person('c', 'liaison')]);
const count = (counts: readonly number[], id: string) => counts[views.findIndex((view) => view.id === id)];

test('counts what every view lists', () => {
  const { counts } = tallyViews(views, before, context, null);
  expect(['all', 'instructor', 'liaison'].map((id) => count(counts, id))).toEqual([3, 1, 2]);
});

test('after an edit asks only about the row that changed, and comes to the same', () => {
  const tally = tallyViews(views, before, context, null);
  const kept = new Map(before.map((row) => [row.id, row]));
  const [a, , c] = before.map((row) => row.document as Instructor);
  const after = rowsOf([a!, person('b', 'instructor'), c!], kept);
  const [first] = views;
  const asked = vi.spyOn(first!, 'isListed');
  const { counts } = tallyViews(views, after, context, tally);
  expect(asked).toHaveBeenCalledTimes(2);
  asked.mockRestore();
  expect(counts).toEqual(tallyViews(views, after, context, null).counts);
  expect(['all', 'instructor', 'liaison'].map((id) => count(counts, id))).toEqual([3, 2, 1]);
});

test.each([
  [
    'other counts of problems',
    before,
    { asOf, problemCounts: new Map([['a', { open: 1, gaps: 0, text: '' }]]) },
  ],
  ['another day', before, { ...context, asOf: '2027-01-01' }],
  ['a row less', before.slice(1), context],
])('counts anew with %s', (_, rows, other) => {
  const tally = tallyViews(views, before, context, null);
  expect(tallyViews(views, rows, other, tally).counts).toEqual(tallyViews(views, rows, other, null).counts);
});
