/** People of town T: 96 members (8 new this year, 60 with 32 hours of training) and 60 activists. */
import type { DocumentOf } from '@shared/domain/collections';
import { residentCheckOf } from '@shared/identifiers/resident-id';
import { buildDocument } from './build-documents';

/** Organization holding the relation of the members of a unit; null = not moved anywhere yet. */
function orgOf(unitId: string, jointBranches: Readonly<Record<string, readonly number[]>>): string | null {
  if (unitId.startsWith('solo-')) return `org-${unitId}`;
  if (unitId === 'affiliated-1') return 'org-village';
  const number = Number(unitId.slice('joint-'.length));
  return unitId.startsWith('joint-')
    ? (Object.entries(jointBranches).find(([, numbers]) => numbers.includes(number))?.[0] ?? null)
    : null;
}

/** A valid number of somebody born on 1 June of the year. */
export function residentIdOf(year: number, number: number): string {
  const body = `340123${year}0601${String(number).padStart(3, '0')}`;
  return body + residentCheckOf(body);
}

export function buildTownPeople(
  membersOf: Readonly<Record<string, number>>,
  jointBranches: Readonly<Record<string, readonly number[]>>,
): DocumentOf<'people'>[] {
  const places = Object.entries(membersOf).flatMap(([unitId, members]) =>
    Array.from({ length: members }, (_, i) => ({ unitId, isFirst: i === 0 })),
  );
  const members = places.map(({ unitId, isFirst }, i) => {
    // One new member in each of the first eight solo firms; two of the eight fit none of the three groups.
    const soloNumber = unitId.startsWith('solo-') ? Number(unitId.slice(5)) : 9;
    const isNew = isFirst && soloNumber <= 8;
    return member(i, unitId, orgOf(unitId, jointBranches), isNew ? soloNumber : null);
  });
  return [...members, ...buildActivists(Object.keys(jointBranches))];
}

function member(
  number: number,
  unitId: string,
  orgId: string | null,
  newNumber: number | null,
): DocumentOf<'people'> {
  const born = newNumber !== null && newNumber > 4 && newNumber <= 6 ? 1995 : 1970;
  return buildDocument('people', {
    id: `member-${number + 1}`,
    name: `党员${number + 1}`,
    gender: 'male',
    idNo: residentIdOf(born, number + 1),
    birthOn: `${born}-06-01`,
    ethnicity: '汉族',
    education: newNumber === 3 || newNumber === 4 ? 'bachelor' : 'highSchool',
    phone: '13800138000',
    stage: newNumber === null ? 'full' : 'probationary',
    relationOrgId: orgId,
    workUnitId: unitId,
    // New members 1, 2 and 5 are on the front line; number 5 is also young and still counts once.
    jobKind: newNumber === 1 || newNumber === 2 || newNumber === 5 ? 'frontline' : 'middle',
    isFullTime: true,
    joinedOn: newNumber === null ? '2012-05-20' : '2025-06-20',
    fullOn: newNumber === null ? '2013-05-20' : null,
    training:
      number < 60
        ? { t1: { on: '2025-04', hours: 20 }, t2: { on: '2025-09', hours: 12 } }
        : { t1: { on: '2025-04', hours: 31.5 } },
  });
}

/** Five activists under each of the twelve own organizations. */
function buildActivists(jointIds: readonly string[]): DocumentOf<'people'>[] {
  const seats = [
    ...Array.from({ length: 9 }, (_, i) => `solo-${i + 1}`),
    ...jointIds.map((_, i) => ['joint-1', 'joint-6', 'joint-10'][i] ?? ''),
  ];
  return seats.flatMap((unitId) =>
    Array.from({ length: 5 }, (_, i) =>
      buildDocument('people', {
        id: `activist-${unitId}-${i + 1}`,
        name: `积极分子${i + 1}`,
        stage: 'activist',
        stageSince: '2025-01',
        workUnitId: unitId,
      }),
    ),
  );
}
