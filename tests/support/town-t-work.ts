/** Instructors, rooms, meetings, money, documents and effects of town T: 15 of the 22 covered units reach 六有. */
import type { DocumentOf, Register } from '@shared/domain/collections';
import { buildDocument } from './build-documents';

type Work = Pick<Register, 'instructors' | 'partyRooms' | 'activities' | 'records' | 'cases' | 'assessments'>;

const coreDocuments = ['threeMeetings', 'development', 'appraisal', 'dues', 'floating'] as const;
const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

export function buildTownWork(jointBranches: Readonly<Record<string, readonly number[]>>): Work {
  const orgIds = [...Array.from({ length: 9 }, (_, i) => `org-solo-${i + 1}`), ...Object.keys(jointBranches)];
  // 15 = eight solo firms, four and three units of the joint branches 2 and 3. Each other one lacks something else:
  // solo 9 its funds, joint branch 1 its meetings, and the firm under the village branch everything but the branch.
  const fundless = 'org-solo-9';
  const silent = 'org-joint-1';
  return {
    instructors: buildInstructors(),
    partyRooms: [...orgIds.map(orgRoom), ...buildSiteRooms()],
    activities: orgIds.filter((id) => id !== silent).flatMap(meetings),
    records: [
      ...orgIds.filter((id) => id !== fundless).map(funds),
      ...orgIds.flatMap(documents),
      ...orgIds.flatMap(effects),
      ...buildVisits(),
    ],
    cases: orgIds.slice(0, 10).map((partyOrgId, i) =>
      buildDocument('cases', {
        id: `reserve-${i + 1}`,
        kind: 'reserveSecretary',
        partyOrgId,
        personId: `member-${i * 8 + 2}`,
        since: '2024-09',
      }),
    ),
    assessments: [],
  };
}

/** Two people over five units without an organization. */
function buildInstructors(): DocumentOf<'instructors'>[] {
  const instructor = (id: string, name: string, numbers: readonly number[]) =>
    buildDocument('instructors', {
      id,
      name,
      role: id === 'instructor-1' ? 'instructor' : 'liaison',
      isFullTime: false,
      phone: '13900139000',
      fromUnit: '田湾镇党建办',
      grade: 'township',
      politicalStatus: '01',
      assignments: Object.fromEntries(
        numbers.map((number) => [`a${number}`, { unitId: `open-${number}`, from: '2025-01-10', to: null }]),
      ),
    });
  return [instructor('instructor-1', '吴敏', [1, 2, 3]), instructor('instructor-2', '郑洁', [4, 5])];
}

/** Three of the five were visited in the last three months; one visit is older, one unit was never visited. */
function buildVisits(): DocumentOf<'records'>[] {
  const visit = (number: number, instructorId: string, on: string) =>
    buildDocument('records', {
      id: `visit-${number}`,
      kind: 'visit',
      unitId: `open-${number}`,
      byKind: 'instructor',
      by: instructorId === 'instructor-1' ? '吴敏' : '郑洁',
      instructorId,
      mode: 'onSite',
      on,
    });
  return [
    visit(1, 'instructor-1', '2025-12-10'),
    visit(2, 'instructor-1', '2025-11-20'),
    visit(4, 'instructor-2', '2025-10-15'),
    visit(5, 'instructor-2', '2025-08-01'),
  ];
}

const orgRoom = (orgId: string): DocumentOf<'partyRooms'> =>
  buildDocument('partyRooms', {
    id: `room-${orgId}`,
    name: '党员活动室',
    roomKind: 'memberRoom',
    hostPartyOrgId: orgId,
    address: '田湾镇工业路',
    areaM2: 30,
    builtOn: '2020',
    mode: 'own',
    isShareable: false,
    facilities: { sign: true, flag: true, books: true, furniture: true, av: false, rulesOnWall: true },
    status: 'inUse',
  });

/** A room in 19 of the 20 parks, buildings and streets. */
function buildSiteRooms(): DocumentOf<'partyRooms'>[] {
  const sites = [
    ...Array.from({ length: 6 }, (_, i) => `park-${i + 1}`),
    ...Array.from({ length: 10 }, (_, i) => `building-${i + 1}`),
    ...Array.from({ length: 3 }, (_, i) => `street-${i + 1}`),
  ];
  return sites.map((siteId) =>
    buildDocument('partyRooms', {
      id: `room-${siteId}`,
      name: '党群服务站',
      roomKind: 'workStation',
      siteId,
      address: '田湾镇',
      areaM2: 60,
      builtOn: '2021',
      mode: 'shared',
      isShareable: true,
      isFree: true,
      status: 'inUse',
    }),
  );
}

/** A general meeting each quarter and something every month, four in five present. */
const meetings = (partyOrgId: string): DocumentOf<'activities'>[] =>
  months.map((month, i) =>
    buildDocument('activities', {
      id: `meeting-${partyOrgId}-${month}`,
      kinds: i % 3 === 0 ? ['general', 'lecture'] : ['themeDay'],
      partyOrgId,
      startOn: `2025-${month}-15T14:30`,
      place: '党员活动室',
      host: '周明',
      topic: '学习与讨论',
      dueCount: 10,
      presentCount: 8,
    }),
  );

const funds = (partyOrgId: string): DocumentOf<'records'> =>
  buildDocument('records', {
    id: `fund-${partyOrgId}`,
    kind: 'fund',
    partyOrgId,
    on: '2025-03-10',
    year: 2025,
    direction: 'in',
    fundSource: 'enterprise',
    amount: 5000,
    isBudgeted: true,
  });

const documents = (partyOrgId: string): DocumentOf<'records'>[] =>
  coreDocuments.map((documentKind) =>
    buildDocument('records', {
      id: `document-${partyOrgId}-${documentKind}`,
      kind: 'document',
      partyOrgId,
      on: '2022-01',
      documentKind,
      isOnWall: true,
    }),
  );

const effects = (partyOrgId: string): DocumentOf<'records'>[] =>
  ['2025-05-01', '2025-10-01'].map((on, i) =>
    buildDocument('records', {
      id: `effect-${partyOrgId}-${i + 1}`,
      kind: 'effect',
      partyOrgId,
      on,
      effectKind: i === 0 ? 'pioneerPost' : 'proposal',
      note: '党员先锋岗带头完成生产任务',
      confirmedBy: '吴敏',
      confirmedOn: on,
    }),
  );
