/** Party organizations of one township: alone where a firm is big, jointly where neighbours are small. */
import { addMonths } from '@shared/lib/day';
import type { DemoContext, DemoOrg, DemoTownship, Drafted } from './demo-model';
import { inventedPhone } from './invented-codes';

type UnitDraft = Drafted<'units'>;
type OrgDraft = Drafted<'partyOrgs'>;

interface OrgPlan {
  readonly name: string;
  readonly tier: OrgDraft['tier'];
  readonly formation: OrgDraft['formation'];
  readonly units: readonly UnitDraft[];
  readonly hostUnitId: string | null;
}

/** Enterprises and social organizations that operate, or did until lately. */
const canHaveOrg = (unit: UnitDraft): boolean =>
  unit.unitType !== 'individualBusiness' && unit.status !== 'preparing' && unit.status !== 'shell';

export function generateTownshipOrgs(
  township: DemoTownship,
  units: readonly UnitDraft[],
  context: DemoContext,
): DemoOrg[] {
  const { random } = context;
  const able = random.shuffled(units.filter(canHaveOrg));
  const solo = able.filter((unit) => random.chance(soloChance(unit.staff ?? 0)));
  const rest = able.filter((unit) => !solo.includes(unit));
  const inPark = rest.filter((unit) => unit.siteKind !== 'other').slice(0, random.int(4, 7));
  const affiliated = rest.filter((unit) => !inPark.includes(unit)).slice(0, random.int(2, 4));
  const open = rest.filter((unit) => !inPark.includes(unit) && !affiliated.includes(unit));
  const plans = [
    ...solo.map((unit) => soloPlan(unit)),
    ...jointPlans(township, open.slice(0, Math.round(open.length * 0.5)), context),
    ...(inPark.length > 0 ? [regionalPlan(township, inPark)] : []),
    ...affiliated.map((unit) => affiliatedPlan(township, unit)),
  ];
  return plans.map((plan) => generateOrg(plan, township, context));
}

const soloChance = (staff: number): number =>
  staff >= 100 ? 0.78 : staff >= 50 ? 0.5 : staff >= 20 ? 0.22 : 0.05;

const shortNameOf = (unit: UnitDraft): string =>
  unit.name.replace(/(有限责任公司|股份有限公司|有限公司)$/, '');

function soloPlan(unit: UnitDraft): OrgPlan {
  const staff = unit.staff ?? 0;
  const tier = staff >= 700 ? 'committee' : staff >= 400 ? 'generalBranch' : 'branch';
  const suffix = { committee: '委员会', generalBranch: '总支部委员会', branch: '支部委员会' }[tier];
  return {
    name: `中共${shortNameOf(unit)}${suffix}`,
    tier,
    formation: 'solo',
    units: [unit],
    hostUnitId: unit.id,
  };
}

function jointPlans(township: DemoTownship, units: readonly UnitDraft[], { random }: DemoContext): OrgPlan[] {
  const plans: OrgPlan[] = [];
  for (let start = 0; start < units.length; ) {
    const group = units.slice(start, start + random.int(3, 5));
    start += group.length;
    const [host] = group;
    if (!host || group.length < 2) break;
    plans.push({
      name: `中共${township.name}${shortNameOf(host)}联合支部委员会`,
      tier: 'jointBranch',
      formation: 'joint',
      units: group,
      hostUnitId: host.id,
    });
  }
  return plans;
}

const regionalPlan = (township: DemoTownship, units: readonly UnitDraft[]): OrgPlan => ({
  name: `中共${township.name}园区企业综合支部委员会`,
  tier: 'branch',
  formation: 'regional',
  units,
  hostUnitId: null,
});

const affiliatedPlan = (township: DemoTownship, unit: UnitDraft): OrgPlan => ({
  name: `中共${township.name}${shortNameOf(unit)}所在村总支部委员会`,
  tier: 'generalBranch',
  formation: 'affiliated',
  units: [unit],
  hostUnitId: null,
});

function generateOrg(plan: OrgPlan, township: DemoTownship, context: DemoContext): DemoOrg {
  const { random, newId, asOf } = context;
  const foundedOn = foundingDay(plan.units, context);
  const isDissolved = random.chance(0.03);
  const endedOn = isDissolved ? random.day(addMonths(foundedOn, 3), asOf) : null;
  const covers = Object.fromEntries(
    plan.units.map((unit) => [
      newId(),
      { unitId: unit.id, from: coverStart(unit, foundedOn, context), to: endedOn ?? coverEnd(unit, context) },
    ]),
  );
  const termYears = plan.tier === 'committee' ? 5 : 3;
  return {
    org: {
      id: newId(),
      orgUnitId: township.id,
      name: plan.name,
      tier: plan.tier,
      formation: plan.formation,
      superiorName: `中共${township.name}委员会`,
      hostUnitId: plan.hostUnitId,
      covers,
      foundedOn,
      approvalNo: `${township.shortName}委〔${foundedOn.slice(0, 4)}〕${random.int(3, 80)}号`,
      approvedBy: `中共${township.name}委员会`,
      termYears,
      termStart: termStart(foundedOn, termYears, context),
      phone: inventedPhone(context),
      status: isDissolved ? 'dissolved' : random.chance(0.04) ? 'weak' : 'active',
      statusSince: endedOn,
    },
    unitIds: plan.units.map((unit) => unit.id),
    quality: Math.min(1, Math.max(0, random.next() * 0.75 + (plan.formation === 'solo' ? 0.3 : 0.12))),
    foundedOn,
    township,
    memberIds: [],
  };
}

/** A good third of the organizations came in the last three years: the trend rises. */
function foundingDay(units: readonly UnitDraft[], { random, asOf }: DemoContext): string {
  const threeYearsAgo = addMonths(asOf, -36);
  const unitsThere = units.map((unit) => unit.foundedOn ?? '2004-03-01').sort()[0] ?? '2004-03-01';
  const from = addMonths(unitsThere, 2);
  if (from >= threeYearsAgo) return random.day(from, asOf);
  return random.chance(0.32)
    ? random.day(threeYearsAgo, addMonths(asOf, -1))
    : random.day(from, threeYearsAgo);
}

/** A firm founded later joined later; now and then one joined an older branch. */
function coverStart(unit: UnitDraft, foundedOn: string, { random, asOf }: DemoContext): string {
  const there = unit.foundedOn ?? foundedOn;
  if (there > foundedOn) return random.day(there, asOf);
  return random.chance(0.85) ? foundedOn : random.day(foundedOn, asOf);
}

/** Leaving the base mostly closes the cover; what was forgotten is for the validators to find. */
const coverEnd = (unit: UnitDraft, { random }: DemoContext): string | null =>
  unit.status !== 'operating' && random.chance(0.8) ? (unit.statusSince ?? null) : null;

/** The present term; a few are overdue. */
function termStart(foundedOn: string, years: number, { random, asOf }: DemoContext): string {
  const overdue = addMonths(asOf, -12 * years - random.int(1, 8));
  if (overdue > foundedOn && random.chance(0.1)) return overdue;
  let start = foundedOn;
  while (addMonths(start, years * 12) <= asOf) start = addMonths(start, years * 12);
  return start;
}
