import { createRandom } from '@shared/demo/random';
import { isSame } from '@shared/domain/changes';
import { type CollectionName, collectionNames, type Register } from '@shared/domain/collections';
import { buildRelations } from '@shared/figures/build-relations';
import { deriveAllSites } from '@shared/figures/derive-site-facts';
import { deriveAllFacts } from '@shared/figures/derive-unit-facts';
import { documentStates } from '@shared/figures/document-states';
import {
  factsOverTime,
  type Run,
  type Timeline,
  type TimelineRequest,
} from '@shared/figures/facts-over-time';
import { documentOn, registerOn } from '@shared/figures/register-on';
import { type PlaceFacts, sitesOverTime } from '@shared/figures/sites-over-time';
import { addDays } from '@shared/lib/day';
import { defaultRuleSets } from '@shared/rules/default-rule-sets';
import { rulesOn } from '@shared/rules/rule-set-on';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument, type Draft } from '../../support/build-documents';
import { propertyRuns } from '../../support/property-runs';
import { idsOf } from '../../support/wild-register/drafts';
import { wildRegister } from '../../support/wild-register/wild-register';

const first = '2024-12-20';
const last = '2026-01-31';
const unitIds: ReadonlySet<string> = new Set(idsOf.units);
const siteIds: ReadonlySet<string> = new Set(idsOf.orgUnits);

const keep: TimelineRequest<unknown>['keep'] = (facts, { ruleSet }) => ({ ...facts, ruleSet });
const timelines = (register: Partial<Register>, until: string): Map<string, Timeline<unknown>> =>
  factsOverTime({ unitIds, register, first, last: until, keep, isSame });

/** What the figures say about a day, counted from nothing. */
function countedOn(register: Partial<Register>, day: string): Map<string, unknown> {
  const relations = buildRelations(registerOn(register, day));
  const context = { relations, asOf: day, ...rulesOn(relations, day) };
  const facts = deriveAllFacts(context);
  const sites = [...deriveAllSites(facts, context).values()].map(
    (site) => [site.siteId, placeOf(site)] as const,
  );
  return new Map([...[...facts].map(([id, one]) => [id, keep(one, context)] as const), ...sites]);
}

const placeOf = ({ siteId, level, townshipId, isDue, hasRoom }: PlaceFacts): PlaceFacts => ({
  siteId,
  level,
  townshipId,
  isDue,
  hasRoom,
});

const runOn = (runs: readonly Run<unknown>[] | undefined, day: string) =>
  runs?.find((run) => run.from <= day && (run.to === null || day < run.to));

function expectEveryDay(register: Partial<Register>): void {
  const units = [...timelines(register, last)].map(([id, { runs }]) => [id, runs] as const);
  const sites = sitesOverTime({ siteIds, register, first, last, keep: placeOf, isSame });
  const found = new Map<string, readonly Run<unknown>[]>([...units, ...sites.runs]);
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const counted = countedOn(register, day);
    for (const [id, runs] of found) {
      const kept = runOn(runs, day)?.kept;
      // Asked in plain code first: half a million expectations take longer than all the counting.
      if (!isSame(kept, counted.get(id))) expect([day, id, kept]).toEqual([day, id, counted.get(id)]);
    }
  }
}

describe('facts over time', () => {
  it('equal the facts counted from nothing on every single day', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => expectEveryDay(wildRegister(seed))),
      propertyRuns(15),
    );
  }, 60_000);

  it('are runs that cannot be joined', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        for (const { runs } of timelines(wildRegister(seed), last).values())
          for (const [i, run] of runs.entries()) {
            const next = runs[i + 1];
            if (!next) continue;
            expect(run.to !== null && run.from < run.to && run.to <= next.from).toBe(true);
            if (run.to === next.from) expect(isSame(run.kept, next.kept)).toBe(false);
          }
      }),
      propertyRuns(20),
    );
  });

  it('stay as they are until the next day they name', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 300 }), (seed, days) => {
        const register = wildRegister(seed);
        const stop = addDays('2025-02-01', days);
        const found = timelines(register, stop);
        const later = timelines(register, last);
        for (const id of unitIds) {
          const next = found.get(id)?.nextOn ?? null;
          const changes = later.get(id)?.runs.flatMap((run) => [run.from, run.to ?? last]) ?? [];
          for (const day of changes)
            if (day > stop && day < last) expect(next !== null && next <= day).toBe(true);
        }
      }),
      propertyRuns(30),
    );
  });
});

it('a document has on every day the state register-on.ts says', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const register = wildRegister(seed);
      for (const collection of ['units', 'partyOrgs', 'people', 'partyRooms', 'records'] as const)
        for (const document of register[collection]) {
          const states = documentStates<CollectionName>(collection, document);
          for (let day = '2022-12-25'; day < '2027-01-05'; day = addDays(day, 11)) {
            const found = states.findLast((state) => state.from <= day)?.document;
            const expected = documentOn<CollectionName>(collection, document, day);
            if (!isSame(found, expected)) expect([day, found]).toEqual([day, expected]);
          }
        }
    }),
    propertyRuns(15),
  );
});

