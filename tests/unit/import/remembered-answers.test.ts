import { planImport } from '@shared/import/07-build-preview';
import { decide } from '@shared/import/apply-decisions';
import type { FieldValues } from '@shared/import/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../../support/property-runs';
import { answered, calmBook, toBook, troubles } from './invented-books';
import {
  afterImport,
  batchOf,
  readSheet,
  readUnit,
  registerOf,
  testContext,
  townshipId,
  withBatches,
  workbookOf,
} from './plan-support';

describe('a file imported again, with its batch', () => {
  test.each(Object.entries(troubles))('asks nothing twice after %s', (_, trouble) => {
    fc.assert(
      fc.property(calmBook, fc.infiniteStream(fc.nat(1000)), (calm, stream) => {
        const read = toBook(trouble(calm));
        const plan = answered(read, registerOf({}), (count) => stream.next().value % count, true);
        const again = planImport(read, withBatches(afterImport(plan), batchOf(plan)), testContext());
        expect(again.counts).toMatchObject({ decide: 0, create: 0, change: 0 });
        expect(again.isNothingNew).toBe(true);
      }),
      propertyRuns(30),
    );
  });

  const known = { name: '安徽永丰纺织有限公司' };
  const row = { name: '安徽永丰纺织有限责任公司', staff: 5 };
  const register = registerOf({
    units: [{ id: 'u', unitType: 'enterprise', ...known, townshipId, status: 'operating' }],
  });
  const read = (values: FieldValues, at = 4) =>
    workbookOf(readSheet('units', { units: [readUnit(at, values)] }));
  const skipped = () => {
    const plan = planImport(read(row), register, testContext());
    return decide(plan, { [plan.items[0]?.key ?? '']: 'skip' });
  };
  const planned = (values: FieldValues, ...batches: ReturnType<typeof batchOf>[]) =>
    planImport(read(values, 9), withBatches(register, ...batches), testContext()).items[0];

  test('knows the row by its name, on another line and with other numbers, and says so', () => {
    const item = planned({ ...row, staff: 6 }, batchOf(skipped()));
    expect(item).toMatchObject({ outcome: 'skip', decision: { chosen: 'skip', isRemembered: true } });
    expect(planned({ ...row, name: '永丰纺织' }, batchOf(skipped()))?.outcome).toBe('decide');
    const { problems } = planImport(read(row), withBatches(register, batchOf(skipped())), testContext());
    expect(problems.map(({ text }) => text)).toContain(
      '有1条以前导入时问过，已按当时的答复处理；要改的，在“需您决定”里重新选择。',
    );
  });
  test('goes by the newest import that was not taken back', () => {
    const plan = planImport(read(row), register, testContext());
    const merged = decide(plan, { [plan.items[0]?.key ?? '']: 'merge:u' });
    const newer = batchOf(merged, { importedAt: '2026-08-01T00:00:00.000Z' });
    expect(planned(row, newer, batchOf(skipped()))?.decision?.chosen).toBe('merge:u');
    const undone = { undoneAt: '2026-08-02T00:00:00.000Z' };
    expect(planned(row, { ...newer, ...undone }, batchOf(skipped()))?.decision?.chosen).toBe('skip');
    expect(planned(row, batchOf(skipped(), undone))?.outcome).toBe('decide');
  });
  test('asks again where rows alike were answered differently, and lets today’s answer win', () => {
    const twice = workbookOf(readSheet('units', { units: [readUnit(4, row), readUnit(5, row)] }));
    const plan = planImport(twice, register, testContext());
    const [first, second] = plan.items;
    const mixed = decide(plan, { [first?.key ?? '']: 'skip', [second?.key ?? '']: 'merge:u' });
    expect(planned(row, batchOf(mixed))?.outcome).toBe('decide');
    const again = planImport(read(row), withBatches(register, batchOf(skipped())), testContext());
    const otherwise = decide(again, { [again.items[0]?.key ?? '']: 'merge:u' });
    expect(otherwise.items[0]).toMatchObject({ outcome: 'change', decision: { isRemembered: false } });
  });
});
