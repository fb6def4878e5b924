/** Enterprises, social organizations and sole traders of one township, with the states they went through. */
import { addMonths } from '@shared/lib/day';
import type { DemoContext, DemoTownship, Drafted } from './demo-model';
import { inventedPhone, inventedUscc } from './invented-codes';
import { enterpriseName, personName, shopName, socialOrgName } from './invented-names';

type UnitDraft = Drafted<'units'>;

/** @param count units to make @param taken names used so far; grows */
export function generateTownshipUnits(
  township: DemoTownship,
  countyName: string,
  count: number,
  taken: Set<string>,
  context: DemoContext,
): UnitDraft[] {
  return Array.from({ length: count }, () => {
    const unitType = context.random.weighted([
      ['enterprise', 74],
      ['socialOrg', 14],
      ['individualBusiness', 12],
    ] as const);
    return generateUnit(unitType, township, countyName, taken, context);
  });
}

function generateUnit(
  unitType: UnitDraft['unitType'],
  township: DemoTownship,
  countyName: string,
  taken: Set<string>,
  context: DemoContext,
): UnitDraft {
  const { random, newId } = context;
  const naming = freshName(unitType, random.chance(0.5) ? countyName : township.shortName, taken, context);
  const site = siteOf(unitType, naming.isIndustry, township, context);
  const foundedOn = foundedDay(context);
  const size = sizeOf(unitType, naming.isIndustry, context);
  return {
    id: newId(),
    orgUnitId: township.id,
    unitType,
    name: naming.name,
    // A few are not registered yet or their code was never written down.
    uscc: random.chance(0.97) ? inventedUscc(prefixOf(unitType, naming), context) : null,
    townshipId: township.id,
    siteIds: site.ids,
    siteKind: site.kind,
    ...addressOf(countyName + township.name, context),
    ...kindOf(unitType, naming, countyName, context),
    industryCode: naming.industryCode,
    foundedOn,
    ...size,
    keyFields: size.aboveScale ? ['aboveScale'] : site.kind === 'building' ? ['building'] : [],
    ...peopleOf(context),
    ...stateOf(foundedOn, context),
    hasWorkersCongress: random.chance(0.35),
    contractPct: random.chance(0.8) ? random.int(82, 100) : null,
    hasInsurance: random.chance(0.8) ? true : null,
  };
}

type Naming = ReturnType<typeof freshName>;

function addressOf(place: string, { random }: DemoContext) {
  const road = random.pick(['人民路', '建设路', '工业大道', '滨江路', '迎宾路']);
  return { registeredAddress: place, operatingAddress: `${place}${road}${random.int(1, 320)}号` };
}

function kindOf(
  unitType: UnitDraft['unitType'],
  naming: Naming,
  countyName: string,
  context: DemoContext,
): Partial<UnitDraft> {
  if (unitType === 'enterprise') return { ownership: ownershipOf(naming.name, context) };
  if (unitType === 'individualBusiness') return {};
  const annualCheck = context.random.weighted([
    ['passed', 80],
    ['basic', 12],
    ['absent', 8],
  ] as const);
  return { socialType: naming.socialType, registrar: `${countyName}民政局`, annualCheck };
}

function sizeOf(unitType: UnitDraft['unitType'], isIndustry: boolean, context: DemoContext) {
  const { random, asOf } = context;
  const staff = staffOf(unitType, isIndustry, context);
  const revenueWan = unitType === 'socialOrg' ? null : Math.round(staff * random.int(12, 70));
  return {
    staff,
    staffAsOf: asOf.slice(0, 7),
    staffFullTime: unitType === 'socialOrg' ? Math.ceil(staff * 0.8) : null,
    revenueWan,
    revenueYear: revenueWan === null ? null : Number(asOf.slice(0, 4)) - 1,
    aboveScale: isIndustry && revenueWan !== null && revenueWan >= 2000,
    aboveScaleBasis: 'declared' as const,
  };
}

function freshName(
  unitType: UnitDraft['unitType'],
  place: string,
  taken: Set<string>,
  { random }: DemoContext,
) {
  for (;;) {
    const made =
      unitType === 'socialOrg'
        ? socialOrgName(random, place)
        : {
            socialType: null,
            ...(unitType === 'enterprise' ? enterpriseName(random, place) : shopName(random, place)),
          };
    // After many tries a place is full: branches of one brand are told apart by number, as in life.
    const name =
      taken.has(made.name) && random.chance(0.1) ? `${made.name}（${random.int(2, 9)}店）` : made.name;
    if (taken.has(name)) continue;
    taken.add(name);
    return { ...made, name };
  }
}

