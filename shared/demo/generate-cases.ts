/** Reserve secretaries and floating members. */
import { addMonths } from '@shared/lib/day';
import type { DemoContext, DemoOrg, Drafted } from './demo-model';

type CaseDraft = Drafted<'cases'>;
type PersonDraft = Drafted<'people'>;

export function generateCases(
  demoOrg: DemoOrg,
  people: readonly PersonDraft[],
  secretaryId: string | null,
  context: DemoContext,
): CaseDraft[] {
  const { random, newId, asOf } = context;
  const base = () => ({ id: newId(), orgUnitId: demoOrg.township.id });
  const reserve = people.find((person) => person.stage === 'full' && person.id !== secretaryId);
  const reserves: CaseDraft[] =
    reserve && secretaryId !== null && random.chance(0.4 + demoOrg.quality * 0.5)
      ? [
          {
            ...base(),
            kind: 'reserveSecretary',
            partyOrgId: demoOrg.org.id,
            personId: reserve.id,
            since: random.day(demoOrg.foundedOn, asOf),
          },
        ]
      : [];
  const floating = people
    .filter((person) => person.floatState === 'out')
    .map(
      (person): CaseDraft => ({
        ...base(),
        kind: 'floatRecord',
        personId: person.id,
        direction: 'out',
        scope: random.weighted([
          ['crossProvince', 55],
          ['crossCity', 22],
          ['crossCounty', 15],
          ['inCounty', 8],
        ] as const),
        since: random.day(addMonths(asOf, -20), addMonths(asOf, -6)),
        reason: random.chance(0.85) ? 'work' : 'business',
        originOrgId: demoOrg.org.id,
      }),
    );
  return [...reserves, ...floating];
}
