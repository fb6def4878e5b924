import { planImport } from '@shared/import/07-build-preview';
import type { ReadWorkbook } from '@shared/import/model';
import { describe, expect, test } from 'vitest';
import {
  afterImport,
  itemAt,
  readOrg,
  readSheet,
  readUnit,
  registerOf,
  testContext,
  townshipId,
  workbookOf,
} from './plan-support';

const unit = (id: string, name: string) => ({
  id,
  name,
  unitType: 'enterprise',
  townshipId,
  status: 'operating',
});
const solo = (more: object = {}) => ({
  id: 'org-1',
  name: '中共安徽甲乙有限公司支部委员会',
  tier: 'branch',
  formation: 'solo',
  status: 'active',
  covers: { c1: { unitId: 'unit-1', from: '2020-01', to: null } },
  posts: { p1: { personId: null, name: '张三', post: 'secretary', from: '2020-01', to: null } },
  ...more,
});
const register = (org: object & { id: string } = solo()) =>
  registerOf({
    units: [unit('unit-1', '安徽甲乙有限公司'), unit('unit-2', '安徽丙丁有限公司')],
    partyOrgs: [{ ...org }],
  });
const cover = (row: number, unitName: string, at: number | null = null) => ({ row, unitName, unit: at });
const again = (book: ReadWorkbook, after: ReturnType<typeof afterImport>) =>
  planImport(book, after, testContext());

describe('one row of an F1 ledger', () => {
  const book = workbookOf(
    readSheet('units', {
      units: [
        readUnit(11, { name: '安徽甲乙有限公司' }, { isOrgBuilt: true, partyOrg: 0 }),
        readUnit(12, { name: '安徽丙丁有限公司' }, { isOrgBuilt: true, partyOrg: 1 }),
        readUnit(13, { name: '安徽戊己有限公司' }, { isOrgBuilt: true, partyOrg: 1 }),
      ],
      partyOrgs: [
        readOrg(
          [11],
          { name: '中共安徽甲乙有限公司支部委员会', tier: 'branch', formation: 'solo', foundedOn: '2010-12' },
          [cover(11, '安徽甲乙有限公司', 0)],
          { secretary: '张德燕', isNameProposed: true },
        ),
        readOrg(
          [12, 13],
          { name: '中共清溪镇东山村联合支部委员会', tier: 'jointBranch', formation: 'joint' },
          [cover(12, '安徽丙丁有限公司', 1), cover(13, '安徽戊己有限公司', 2)],
          { secretary: '陈文福' },
        ),
      ],
    }),
  );
  const plan = planImport(book, registerOf({}), testContext());
  const after = afterImport(plan);

  test('becomes a unit, its organization, the cover and the secretary', () => {
    expect(plan.counts).toMatchObject({ create: 5, decide: 0 });
    const [unitOne] = after.units;
    const [branch] = after.partyOrgs;
    expect(Object.values(branch?.covers ?? {})).toEqual([{ unitId: unitOne?.id, from: null, to: null }]);
    expect(Object.values(branch?.posts ?? {})).toMatchObject([{ post: 'secretary', name: '张德燕' }]);
    expect(branch).toMatchObject({ hostUnitId: unitOne?.id, status: 'active', foundedOn: '2010-12' });
  });

  test('a joint branch over two rows is one organization with two covers', () => {
    const joint = after.partyOrgs[1];
    expect(Object.values(joint?.covers ?? {}).map(({ unitId }) => unitId)).toEqual([
      after.units[1]?.id,
      after.units[2]?.id,
    ]);
    expect(joint?.hostUnitId).toBeNull();
  });

  test('imported again, nothing is new', () => {
    expect(again(book, after).isNothingNew).toBe(true);
  });
});

