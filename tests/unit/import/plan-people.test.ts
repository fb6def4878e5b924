import { planImport } from '@shared/import/07-build-preview';
import { describe, expect, test } from 'vitest';
import {
  afterImport,
  assignmentTo,
  itemAt,
  readInstructor,
  readPerson,
  readRoom,
  readSheet,
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
const units = [unit('unit-1', '安徽甲乙有限公司'), unit('unit-2', '安徽丙丁有限公司')];

describe('instructors', () => {
  const bookOf = (...instructors: ReturnType<typeof readInstructor>[]) =>
    workbookOf(readSheet('instructors', { instructors }));
  const values = { name: '赵远建', phone: '15684803897', fromUnit: '清溪镇党建办', role: 'instructor' };
  const book = bookOf(
    readInstructor(4, values, [
      assignmentTo(4, '安徽甲乙有限公司', { from: '2025-03', declaredVisits: 9 }),
      assignmentTo(5, '安徽丙丁有限公司', { from: '2025-03' }),
    ]),
  );
  const known = (more: object = {}) => ({
    id: 'i1',
    name: '赵远建',
    role: 'instructor',
    phone: '15684803897',
    assignments: { a1: { unitId: 'unit-1', from: '2025-03-01' } },
    ...more,
  });

  test('a person and all postings; imported again nothing is new', () => {
    const plan = planImport(book, registerOf({ units }), testContext());
    const after = afterImport(plan);
    expect(after.instructors).toHaveLength(1);
    expect(Object.values(after.instructors[0]?.assignments ?? {})).toMatchObject([
      { unitId: 'unit-1', from: '2025-03', declaredVisits: 9 },
      { unitId: 'unit-2', from: '2025-03' },
    ]);
    expect(planImport(book, after, testContext()).isNothingNew).toBe(true);
  });

  test('of two rows that disagree about one person the first stands, and it is said', () => {
    const twice = bookOf(
      readInstructor(4, values, []),
      readInstructor(9, { ...values, fromUnit: '组织部', grade: 'county' }, []),
    );
    const plan = planImport(twice, registerOf({}), testContext());
    expect(itemAt(plan, 9, 'instructors').problems).toMatchObject([
      { code: 'matching.rowsDisagree', details: { otherRow: 4, paths: ['fromUnit'] } },
    ]);
    const after = afterImport(plan);
    expect(after.instructors).toMatchObject([{ fromUnit: '清溪镇党建办', grade: 'county' }]);
    expect(planImport(twice, after, testContext()).isNothingNew).toBe(true);
  });

  test('an open posting is updated, a missing one added, others left alone', () => {
    const plan = planImport(book, registerOf({ units, instructors: [known()] }), testContext());
    const item = itemAt(plan, 4, 'instructors');
    expect(item.documentId).toBe('i1');
    expect(item.changes.map(({ path }) => path)).toEqual([
      'fromUnit',
      'assignments.a1.declaredVisits',
      expect.stringMatching(/^assignments\.new-/),
    ]);
    expect(afterImport(plan).instructors).toHaveLength(1);
  });

  test('a posting that ended is not opened again by an old file', () => {
    const ended = known({
      fromUnit: '清溪镇党建办',
      assignments: {
        a1: { unitId: 'unit-1', from: '2025-03', to: '2026-01-01', declaredVisits: 9 },
        a2: { unitId: 'unit-2', from: '2025-03' },
      },
    });
    expect(planImport(book, registerOf({ units, instructors: [ended] }), testContext()).isNothingNew).toBe(
      true,
    );
  });

  test('a telephone of somebody else is asked', () => {
    const plan = planImport(
      book,
      registerOf({ units, instructors: [known({ name: '林海' })] }),
      testContext(),
    );
    expect(itemAt(plan, 4, 'instructors').decision?.question.code).toBe('matching.samePhoneOtherName');
  });

  test('a name alone is the same person at the same unit, a question elsewhere', () => {
    const nameOnly = (unitName: string) =>
      bookOf(readInstructor(4, { name: '赵远建', role: 'instructor' }, [assignmentTo(4, unitName)]));
    const register = registerOf({ units, instructors: [known()] });
    expect(planImport(nameOnly('安徽甲乙有限公司'), register, testContext()).isNothingNew).toBe(true);
    const asked = itemAt(planImport(nameOnly('安徽丙丁有限公司'), register, testContext()), 4, 'instructors');
    expect(asked.decision?.question.code).toBe('matching.maybeSamePerson');
  });

  test('an unknown unit is asked once, and the posting follows the answer', () => {
    const unknown = bookOf(
      readInstructor(4, values, [assignmentTo(4, '安徽戊己有限公司')]),
      readInstructor(5, { ...values, name: '林海', phone: '13895003147' }, [
        assignmentTo(5, '安徽戊己 有限公司'),
      ]),
    );
    const plan = planImport(unknown, registerOf({ units }), testContext());
    const asked = plan.items.filter((item) => item.outcome === 'decide');
    expect(asked.map(({ decision }) => decision?.question.code)).toEqual(['matching.unitNotFound']);
    const after = afterImport(plan, { [asked[0]!.key]: 'create' });
    const added = after.units.find(({ name }) => name === '安徽戊己有限公司');
    for (const { assignments } of after.instructors)
      expect(Object.values(assignments)).toMatchObject([{ unitId: added?.id }]);
    expect(planImport(unknown, after, testContext()).isNothingNew).toBe(true);
  });

  test('a unit named in short is asked with the likely one, which learns the name', () => {
    const short = bookOf(readInstructor(4, values, [assignmentTo(4, '甲乙公司')]));
    const plan = planImport(short, registerOf({ units }), testContext());
    const [asked] = plan.items;
    expect(asked?.decision?.proposed).toBe('merge:unit-1');
    const after = afterImport(plan, { [asked!.key]: 'merge:unit-1' });
    expect(after.units[0]?.formerNames).toEqual(['甲乙公司']);
    expect(planImport(short, after, testContext()).isNothingNew).toBe(true);
  });
});

describe('party rooms', () => {
  const room = { id: 'r1', name: '东山村职工之家', address: '清溪镇东山村', status: 'inUse' };
  const bookOf = (address: string | null, more: object = {}) =>
    workbookOf(
      readSheet('partyRooms', {
        partyRooms: [
          readRoom(
            4,
            { name: '东山村职工之家', address, ...more },
            { siteName: '东山村', unitName: '安徽甲乙有限公司' },
          ),
        ],
      }),
    );

  test('links its place, unit and organization', () => {
    const orgs = [{ id: 'o1', name: '中共东山村支部委员会', status: 'active' }];
    const book = bookOf('清溪镇东山村', { hostPartyOrgName: '东山村党支部', areaM2: 113 });
    const after = afterImport(planImport(book, registerOf({ units, partyOrgs: orgs }), testContext()));
    expect(after.partyRooms[0]).toMatchObject({
      unitId: 'unit-1',
      siteId: after.orgUnits[1]?.id,
      hostPartyOrgId: 'o1',
      hostPartyOrgName: null,
    });
    expect(planImport(book, after, testContext()).isNothingNew).toBe(true);
  });

  test('same name and address is the same room, another address is asked', () => {
    const register = registerOf({ units, partyRooms: [room] });
    expect(
      itemAt(planImport(bookOf('清溪镇 东山村'), register, testContext()), 4, 'partyRooms').documentId,
    ).toBe('r1');
    expect(itemAt(planImport(bookOf(null), register, testContext()), 4, 'partyRooms').documentId).toBe('r1');
    const asked = itemAt(planImport(bookOf('清溪镇西湖'), register, testContext()), 4, 'partyRooms');
    expect(asked.decision?.question.code).toBe('matching.sameRoom');
  });
});

describe('people', () => {
  const known = { id: 'p1', name: '王芳', idNo: '11010519491231002X', gender: 'female', stage: 'full' };
  const planFor = (values: Parameters<typeof readPerson>[1], people: (object & { id: string })[] = [known]) =>
    planImport(
      workbookOf(readSheet('people', { people: [readPerson(2, values, '安徽甲乙有限公司')] })),
      registerOf({ units, people: people.map((each) => ({ ...each })) }),
      testContext(),
    );
  const item = (...parameters: Parameters<typeof planFor>) => itemAt(planFor(...parameters), 2, 'people');

  test('the resident id decides', () => {
    const found = item({ name: '王　芳', idNo: known.idNo, education: 'college' });
    expect(found).toMatchObject({ outcome: 'change', documentId: 'p1' });
    expect(found.changes.map(({ path }) => path)).toEqual(['education', 'workUnitId']);
  });

  test('an id under another name is asked and cannot become a second person', () => {
    const found = item({ name: '王方', idNo: known.idNo });
    expect(found.decision?.question.code).toBe('matching.sameIdOtherName');
    expect(found.decision?.options.map(({ code }) => code)).not.toContain('create');
  });

  test('an old number finds the new one of the same person', () => {
    expect(item({ name: '王芳', idNoLegacy: '110105491231002' }).documentId).toBe('p1');
  });

  test('a name with the same organization or workplace is the person, alone it is a question', () => {
    const here = { ...known, workUnitId: 'unit-1' };
    expect(item({ name: '王芳' }, [here]).outcome).toBe('unchanged');
    expect(item({ name: '王芳' }).decision?.question.code).toBe('matching.maybeSamePerson');
    expect(item({ name: '王芳', gender: 'male' }).outcome).toBe('create');
    expect(item({ name: '王芳', idNo: '340123199602291028' }).outcome).toBe('create');
  });

  test('one person on two rows is asked', () => {
    const rows = [
      readPerson(2, { name: '李明', idNo: known.idNo }),
      readPerson(9, { name: '李明', idNo: known.idNo, phone: '13800138000' }),
    ];
    const plan = planImport(workbookOf(readSheet('people', { people: rows })), registerOf({}), testContext());
    expect(itemAt(plan, 9, 'people').decision?.question.code).toBe('matching.samePersonInFile');
  });
});
