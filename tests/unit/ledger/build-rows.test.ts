import { buildRows } from '@renderer/features/ledger/page/build-rows';
import type { LedgerContext, LedgerRow } from '@renderer/features/ledger/tables/table-model';
import { expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';
import { countRegister } from '../../support/count-register';

const context: LedgerContext = {
  ...countRegister({}, '2026-11-21').context,
  factsOf: () => null,
  nameOf: () => null,
  problemsOf: () => [],
};
const person = (id: string, name: string) => buildDocument('instructors', { id, name, role: 'liaison' });

it('makes a row anew only where its record is another one', () => {
  const known = new Map<string, LedgerRow>();
  const rowsOf = (people: readonly ReturnType<typeof person>[]) =>
    buildRows('instructors', people, context, known, false);
  const [a, b, c] = [person('a', '甲'), person('b', '乙'), person('c', '丙')];
  const first = rowsOf([a, b, c]);
  const changed = person('b', '新名');
  const second = rowsOf([a, changed, c]);
  expect(second.map((row, at) => row === first[at])).toEqual([true, false, true]);
  expect(second[1]?.document).toBe(changed);
  expect(rowsOf([a, changed, c]).map((row, at) => row === second[at])).toEqual([true, true, true]);
  // Deleted and brought back with another content: not the row of before.
  expect(rowsOf([a, c]).map(({ id }) => id)).toEqual(['a', 'c']);
  const back = person('b', '回来');
  expect(rowsOf([a, back, c])[1]?.document).toBe(back);
});
