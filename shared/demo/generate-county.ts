/**
 * A whole invented county for trying the program out: six townships, about 1300 units, their organizations,
 * members, instructors, rooms and three years of history. The same seed and day give the same county.
 */
import { createIdGenerator } from '@shared/lib/ids';
import type { DemoContext, DemoDrafts, DemoOrg, DemoPlaces, DemoTownship, Drafted } from './demo-model';
import { generateActivities } from './generate-activities';
import { generateCases } from './generate-cases';
import { withDeclared } from './generate-declared';
import { generateInstructors } from './generate-instructors';
import { generateTownshipOrgs } from './generate-party-orgs';
import { generatePeople } from './generate-people';
import { generatePlaces } from './generate-places';
import { generateRecords } from './generate-records';
import { generateRooms } from './generate-rooms';
import { generateOffice, generateTargets } from './generate-settings';
import { generateTownshipUnits } from './generate-units';
import { createRandom } from './random';

export const demoSeed = 20260301;

/** @param asOf YYYY-MM-DD, the day the county is seen from; nothing in it is later */
export function generateDemoCounty(seed: number, asOf: string): DemoDrafts {
  const steps = demoCountySteps(seed, asOf);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Organizations whose year is made in one step. */
const orgsPerStep = 60;

/** The same in steps short enough for a page to paint in between. */
export function* demoCountySteps(seed: number, asOf: string): Generator<void, DemoDrafts> {
  const context = createContext(seed, asOf);
  const places = generatePlaces(context);
  const taken = new Set<string>();
  const townships: Township[] = [];
  for (const township of places.townships) {
    townships.push(generateTownship(township, places, taken, context));
    yield;
  }
  const orgs = townships.flatMap((one) => one.orgs);
  const rooms = generateRooms(places, orgs, context);
  const lives: ReturnType<typeof generateLife>[] = [];
  for (const [index, demoOrg] of orgs.entries()) {
    if (index % orgsPerStep === 0) yield;
    lives.push(generateLife(demoOrg, rooms.roomOf.get(demoOrg.org.id) ?? null, context));
  }
  return {
    units: townships.flatMap((one) => one.units),
    partyOrgs: orgs.map((demoOrg) => demoOrg.org),
    people: townships.flatMap((one) => one.people),
    instructors: townships.flatMap((one) => one.instructors),
    partyRooms: rooms.rooms,
    activities: lives.flatMap((one) => one.activities),
    records: [...townships.flatMap((one) => one.visits), ...lives.flatMap((one) => one.records)],
    cases: townships.flatMap((one) => one.cases),
    assessments: generateTargets(places, context),
    orgUnits: places.orgUnits,
    settings: [generateOffice(places, context)],
    conflicts: [],
  };
}

/** Units alone, spread over the townships: for measuring with any number of them. */
export function generateUnits(count: number, seed: number, asOf: string): Drafted<'units'>[] {
  const context = createContext(seed, asOf);
  const places = generatePlaces(context);
  const taken = new Set<string>();
  return places.townships.flatMap((township, index) => {
    const share = Math.floor((count + index) / places.townships.length);
    return generateTownshipUnits(township, places.countyName, share, taken, context);
  });
}

function createContext(seed: number, asOf: string): DemoContext {
  const random = createRandom(seed);
  const start = Date.parse(`${asOf}T00:00:00Z`);
  let made = 0;
  let serial = 0;
  const newId = createIdGenerator(
    () => start + made++,
    (bytes) => {
      for (let i = 0; i < bytes.length; i++) bytes[i] = random.int(0, 255);
    },
  );
  return { random, newId, asOf, serial: () => ++serial };
}

interface Township {
  readonly units: readonly Drafted<'units'>[];
  readonly orgs: readonly DemoOrg[];
  readonly people: readonly Drafted<'people'>[];
  readonly instructors: readonly Drafted<'instructors'>[];
  readonly visits: readonly Drafted<'records'>[];
  readonly cases: readonly Drafted<'cases'>[];
}

function generateTownship(
  township: DemoTownship,
  places: DemoPlaces,
  taken: Set<string>,
  context: DemoContext,
): Township {
  const count = context.random.int(208, 226);
  const units = generateTownshipUnits(township, places.countyName, count, taken, context);
  const unitsById = new Map(units.map((unit) => [unit.id, unit]));
  const plans = generateTownshipOrgs(township, units, context);
  const filled = plans.map((demoOrg) => ({ demoOrg, made: generatePeople(demoOrg, unitsById, context) }));
  const people = filled.flatMap(({ made }) => made.people);
  const covered = new Set(
    plans.filter(({ org }) => org.status !== 'dissolved').flatMap((demoOrg) => demoOrg.unitIds),
  );
  const uncovered = units.filter(
    (unit) => unit.status === 'operating' && unit.unitType !== 'individualBusiness' && !covered.has(unit.id),
  );
  const ownerLed = new Set(filled.map(({ made }) => made.ownerSecretaryOf));
  return {
    units: units.map((unit) =>
      withOwnerRole(
        withDeclared(unit, membersIn(unit.id, people), covered.has(unit.id), context),
        ownerLed.has(unit.id),
      ),
    ),
    orgs: filled.map(({ demoOrg, made }) => ({ ...demoOrg, org: made.org })),
    people,
    ...generateInstructors(
      township,
      uncovered.map((unit) => unit.id),
      context,
    ),
    cases: filled.flatMap(({ demoOrg, made }) =>
      generateCases(demoOrg, made.people, secretaryOf(made.org)?.personId ?? null, context),
    ),
  };
}

const membersIn = (unitId: string, people: readonly Drafted<'people'>[]): number =>
  people.filter(
    (person) => person.workUnitId === unitId && (person.stage === 'full' || person.stage === 'probationary'),
  ).length;

const secretaryOf = (org: Drafted<'partyOrgs'>) =>
  Object.values(org.posts ?? {}).find((post) => post.post === 'secretary') ?? null;

/** An owner who leads the branch is a member. */
const withOwnerRole = (unit: Drafted<'units'>, isSecretary: boolean): Drafted<'units'> =>
  isSecretary
    ? { ...unit, owner: { ...unit.owner, politicalStatus: '01', isPartyMember: true, isSecretary: true } }
    : unit;

function generateLife(demoOrg: DemoOrg, roomId: string | null, context: DemoContext) {
  if (demoOrg.org.status === 'dissolved') return { activities: [], records: [] };
  const secretary = secretaryOf(demoOrg.org)?.name ?? null;
  return {
    activities: generateActivities(demoOrg, secretary, roomId, context),
    records: generateRecords(demoOrg, context),
  };
}
