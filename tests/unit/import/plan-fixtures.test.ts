/** The four offices' files from reading to the register, and once more. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCells } from '@renderer/workers/workbook/read-cells';
import type { Register } from '@shared/domain/collections';
import { planImport } from '@shared/import/07-build-preview';
import { decide } from '@shared/import/apply-decisions';
import { firstLook, type ReadWorkbook } from '@shared/import/model';
import type { ImportPlan } from '@shared/import/plan-model';
import { readWorkbook } from '@shared/import/read-workbook';
import { describe, expect, test } from 'vitest';
import { afterImport, registerOf, testContext } from './plan-support';

const folder = fileURLToPath(new URL('../../fixtures/workbooks/', import.meta.url));
const unitsFile = '清溪镇非公企业党建工作台账.xlsx';
const peopleFile = '清溪镇指导员与阵地台账.xlsx';

async function readFixture(name: string): Promise<ReadWorkbook> {
  const cells = await readCells(new Uint8Array(readFileSync(folder + name)), name);
  return readWorkbook(cells, firstLook('2026-06-30'));
}
/** Every question answered as proposed, or as something new where nothing is. */
function asProposed(read: ReadWorkbook, register: Register = registerOf({})): ImportPlan {
  const plan = planImport(read, register, testContext());
  const open = plan.items.filter((item) => item.outcome === 'decide');
  return decide(
    plan,
    Object.fromEntries(open.map(({ key, decision }) => [key, decision?.proposed ?? 'create'])),
  );
}

describe.each([
  [unitsFile, { units: 44, partyOrgs: 25, instructors: 0, partyRooms: 0 }],
  ['石桥镇两新组织底册.xls', { units: 36, partyOrgs: 15, instructors: 8, partyRooms: 0 }],
  [peopleFile, { units: 15, partyOrgs: 0, instructors: 6, partyRooms: 7 }],
  ['柳河乡社会组织.csv', { units: 16, partyOrgs: 10, instructors: 0, partyRooms: 0 }],
])('%s', (name, counts) => {
  test('loses no record, invents none, and is nothing new the second time', async () => {
    const read = await readFixture(name);
    const plan = asProposed(read);
    expect(plan.counts).toMatchObject({ decide: 0, skip: 0 });
    const after = afterImport(plan);
    for (const [collection, count] of Object.entries(counts))
      expect([collection, after[collection as keyof Register].length]).toEqual([collection, count]);
    const again = planImport(read, after, testContext());
    expect(again.items.filter(({ outcome }) => outcome !== 'unchanged').map(({ key }) => key)).toEqual([]);
    expect(again.isNothingNew).toBe(true);
  });

  test('does not depend on the order of sheets', async () => {
    const read = await readFixture(name);
    const turned = { ...read, sheets: read.sheets.toReversed() };
    const [one, other] = [afterImport(asProposed(read)), afterImport(asProposed(turned))];
    const namesIn = (register: Register) =>
      [register.units, register.partyOrgs, register.instructors].map((documents) =>
        documents.map((each) => each.name).sort(),
      );
    expect(namesIn(other)).toEqual(namesIn(one));
  });
});

test('a hidden row the clerk has already said yes to is not asked about again', async () => {
  const cells = await readCells(new Uint8Array(readFileSync(folder + unitsFile)), unitsFile);
  const answer = { sheet: '非公企业', row: 30, field: 'row.isIncluded', value: true };
  const read = readWorkbook(cells, { ...firstLook('2026-06-30'), answers: [answer] });
  const plan = planImport(read, registerOf({}), testContext());
  expect(plan.items.filter(({ row }) => row === 30).map(({ outcome }) => outcome)).toEqual([
    'create',
    'create',
  ]);
});

describe('two files of one office', () => {
  test('instructors find the units the other file brought', async () => {
    const plan = planImport(await readFixture(unitsFile), registerOf({}), testContext());
    const [twin, hidden] = [39, 30].map(
      (row) => plan.items.find((item) => item.row === row && item.collection === 'units')!.key,
    );
    const apart = afterImport(plan, { [twin!]: 'create', [hidden!]: 'skip' });
    const instructors = planImport(await readFixture(peopleFile), apart, testContext());
    expect(instructors.counts).toMatchObject({ decide: 0, create: 13 });
    const after = afterImport(instructors);
    const assigned = after.instructors.flatMap(({ assignments }) => Object.values(assignments));
    expect(assigned).toHaveLength(15);
    expect(assigned.every(({ from }) => from?.startsWith('2025-03'))).toBe(true);
    expect(new Set(assigned.map(({ unitId }) => unitId)).size).toBe(15);
  });

  test('a firm merged under both names is found under each', async () => {
    const merged = afterImport(asProposed(await readFixture(unitsFile)));
    const plan = planImport(await readFixture(peopleFile), merged, testContext());
    expect(plan.counts.decide).toBe(0);
    const unit = merged.units.find(({ name }) => name === '安徽万里永陶瓷有限公司');
    expect(unit?.formerNames).toEqual(['安徽万里永陶瓷有限责任公司']);
    const visitors = afterImport(plan).instructors.filter(({ assignments }) =>
      Object.values(assignments).some(({ unitId }) => unitId === unit?.id),
    );
    expect(visitors.map(({ name }) => name)).toEqual(['林海', '吴晓']);
  });
});
