/** Invented workbooks for property tests of planning: calm ones, the trouble real ones have, and every collision. */
import type { Register } from '@shared/domain/collections';
import { planImport } from '@shared/import/07-build-preview';
import { decide } from '@shared/import/apply-decisions';
import type { ReadSheet, ReadWorkbook } from '@shared/import/model';
import type { ImportPlan } from '@shared/import/plan-model';
import fc from 'fast-check';
import {
  assignmentTo,
  readInstructor,
  readOrg,
  readPerson,
  readRoom,
  readSheet,
  readUnit,
  registerOf,
  testContext,
  townshipId,
  workbookOf,
} from './plan-support';

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
/** Few names, codes and owners, so that rows collide in every way a real ledger manages. */
const firm = fc.constantFrom(
  '安徽永丰纺织有限公司',
  '安徽永丰纺织有限责任公司',
  '永丰纺织',
  '安徽宏达服装有限公司',
  '安徽宏远服装有限公司',
  '清溪镇老年协会',
);
const code = fc.constantFrom('91340123MAR4N19B5F', '91340123MA0Q4GUFXX', '51340123MJE000013G');
const person = fc.constantFrom('刘永', '王 芳', '王芳', '李明');
const phone = fc.constantFrom('13800138000', '13895003147', '0551-6771234');
const place = fc.constantFrom('东山村', '东山', '西湖社区', '工业园区', '老油坊');
const orgName = fc.constantFrom(
  '中共永丰支部委员会',
  '永丰党支部',
  '中共东山村联合支部委员会',
  '中共清溪镇委员会',
);
const day = fc.constantFrom('2020', '2020-05', '2021-03-01');

const unitRow = fc.record({
  name: firm,
  uscc: orNull(code),
  'owner.name': orNull(person),
  'contact.phone': orNull(phone),
  staff: orNull(fc.nat(3)),
  status: orNull(fc.constantFrom('operating', 'suspended')),
  foundedOn: orNull(day),
  aboveScale: orNull(fc.boolean()),
  'massOrgs.union.has': orNull(fc.boolean()),
  'declared.members': orNull(fc.nat(5)),
});
const unitsSheet = fc
  .array(fc.tuple(unitRow, orNull(place), fc.boolean(), orNull(orgName), orNull(person), orNull(person)), {
    maxLength: 6,
  })
  .map((rows) =>
    readSheet('units', {
      name: '企业',
      units: rows.map(([values, siteName, isHidden], i) => readUnit(i + 4, values, { siteName, isHidden })),
      partyOrgs: rows.flatMap(([values, , , org, secretary], i) =>
        org === null
          ? []
          : readOrg(
              [i + 4],
              { name: org, tier: 'branch', formation: 'solo' },
              [{ row: i + 4, unitName: values.name, unit: i }],
              secretary === null ? {} : { secretary },
            ),
      ),
      instructors: rows.flatMap(([values, , , , , liaison], i) =>
        liaison === null
          ? []
          : readInstructor(i + 4, { name: liaison, role: 'liaison' }, [
              { ...assignmentTo(i + 4, values.name), unit: i },
            ]),
      ),
    }),
  );
const otherSheet = fc
  .tuple(
    fc.array(fc.tuple(person, orNull(phone), fc.array(fc.tuple(firm, orNull(day)), { maxLength: 3 })), {
      maxLength: 4,
    }),
    fc.array(fc.tuple(fc.constantFrom('活动室', '职工之家'), orNull(place), orNull(orgName)), {
      maxLength: 3,
    }),
    fc.array(fc.tuple(person, orNull(fc.constantFrom('male', 'female')), orNull(orgName), orNull(firm)), {
      maxLength: 3,
    }),
  )
  .map(([instructors, rooms, people]): ReadSheet[] => [
    readSheet('instructors', {
      name: '指导员',
      instructors: instructors.map(([name, tel, postings], i) =>
        readInstructor(
          i + 4,
          { name, phone: tel },
          postings.map(([unitName, from]) => assignmentTo(i + 4, unitName, { from })),
        ),
      ),
    }),
    readSheet('partyRooms', {
      name: '阵地',
      partyRooms: rooms.map(([name, site, host], i) =>
        readRoom(i + 4, { name, address: site, hostPartyOrgName: host }, { siteName: site }),
      ),
    }),
    readSheet('people', {
      name: '党员',
      people: people.map(([name, gender, relationOrgName, work], i) =>
        readPerson(i + 4, { name, gender, relationOrgName }, work),
      ),
    }),
  ]);
export const book = fc.tuple(unitsSheet, otherSheet).map(([units, others]) => workbookOf(units, ...others));
const firms = ['永丰纺织', '宏达服装', '金盛木业', '华泰物流', '同泰陶瓷', '百川建材'];
const people = ['赵远建', '林海', '周永', '王思强', '黄佳', '吴晓'];
const firmName = (i: number): string => `安徽${firms[i]}有限公司`;