describe('facts of a day', () => {
  /** The same documents as another machine may hold them: in another order, and the entries of their maps too. */
  const elsewhere = (register: Register, seed: number): Register => {
    const random = createRandom(seed);
    const text = JSON.stringify(register, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(random.shuffled(Object.entries(part)))
        : part,
    );
    // A copy of the register, key by key.
    const copy = JSON.parse(text) as Register;
    const lists = collectionNames.map((name) => [name, random.shuffled<unknown>(copy[name])]);
    return Object.fromEntries(lists) as unknown as Register;
  };

  it('do not depend on the order in which documents and their entries are found', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, order) => {
        const register = wildRegister(seed);
        const moved = elsewhere(register, order);
        for (const day of ['2025-01-01', '2025-06-30', '2025-12-31'])
          expect(countedOn(moved, day)).toEqual(countedOn(register, day));
      }),
      propertyRuns(40),
    );
  });
});

/** Cases too rare for chance: what moves a seat from one unit to another. */
describe('a seat that moves', () => {
  const unit = (id: string, more: Partial<Draft<'units'>> = {}) =>
    buildDocument('units', {
      id,
      unitType: 'enterprise',
      name: id,
      townshipId: 't1',
      status: 'operating',
      ...more,
    });
  const branch = buildDocument('partyOrgs', {
    id: 'o',
    name: '中共支部',
    formation: 'joint',
    hostUnitId: 'u0',
    covers: { a: { unitId: 'u0', from: null, to: null }, b: { unitId: 'u1', from: null, to: null } },
    status: 'active',
  });
  const member = buildDocument('people', {
    id: 'p',
    name: '党员',
    stage: 'full',
    relationOrgId: 'o',
    training: { t: { on: '2025-11-10', hours: 40, kind: null, provider: null } },
  });
  const seatOn = (register: Partial<Register>, day: string) =>
    [...timelines(register, last)].find(([, timeline]) => {
      // Kept above: the facts and the rule set.
      const facts = runOn(timeline.runs, day)?.kept as { seatOrgs: number } | undefined;
      return facts?.seatOrgs === 1;
    })?.[0];

  it('follows a unit that was deleted', () => {
    const deletedAt = '2025-06-05T03:00:00.000Z';
    const register = {
      units: [unit('u0', { deletedAt }), unit('u1')],
      partyOrgs: [branch],
      people: [member],
    };
    expect([seatOn(register, '2025-06-04'), seatOn(register, '2025-06-05')]).toEqual(['u0', 'u1']);
    expectEveryDay(register);
  });

  it('follows rules that put another unit in scope', () => {
    const [, , base] = defaultRuleSets;
    const rules = buildDocument('settings', {
      ...(base ?? defaultRuleSets[0]),
      id: 'set0',
      kind: 'ruleSet',
      validFrom: '2025-05-01',
      coverage: { ...defaultRuleSets[0].coverage, suspendedMonthsInScope: 24 },
    });
    const suspended = unit('u0', { status: 'suspended', statusSince: '2025-02-01' });
    const register = {
      units: [suspended, unit('u1')],
      partyOrgs: [branch],
      people: [member],
      settings: [rules],
    };
    expect([seatOn(register, '2025-04-30'), seatOn(register, '2025-05-01')]).toEqual(['u1', 'u0']);
    // The training in November is seen only by whoever knows the seat of then.
    expectEveryDay(register);
  });
});

it('counts a poor score from the first day of its year', () => {
  const on = (day: string) => ({ id: `e${day}`, kind: 'effect' as const, on: day, confirmedOn: day });
  const effect = { effectKind: 'proposal' as const, unitId: 'u0', note: '建议' };
  const register: Partial<Register> = {
    units: [
      buildDocument('units', {
        id: 'u0',
        unitType: 'enterprise',
        name: 'u0',
        townshipId: 't1',
        status: 'operating',
      }),
    ],
    partyOrgs: [
      buildDocument('partyOrgs', {
        id: 'o',
        name: '中共支部',
        covers: { a: { unitId: 'u0', from: null, to: null } },
        status: 'active',
      }),
    ],
    records: ['2025-03-02', '2025-04-02', '2025-05-02'].map((day) =>
      buildDocument('records', { ...on(day), ...effect }),
    ),
    assessments: [
      buildDocument('assessments', {
        id: 's0',
        kind: 'scoreSheet',
        partyOrgId: 'o',
        year: 2026,
        items: { a: { name: '项', max: 100, self: null, checked: 40, evidence: null } },
      }),
    ],
  };
  expectEveryDay(register);
  expect(
    timelines(register, last)
      .get('u0')
      ?.runs.map((run) => run.from),
  ).toContain('2026-01-01');
});