function prefixOf(
  unitType: UnitDraft['unitType'],
  { name, socialType }: { name: string; socialType: UnitDraft['socialType'] },
): string {
  if (unitType === 'individualBusiness') return '92';
  if (unitType === 'enterprise') return name.endsWith('合作社') ? '93' : '91';
  if (socialType === 'association') return '51';
  if (socialType === 'foundation') return '53';
  return socialType === 'intermediary' ? '31' : '52';
}

function staffOf(unitType: UnitDraft['unitType'], isIndustry: boolean, { random }: DemoContext): number {
  if (unitType === 'individualBusiness') return random.int(1, 8);
  const [min, max] = random.weighted([
    [[3, 19], isIndustry ? 25 : 58],
    [[20, 49], 27],
    [[50, 99], isIndustry ? 24 : 9],
    [[100, 299], isIndustry ? 17 : 4],
    [[300, 900], isIndustry ? 6 : 1],
  ] as const);
  return random.int(min, max);
}

function siteOf(
  unitType: UnitDraft['unitType'],
  isIndustry: boolean,
  township: DemoTownship,
  { random }: DemoContext,
) {
  const village = random.pick(township.villageIds);
  if (isIndustry && township.parkIds.length > 0 && random.chance(0.55))
    return { ids: [random.pick(township.parkIds), village], kind: 'park' as const };
  if (
    !isIndustry &&
    unitType !== 'individualBusiness' &&
    township.buildingIds.length > 0 &&
    random.chance(0.4)
  )
    return { ids: [random.pick(township.buildingIds), village], kind: 'building' as const };
  return { ids: [village], kind: 'other' as const };
}

const ownershipOf = (name: string, { random }: DemoContext): UnitDraft['ownership'] =>
  name.endsWith('合作社')
    ? 'coop'
    : random.weighted([
        ['private', 88],
        ['hkmt', 4],
        ['foreign', 2],
        ['mixed', 6],
      ] as const);

/** Two thirds were there before the three years the history covers. */
function foundedDay({ random, asOf }: DemoContext): string {
  const threeYearsAgo = addMonths(asOf, -36);
  return random.chance(0.68)
    ? random.day('2004-03-01', threeYearsAgo)
    : random.day(threeYearsAgo, addMonths(asOf, -2));
}

function peopleOf(context: DemoContext) {
  const { random } = context;
  const name = personName(random, random.chance(0.75) ? 'male' : 'female');
  const isPartyMember = random.chance(0.24);
  return {
    legalRep: name,
    owner: {
      name,
      politicalStatus: isPartyMember
        ? ('01' as const)
        : random.weighted([
            ['13', 90],
            ['12', 6],
            ['06', 4],
          ] as const),
      isPartyMember,
      isSecretary: false,
      hasPublicRole: random.chance(0.08),
    },
    contact: { name: personName(random, 'female'), phone: inventedPhone(context) },
    massOrgs: {
      union: { has: random.chance(0.42), since: null },
      league: { has: random.chance(0.12), since: null },
      women: { has: random.chance(0.15), since: null },
    },
  };
}

type Status = NonNullable<UnitDraft['status']>;

/** Most operate; some ended or paused in the last three years, so that earlier counts differ. */
function stateOf(
  foundedOn: string,
  { random, asOf }: DemoContext,
): Pick<UnitDraft, 'status' | 'statusSince' | 'pastStatuses'> {
  const status = random.weighted<Status>([
    ['operating', 78],
    ['deregistered', 6],
    ['suspended', 6],
    ['preparing', 3],
    ['movedOut', 3],
    ['shell', 2],
    ['revoked', 2],
  ]);
  if (status === 'operating') return { status, statusSince: foundedOn, pastStatuses: {} };
  if (status === 'preparing') return { status, statusSince: foundedOn, pastStatuses: {} };
  const threeYearsAgo = addMonths(asOf, -36);
  const earliest = foundedOn > threeYearsAgo ? addMonths(foundedOn, 1) : threeYearsAgo;
  const since = random.day(earliest, addMonths(asOf, -1));
  return { status, statusSince: since, pastStatuses: { [foundedOn]: 'operating' } };
}
