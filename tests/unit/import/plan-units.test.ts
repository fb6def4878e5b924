import { planImport } from '@shared/import/07-build-preview';
import { applyDecisions, decide } from '@shared/import/apply-decisions';
import type { PlanItem } from '@shared/import/plan-model';
import { describe, expect, test } from 'vitest';
import {
  afterImport,
  itemAt,
  readSheet,
  readUnit,
  registerOf,
  testContext,
  townshipId,
  unitsBook,
  workbookOf,
} from './plan-support';

const code = '91340123MAR4N19B5F';
const otherCode = '91340123MA0Q4GUFXX';
const unit = (more: object = {}) => ({
  id: 'unit-1',
  unitType: 'enterprise',
  name: '安徽永丰纺织有限公司',
  uscc: code,
  townshipId,
  status: 'operating',
  staff: 50,
  owner: { name: '刘永' },
  ...more,
});
const planFor = (values: Parameters<typeof readUnit>[1], existing: object[] = [unit()]) =>
  planImport(
    unitsBook(readUnit(7, values)),
    registerOf({ units: existing as { id: string }[] }),
    testContext(),
  );
const paths = (item: PlanItem): string[] => item.changes.map((change) => change.path);

describe('matching units', () => {
  test('a new firm becomes a draft that satisfies the schema', () => {
    const plan = planFor({ name: '安徽新来有限公司', uscc: otherCode, 'owner.name': '张三', staff: 8 });
    expect(itemAt(plan, 7)).toMatchObject({ outcome: 'create', label: '安徽新来有限公司' });
    const [operation] = applyDecisions(plan, {});
    expect(operation).toMatchObject({
      op: 'create',
      collection: 'units',
      draft: {
        unitType: 'enterprise',
        townshipId,
        status: 'operating',
        source: 'import',
        owner: { name: '张三' },
      },
    });
    expect(afterImport(plan).units).toHaveLength(2);
  });

  test('the same code is the same firm; only what differs changes', () => {
    const item = itemAt(planFor({ name: '安徽永丰纺织有限公司', uscc: code, staff: 60, revenueWan: 300 }), 7);
    expect(item).toMatchObject({ outcome: 'change', documentId: 'unit-1' });
    expect(item.changes).toEqual([
      { path: 'staff', before: 50, after: 60 },
      { path: 'revenueWan', before: null, after: 300 },
    ]);
  });

  test('a blank cell never erases a known value', () => {
    const plan = planFor({ name: '安徽永丰纺织有限公司', uscc: code, staff: null, 'owner.name': null });
    expect(itemAt(plan, 7).outcome).toBe('unchanged');
    expect(plan.isNothingNew).toBe(true);
    expect(plan.problems.map((problem) => problem.code)).toEqual(['matching.nothingNew']);
  });

  test('a name differing in typing or a coarser date is no change', () => {
    const existing = unit({ name: '安徽永丰(清溪)纺织有限公司', foundedOn: '2021-04-15' });
    const plan = planFor({ name: '安徽永丰（清溪）纺织有限公司', uscc: code, foundedOn: '2021-04' }, [
      existing,
    ]);
    expect(itemAt(plan, 7).outcome).toBe('unchanged');
  });

  test('a renamed firm with the same owner keeps its old name as former name', () => {
    const item = itemAt(planFor({ name: '安徽宏达服装有限公司', uscc: code, 'owner.name': '刘永' }), 7);
    expect(item.changes).toEqual([
      { path: 'name', before: '安徽永丰纺织有限公司', after: '安徽宏达服装有限公司' },
      { path: 'formerNames', before: [], after: ['安徽永丰纺织有限公司'] },
    ]);
  });

  test('an old ledger with the former name does not rename the firm back', () => {
    const existing = unit({ name: '安徽宏达服装有限公司', formerNames: ['安徽永丰纺织有限公司'] });
    const plan = planFor({ name: '安徽永丰纺织有限公司', uscc: code, staff: 50 }, [existing]);
    expect(itemAt(plan, 7).outcome).toBe('unchanged');
  });

  test('a code under another name and owner is asked', () => {
    const plan = planFor({ name: '安徽宏达服装有限公司', uscc: code, 'owner.name': '王五' });
    const item = itemAt(plan, 7);
    expect(item.decision?.question.code).toBe('matching.sameCodeOtherName');
    expect(item.decision?.options.map((option) => option.code)).toEqual(['merge:unit-1', 'create', 'skip']);
    const created = applyDecisions(plan, { [item.key]: 'create' });
    expect(created[0]).toMatchObject({ op: 'create', draft: { name: '安徽宏达服装有限公司', uscc: null } });
    expect(applyDecisions(plan, { [item.key]: 'skip' })).toEqual([]);
    expect(applyDecisions(plan, {})).toEqual([]);
    const merged = applyDecisions(plan, { [item.key]: 'merge:unit-1' });
    expect(merged).toEqual([
      {
        op: 'change',
        collection: 'units',
        id: 'unit-1',
        changes: {
          name: '安徽宏达服装有限公司',
          formerNames: ['安徽永丰纺织有限公司'],
          'owner.name': '王五',
        },
      },
    ]);
  });

  test('a name without a code finds the firm', () => {
    const item = itemAt(planFor({ name: '安徽永丰纺织有限公司', uscc: null, staff: 55 }), 7);
    expect(item).toMatchObject({ outcome: 'change', documentId: 'unit-1' });
  });

  test('a short name needs the same owner or telephone', () => {
    const short = { name: '永丰纺织', uscc: null };
    expect(itemAt(planFor({ ...short, 'owner.name': '刘永' }), 7).documentId).toBe('unit-1');
    const asked = itemAt(planFor({ ...short, 'owner.name': '别人' }), 7);
    expect(asked).toMatchObject({ outcome: 'decide' });
    expect(asked.decision?.question.code).toBe('matching.similarUnit');
  });

  test('one name, two codes is asked', () => {
    const item = itemAt(planFor({ name: '安徽永丰纺织有限公司', uscc: otherCode }), 7);
    expect(item.decision?.question.code).toBe('matching.sameNameOtherCode');
    // Names are unique in a county, so a second unit of this name is not offered.
    expect(item.decision?.options.map((option) => option.code)).toEqual(['merge:unit-1', 'skip']);
  });

  test('similar names with different codes are different firms', () => {
    const plan = planFor({ name: '永丰纺织', uscc: otherCode, 'owner.name': '刘永' });
    expect(itemAt(plan, 7).outcome).toBe('create');
  });

  test('one character off with the same owner is asked, without a common owner it is new', () => {
    const near = { name: '安徽永丰纺识有限公司', uscc: null };
    expect(itemAt(planFor({ ...near, 'owner.name': '刘永' }), 7).outcome).toBe('decide');
    expect(itemAt(planFor({ ...near, 'owner.name': '王五' }), 7).outcome).toBe('create');
  });

  test('a former name in the row finds the firm under it', () => {
    const plan = planFor({
      name: '安徽东方物流有限公司',
      formerNames: ['安徽永丰纺织有限公司'],
      'owner.name': '刘永',
    });
    expect(itemAt(plan, 7)).toMatchObject({ outcome: 'change', documentId: 'unit-1' });
    expect(paths(itemAt(plan, 7))).toEqual(['name', 'formerNames']);
  });

  test('a firm registered in another township is asked', () => {
    const plan = planFor({ name: '安徽永丰纺织有限公司', uscc: code }, [unit({ townshipId: 'township-2' })]);
    expect(itemAt(plan, 7).decision?.question.code).toBe('matching.otherTownship');
    const item = itemAt(plan, 7);
    expect(itemAt(decide(plan, { [item.key]: 'merge:unit-1' }), 7).changes).toContainEqual({
      path: 'townshipId',
      before: 'township-2',
      after: townshipId,
    });
  });

  test('a new operating state keeps the earlier one for past dates', () => {
    const plan = planFor({ name: '安徽永丰纺织有限公司', uscc: code, status: 'suspended' }, [
      unit({ statusSince: '2020-01' }),
    ]);
    expect(itemAt(plan, 7).changes).toEqual([
      { path: 'status', before: 'operating', after: 'suspended' },
      { path: 'statusSince', before: '2020-01', after: '2026-06-30' },
      { path: 'pastStatuses.2020-01', before: undefined, after: 'operating' },
    ]);
  });

  test('deleted units are not matched', () => {
    const gone = unit({ deletedAt: '2026-01-01T00:00:00.000Z' });
    expect(itemAt(planFor({ name: '安徽永丰纺织有限公司', uscc: code }, [gone]), 7).outcome).toBe('create');
  });

  test('a social organization sheet makes social organizations, a 92 code a sole trader', () => {
    const plan = planImport(
      workbookOf(
        readSheet('socialOrgs', { name: 'a', units: [readUnit(2, { name: '清溪镇老年协会' })] }),
        readSheet('units', {
          name: 'b',
          units: [readUnit(3, { name: '王记小吃', uscc: '92340123MA9TXYX379' })],
        }),
      ),
      registerOf({}),
      testContext(),
    );
    const units = afterImport(plan).units;
    expect(units.map((each) => each.unitType)).toEqual(['socialOrg', 'individualBusiness']);
  });
});