describe('matching organizations', () => {
  const bookOf = (...parameters: Parameters<typeof readOrg>) =>
    workbookOf(readSheet('partyOrgs', { partyOrgs: [readOrg(...parameters)] }));

  test('another spelling of the name is the same organization', () => {
    const book = bookOf([3], { name: '安徽甲乙有限公司党支部', phone: '0551-6771234' }, []);
    const item = itemAt(planImport(book, register(), testContext()), 3, 'partyOrgs');
    expect(item).toMatchObject({ outcome: 'change', documentId: 'org-1' });
    expect(item.changes).toEqual([{ path: 'phone', before: null, after: '0551-6771234' }]);
  });

  test('without a printed name, the only organization covering the unit is meant and keeps its name', () => {
    const book = bookOf([3], { name: '中共甲乙支部', foundedOn: '2010-12' }, [cover(3, '安徽甲乙有限公司')], {
      isNameProposed: true,
    });
    const item = itemAt(planImport(book, register(), testContext()), 3, 'partyOrgs');
    expect(item).toMatchObject({ outcome: 'change', documentId: 'org-1', label: solo().name });
    expect(item.changes).toEqual([{ path: 'foundedOn', before: null, after: '2010-12' }]);
  });

  test('a unit covered under another printed name is asked', () => {
    const book = bookOf([3], { name: '中共宏达支部委员会' }, [cover(3, '安徽甲乙有限公司')]);
    const plan = planImport(book, register(), testContext());
    const item = itemAt(plan, 3, 'partyOrgs');
    expect(item.decision).toMatchObject({
      question: { code: 'matching.orgRenamed' },
      proposed: 'merge:org-1',
    });
    const after = afterImport(plan, { [item.key]: 'merge:org-1' });
    expect(after.partyOrgs.map(({ name }) => name)).toEqual(['中共宏达支部委员会']);
    expect(again(book, after).isNothingNew).toBe(true);
  });

  test('a newly covered unit is added from the day of the file', () => {
    const book = bookOf([3], { name: solo().name }, [
      cover(3, '安徽甲乙有限公司'),
      cover(4, '安徽丙丁有限公司'),
    ]);
    const plan = planImport(book, register(), testContext());
    expect(itemAt(plan, 3, 'partyOrgs').changes).toMatchObject([
      { before: undefined, after: { unitId: 'unit-2', from: '2026-06-30', to: null } },
    ]);
    expect(again(book, afterImport(plan)).isNothingNew).toBe(true);
  });

  test('a new secretary ends the term of the old one, once, and says so', () => {
    const book = bookOf([3], { name: solo().name }, [], { secretary: '李四' });
    const plan = planImport(book, register(), testContext());
    const item = itemAt(plan, 3, 'partyOrgs');
    expect(item.problems.map(({ code }) => code)).toEqual(['matching.secretaryReplaced']);
    const posts = Object.values(afterImport(plan).partyOrgs[0]?.posts ?? {});
    expect(posts).toMatchObject([
      { name: '张三', to: '2026-06-30' },
      { name: '李四', from: '2026-06-30', to: null },
    ]);
    expect(again(book, afterImport(plan)).isNothingNew).toBe(true);
  });

  test('the same secretary written with a space changes nothing', () => {
    const book = bookOf([3], { name: solo().name }, [], { secretary: '张　三' });
    expect(planImport(book, register(), testContext()).isNothingNew).toBe(true);
  });

  test('the superior is linked when the register or the file has it, whatever the order', () => {
    const superior = readOrg([9], { name: '中共清溪镇综合委员会', tier: 'committee' }, []);
    const below = readOrg([4], { name: '中共丙丁支部委员会', superiorName: '清溪镇综合党委' }, []);
    const book = workbookOf(readSheet('partyOrgs', { partyOrgs: [below, superior] }));
    const after = afterImport(planImport(book, registerOf({}), testContext()));
    const found = (name: string) => after.partyOrgs.find((org) => org.name === name);
    expect(found('中共丙丁支部委员会')).toMatchObject({
      superiorId: found('中共清溪镇综合委员会')?.id,
      superiorName: null,
    });
    expect(again(book, after).isNothingNew).toBe(true);
  });

  test('a dissolved organization is not brought back to life', () => {
    const book = bookOf([3], { name: solo().name }, []);
    const plan = planImport(book, register(solo({ status: 'dissolved' })), testContext());
    expect(itemAt(plan, 3, 'partyOrgs').outcome).toBe('create');
  });

  test('未建 in the file against a cover in the register is pointed out, never applied', () => {
    const book = workbookOf(
      readSheet('units', { units: [readUnit(7, { name: '安徽甲乙有限公司' }, { isOrgBuilt: false })] }),
    );
    const plan = planImport(book, register(), testContext());
    expect(itemAt(plan, 7).problems.map(({ code }) => code)).toEqual(['matching.orgInRegister']);
    expect(plan.counts).toMatchObject({ change: 0, unchanged: 1 });
  });

  test('a unit covered by two organizations after the import is pointed out', () => {
    const book = bookOf([3], { name: '中共东山联合支部委员会' }, [cover(3, '安徽甲乙有限公司')]);
    const other = { id: 'org-2', name: '中共东山联合支部委员会', status: 'active' };
    const both = registerOf({ units: [...register().units], partyOrgs: [solo(), other] });
    const item = itemAt(planImport(book, both, testContext()), 3, 'partyOrgs');
    expect(item).toMatchObject({ documentId: 'org-2', outcome: 'change' });
    expect(item.problems.map(({ code }) => code)).toEqual(['matching.coveredElsewhere']);
  });
});

describe('links to rows still to be decided', () => {
  const book = workbookOf(
    readSheet('units', {
      units: [readUnit(30, { name: '安徽隐藏有限公司' }, { isHidden: true, partyOrg: 0 })],
      partyOrgs: [
        readOrg([30], { name: '中共隐藏支部', tier: 'branch' }, [cover(30, '安徽隐藏有限公司', 0)], {
          isNameProposed: true,
        }),
      ],
    }),
  );

  test('an organization waits for its unit and follows the decision', () => {
    const plan = planImport(book, registerOf({}), testContext());
    const org = itemAt(plan, 30, 'partyOrgs');
    expect(org.outcome).toBe('skip');
    expect(org.problems.map(({ code }) => code)).toEqual(['matching.waitsForUnit']);
    const after = afterImport(plan, { [itemAt(plan, 30).key]: 'create' });
    expect(after.partyOrgs).toHaveLength(1);
    expect(afterImport(plan, {}).partyOrgs).toHaveLength(0);
  });
});
