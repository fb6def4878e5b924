/** Edits that make a county in which every breakdown of the figures tells units apart. */
import { keyFields, ownerships, socialTypes } from '@shared/domain/unit';
import {
  contentOf,
  creation,
  east,
  personAt,
  placeBelow,
  type SmallCounty,
  unitAt,
  west,
} from '../county/small-county';

/** Two people who share units of several parks and both townships, with times of their own. */
export function instructorEdits({ id: county }: SmallCounty) {
  const service = (unit: number, from: string, to: string | null = null) => ({
    unitId: `${county}-varied-${unit}`,
    from,
    to,
  });
  const served = [
    [service(0, '2022-05-01'), service(1, '2024-02-10'), service(2, '2025-03-01', '2025-10-15')],
    [service(2, '2023-03-31'), service(3, '2025-06-30'), service(0, '2025-07-01', '2026-01-20')],
  ];
  return served.map((services, i) =>
    creation(
      'instructors',
      contentOf('instructors', `${county}-instructor-${i}`, county, {
        name: ['周明', '陈静'][i],
        role: 'instructor',
        assignments: Object.fromEntries(services.map((one, at) => [`service-${at}`, one])),
      }),
    ),
  );
}

/** Units that differ in everything figures are broken down by, in two parks and a building. */
export function variedEdits({ id: county }: SmallCounty) {
  const sites = ['park', 'park', 'building'].map((level, i) =>
    placeBelow(i === 0 ? east : west, `${county}-site-${i}`, { level }),
  );
  const units = ownerships.codes.map((ownership, i) =>
    unitAt(i % 2 === 0 ? east : west, `${county}-varied-${i}`, {
      ownership,
      keyFields: keyFields.codes.slice(i % 3, 2 + (i % 2)),
      siteIds: sites.filter((_, at) => (i + at) % 3 !== 0).map((site) => String(site['id'])),
      foundedOn: '2020-01',
      industryCode: 'C17',
      staff: [5, 100, 500, 1200][i % 4],
      revenueWan: 50_000,
      // Every other one has enough members to need an organization, and has none.
      declared: { members: (i % 2) * 5 },
    }),
  );
  const socials = socialTypes.codes.map((socialType, i) =>
    unitAt(west, `${county}-social-${i}`, { unitType: 'socialOrg', socialType, foundedOn: '2021-05' }),
  );
  // Out of scope, and the seat of an organization all the same.
  const closed = unitAt(east, `${county}-closed`, { foundedOn: '2020-01', status: 'shell' });
  const org = contentOf('partyOrgs', `${county}-closed-org`, east, {
    name: '青溪支部',
    formation: 'solo',
    status: 'active',
    hostUnitId: closed['id'],
    foundedOn: '2021-03',
    covers: { own: { unitId: closed['id'], from: '2021-03', to: null } },
  });
  const branch = contentOf('partyOrgs', `${county}-branch`, west, {
    name: '青岭支部',
    formation: 'solo',
    status: 'active',
    hostUnitId: `${county}-social-0`,
    foundedOn: '2021-06',
    covers: { own: { unitId: `${county}-social-0`, from: '2021-06', to: null } },
  });
  const away = personAt(west, `${county}-away`, {
    relationOrgId: branch['id'],
    relationFrom: '2022-01-01',
    workUnitId: `${county}-social-0`,
    fullOn: '2020-01-01',
    floatState: 'out',
  });
  return [
    ...sites.map((site) => creation('orgUnits', site)),
    ...[...units, ...socials, closed].map((unit) => creation('units', unit)),
    ...[org, branch].map((one) => creation('partyOrgs', one)),
    creation('people', away),
  ];
}
