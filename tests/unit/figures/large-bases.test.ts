import type { PartyOrg } from '@shared/domain/party-org';
import type { Unit } from '@shared/domain/unit';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { floatingByScope } from '@shared/figures/indicators/c19-floating';
import { partsTotal } from '@shared/figures/validators/v06-parts-total';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';
import { countRegister } from '../../support/count-register';

/** Parsed once and copied: a city has thousands of each. */
const firmShape = buildDocument('units', {
  id: 'shape',
  unitType: 'enterprise',
  name: '公司',
  townshipId: 't',
  status: 'operating',
});
const branchShape = buildDocument('partyOrgs', {
  id: 'shape',
  name: '中共支部',
  formation: 'solo',
  status: 'active',
});
const firm = (id: string, more: Partial<Unit> = {}): Unit => ({ ...firmShape, ...more, id });
const soloBranch = (unitId: string): PartyOrg => ({
  ...branchShape,
  id: `org-${unitId}`,
  covers: { c: { unitId, from: null, to: null } },
});
const list = (count: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);

describe('figures printed for whole cities', () => {
  it('C8 counts 7706 of 7825 above-scale firms as 98.5 %', () => {
    const ids = list(7825, 'u');
    const { summary } = countRegister(
      {
        units: [
          ...ids.map((id) => firm(id, { aboveScale: true })),
          firm('small', { aboveScale: false }),
          firm('unknown'),
        ],
        partyOrgs: ids.slice(0, 7706).map(soloBranch),
      },
      '2009-11-30',
    );
    expect(formatFraction(summary.figures.C8)).toBe('7706/7825');
    expect(formatRate(summary.figures.C8, 1)).toBe('98.5%');
    // The same city over all its firms: another base, another figure.
    expect(formatFraction(summary.figures.C1)).toBe('7706/7827');
  });

  it('C15 counts 914 of 933 buildings as 98.0 % and leaves out a new one less than half let', () => {
    const ids = list(933, 'b');
    const building = (id: string, occupancyPct: number | null) =>
      buildDocument('orgUnits', { id, name: id, level: 'building', parentId: 't', occupancyPct });
    const { summary } = countRegister(
      {
        orgUnits: [...ids.map((id) => building(id, 80)), building('new', 49)],
        units: ids.slice(0, 914).map((id) => firm(`u-${id}`, { siteIds: [id] })),
        partyOrgs: ids.slice(0, 914).map((id) => soloBranch(`u-${id}`)),
      },
      '2009-11-30',
    );
    expect(formatFraction(summary.figures.C15)).toBe('914/933');
    expect(formatRate(summary.figures.C15, 1)).toBe('98.0%');
  });

  it('C19 counts 195 of 957 members away as 20.38 % and finds the four whose scope is missing', () => {
    const scopes = [
      ...Array<'crossProvince'>(40).fill('crossProvince'),
      ...Array<'crossCity'>(9).fill('crossCity'),
      ...Array<'crossCounty'>(14).fill('crossCounty'),
      ...Array<'inCounty'>(128).fill('inCounty'),
      ...Array<null>(4).fill(null),
    ];
    const { summary, facts } = countRegister(
      {
        units: [firm('mine')],
        partyOrgs: [soloBranch('mine')],
        people: list(957, 'p').map((id) =>
          buildDocument('people', {
            id,
            name: id,
            stage: 'full',
            relationOrgId: 'org-mine',
            workUnitId: 'mine',
          }),
        ),
        cases: scopes.map((scope, i) =>
          buildDocument('cases', {
            id: `f${i}`,
            kind: 'floatRecord',
            personId: `p${i + 1}`,
            direction: 'out',
            scope,
            since: '2022-01',
          }),
        ),
      },
      '2022-04-30',
    );
    expect(formatFraction(summary.figures.C19)).toBe('195/957');
    expect(formatRate(summary.figures.C19, 2)).toBe('20.38%');
    const { unknown, ...known } = floatingByScope(facts.values());
    expect(unknown).toBe(4);
    expect(summary.floatingByScope).toEqual({ ...known, unknown });
    const parts = Object.entries(known).map(([label, value]) => ({ label, value }));
    const [finding] = partsTotal.check({ label: '流向', parts, total: { value: 195 } });
    expect(finding?.details['arithmetic']).toBe('40+9+14+128 = 191 ≠ 195，差 4');
  });
});