/** A ledger with every firm, organization and person of its own: nothing there to ask about. */
export const calmBook = fc
  .tuple(fc.array(unitRow, { minLength: 2, maxLength: 6 }), fc.nat(5))
  .map(([rows, sites]) => {
    const units = rows.map((values, i) =>
      readUnit(
        i + 4,
        { ...values, name: firmName(i), uscc: null, 'owner.name': people[i]!, 'contact.phone': null },
        { siteName: i < sites ? '东山村' : '工业园区' },
      ),
    );
    const partyOrgs = units.map(({ row }, unit) =>
      readOrg(
        [row],
        { name: `中共${firmName(unit)}支部委员会`, formation: 'solo' },
        [{ row, unitName: firmName(unit), unit }],
        { secretary: people[unit]! },
      ),
    );
    const instructors = units.map(({ row }, i) =>
      readInstructor(row, { name: people[i]!, phone: null }, [assignmentTo(row, firmName(i))]),
    );
    return { units, partyOrgs, instructors };
  });
type Calm = typeof calmBook extends fc.Arbitrary<infer B> ? B : never;
export const toBook = ({ units, partyOrgs, instructors }: Calm): ReadWorkbook =>
  workbookOf(
    readSheet('units', { name: '企业', units, partyOrgs }),
    readSheet('instructors', { name: '指导员', instructors }),
  );

/** The trouble a real ledger has somewhere among its orderly rows. */
export const troubles: Readonly<Record<string, (book: Calm) => Calm>> = {
  'a firm twice under two legal forms': (book) => ({
    ...book,
    units: [...book.units, readUnit(40, { name: '安徽永丰纺织有限责任公司', staff: 77, remarks: '变更' })],
  }),
  'a firm twice with another owner': (book) => ({
    ...book,
    units: [...book.units, readUnit(40, { name: firmName(0), 'owner.name': '新老板', staff: 78 })],
  }),
  'a hidden row': ({ units, ...book }) => ({
    ...book,
    units: units.map((unit, i) => (i === 1 ? { ...unit, isHidden: true } : unit)),
  }),
  'a place of unclear kind': ({ units, ...book }) => ({
    ...book,
    units: units.map((unit) => ({ ...unit, siteName: '老油坊' })),
  }),
  'a posting to a firm named in short': ({ instructors, ...book }) => ({
    ...book,
    instructors: [...instructors, readInstructor(41, { name: '郑新' }, [assignmentTo(41, '宏达服装')])],
  }),
  'a posting to an unknown firm': ({ instructors, ...book }) => ({
    ...book,
    instructors: [
      ...instructors,
      readInstructor(41, { name: '郑新' }, [assignmentTo(41, '安徽无名有限公司')]),
    ],
  }),
  'one branch printed for two firms': ({ partyOrgs, ...book }) => ({
    ...book,
    partyOrgs: [
      ...partyOrgs,
      readOrg([42], { name: `中共${firmName(0)}支部委员会` }, [{ row: 42, unitName: firmName(1), unit: 1 }], {
        secretary: '别人',
      }),
    ],
  }),
  'two rows of one instructor': ({ instructors, ...book }) => ({
    ...book,
    instructors: [
      ...instructors,
      readInstructor(43, { name: people[0]!, fromUnit: '党建办' }, [
        assignmentTo(43, firmName(0), { from: '2020' }),
        assignmentTo(43, firmName(1), { from: '2021' }),
        assignmentTo(44, firmName(1), { from: '2022' }),
      ]),
    ],
  }),
};

export const known = fc.array(fc.tuple(firm, orNull(code), orNull(person)), { maxLength: 3 }).map((rows) =>
  registerOf({
    units: rows.map(([name, uscc, owner], i) => ({
      id: `unit-${i}`,
      unitType: 'enterprise',
      name,
      // Codes are unique in a register.
      uscc: rows.slice(0, i).some(([, earlier]) => earlier === uscc) ? null : uscc,
      owner: { name: owner },
      townshipId,
      status: 'operating',
    })),
  }),
);

/** Answers every question, as new ones come up. */
export function answered(
  read: ReadWorkbook,
  register: Register,
  pick: (count: number) => number,
  isSkipping = false,
): ImportPlan {
  let plan = planImport(read, register, testContext());
  for (;;) {
    const open = plan.items.find((item) => item.outcome === 'decide');
    if (!open?.decision) return plan;
    const options = open.decision.options.filter(({ code }) => isSkipping || code !== 'skip');
    const chosen = options[pick(options.length)];
    plan = decide(plan, { ...plan.decisions, [open.key]: chosen!.code });
  }
}
