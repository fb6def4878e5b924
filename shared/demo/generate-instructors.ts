/** Instructors and liaison officers of one township, the units they were sent to, and their visits. */
import { addMonths } from '@shared/lib/day';
import type { DemoContext, DemoTownship, Drafted } from './demo-model';
import { inventedPhone } from './invented-codes';
import { personName } from './invented-names';

export interface InstructorsAndVisits {
  readonly instructors: readonly Drafted<'instructors'>[];
  readonly visits: readonly Drafted<'records'>[];
}

/** @param uncovered ids of units no organization covers; some of them stay blank spots */
export function generateInstructors(
  township: DemoTownship,
  uncovered: readonly string[],
  context: DemoContext,
): InstructorsAndVisits {
  const { random } = context;
  const reached = random.shuffled(uncovered).slice(0, Math.round(uncovered.length * 0.82));
  const instructors: Drafted<'instructors'>[] = [];
  const visits: Drafted<'records'>[] = [];
  for (let start = 0; start < reached.length; ) {
    const unitIds = reached.slice(start, start + random.int(3, random.chance(0.1) ? 7 : 5));
    start += unitIds.length;
    const instructor = generateInstructor(township, unitIds, context);
    instructors.push(instructor);
    visits.push(...generateVisits(township, instructor, context));
  }
  return { instructors, visits };
}

function generateInstructor(
  township: DemoTownship,
  unitIds: readonly string[],
  context: DemoContext,
): Drafted<'instructors'> {
  const { random, newId } = context;
  const role = random.weighted([
    ['instructor', 62],
    ['liaison', 34],
    ['envoy', 4],
  ] as const);
  const grade = random.chance(0.3) ? ('county' as const) : ('township' as const);
  const gender = random.chance(0.6) ? ('male' as const) : ('female' as const);
  return {
    id: newId(),
    orgUnitId: township.id,
    name: personName(random, gender),
    role,
    gender,
    isFullTime: random.chance(0.35),
    phone: inventedPhone(context),
    fromUnit:
      grade === 'county'
        ? random.pick(['县委组织部', '县市场监管局', '县工商联', '县民政局', '县税务局'])
        : `${township.name}党建办`,
    post: random.pick(['科员', '副主任', '干部', '四级主任科员']),
    grade,
    politicalStatus: role === 'liaison' && random.chance(0.2) ? '13' : '01',
    assignments: Object.fromEntries(
      unitIds.map((unitId) => [newId(), assignmentOf(unitId, township, context)]),
    ),
  };
}

function assignmentOf(unitId: string, township: DemoTownship, { random, asOf }: DemoContext) {
  const from = random.day(addMonths(asOf, -30), addMonths(asOf, -1));
  return {
    unitId,
    from,
    to: null,
    plannedTo: addMonths(from, 24),
    docNo: `${township.shortName}党办〔${from.slice(0, 4)}〕${random.int(2, 60)}号`,
    purpose: random.weighted([
      ['build', 45],
      ['cultivate', 35],
      ['strengthen', 20],
    ] as const),
    visitPlan: { per: 'month' as const, times: random.int(1, 2) },
    solvedIssues: random.int(0, 6),
    annualGrade: random.weighted([
      ['excellent', 20],
      ['competent', 74],
      ['basic', 6],
    ] as const),
  };
}

const findings = [
  '了解职工思想状况，宣传组建要求',
  '摸排党员情况，登记2名流动党员',
  '指导建立党员活动室',
  '走访企业负责人，听取组建意见',
  '协调解决用工困难',
];

/** Most visit month by month; some have not been seen for half a year. */
function generateVisits(
  township: DemoTownship,
  instructor: Drafted<'instructors'>,
  { random, newId, asOf }: DemoContext,
): Drafted<'records'>[] {
  const isDiligent = random.chance(0.75);
  return Object.values(instructor.assignments ?? {}).flatMap(({ unitId, from }) => {
    const months = isDiligent ? [0, 1, 2, 3, 4, 5] : [6, 9];
    return months.flatMap((ago): Drafted<'records'>[] => {
      const on = random.day(addMonths(asOf, -ago - 1), addMonths(asOf, -ago));
      if (on < (from ?? '') || random.chance(0.15)) return [];
      return [
        {
          id: newId(),
          orgUnitId: township.id,
          kind: 'visit',
          on,
          unitId,
          byKind: 'instructor',
          by: instructor.name,
          instructorId: instructor.id,
          mode: random.weighted([
            ['onSite', 80],
            ['phone', 15],
            ['online', 5],
          ] as const),
          findings: random.pick(findings),
        },
      ];
    });
  });
}
