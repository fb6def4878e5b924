/** The demo office and this year's targets of the county and its townships. */
import type { DemoContext, DemoPlaces, Drafted } from './demo-model';

export function generateOffice(places: DemoPlaces, { newId }: DemoContext): Drafted<'settings'> {
  return {
    id: newId(),
    orgUnitId: places.countyId,
    kind: 'office',
    name: `中共${places.countyName}委两新工委`,
    countyName: places.countyName,
    homeOrgUnitId: places.countyId,
    filler: '李晓',
    reviewer: '周海',
    phone: '0999-6210001',
    isDemo: true,
  };
}

/** Metric, target in percent, and what last year ended with. */
const goals = [
  ['C1', 75, 71],
  ['C3', 95, 92],
  ['C8', 90, 86],
  ['C20', 20, 6],
] as const;

export function generateTargets(
  places: DemoPlaces,
  { random, newId, asOf }: DemoContext,
): Drafted<'assessments'>[] {
  const year = Number(asOf.slice(0, 4));
  const offices = [places.countyId, ...places.townships.map((township) => township.id)];
  return offices.flatMap((targetOrgUnitId) =>
    goals.map(
      ([metricCode, target, baseline]): Drafted<'assessments'> => ({
        id: newId(),
        orgUnitId: targetOrgUnitId,
        kind: 'annualTarget',
        targetOrgUnitId,
        year,
        metricCode,
        baseline,
        target: targetOrgUnitId === places.countyId ? target : target + random.int(-3, 3),
        dueOn: `${year}-12-31`,
        isFrozen: true,
      }),
    ),
  );
}