describe('the same firm twice in one file', () => {
  const book = unitsBook(
    readUnit(10, { name: '安徽万里永陶瓷有限公司', uscc: code, staff: 23, 'owner.name': '朱文' }),
    readUnit(39, { name: '安徽万里永陶瓷有限责任公司', uscc: code, staff: 18, revenueWan: 9 }),
  );
  const plan = planImport(book, registerOf({}), testContext());
  const second = itemAt(plan, 39);

  test('the second row is asked, with a merge proposed', () => {
    expect(itemAt(plan, 10).outcome).toBe('create');
    expect(second).toMatchObject({ outcome: 'decide' });
    expect(second.decision?.question.text).toContain('第10行');
    expect(second.decision?.proposed).toBe(`fill:${itemAt(plan, 10).documentId}`);
  });

  test.each([
    ['fill', { name: '安徽万里永陶瓷有限公司', staff: 23, revenueWan: 9 }],
    ['merge', { name: '安徽万里永陶瓷有限责任公司', staff: 18, revenueWan: 9 }],
  ])('%s makes one unit and remembers the other name', (mode, expected) => {
    const chosen = { [second.key]: `${mode}:${itemAt(plan, 10).documentId}` };
    const after = afterImport(plan, chosen);
    expect(after.units).toHaveLength(1);
    expect(after.units[0]).toMatchObject(expected);
    expect(after.units[0]?.formerNames).toHaveLength(1);
    const again = planImport(book, after, testContext());
    expect(again.counts).toMatchObject({ unchanged: 2 });
    expect(again.isNothingNew).toBe(true);
  });

  test('kept apart, only one has the code, and planning again changes nothing', () => {
    const after = afterImport(plan, { [second.key]: 'create' });
    expect(after.units.map((each) => each.uscc)).toEqual([code, null]);
    const again = planImport(book, after, testContext());
    expect(again.counts).toMatchObject({ unchanged: 2 });
    expect(itemAt(again, 39).problems.map((problem) => problem.code)).toEqual(['matching.codeTaken']);
  });

  test('a row repeated word for word asks nothing', () => {
    const row = { name: '安徽永丰纺织有限公司', uscc: code, staff: 5 };
    const doubled = planImport(unitsBook(readUnit(7, row), readUnit(8, row)), registerOf({}), testContext());
    expect(doubled.counts).toMatchObject({ create: 1, unchanged: 1 });
  });
});
