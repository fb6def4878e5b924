/** Members of every organization with their officers, and those on the way to membership. */
import type { Post } from '@shared/domain/party-org';
import { addMonths } from '@shared/lib/day';
import type { DemoContext, DemoOrg, Drafted } from './demo-model';
import { inventedIdNo, inventedPhone } from './invented-codes';
import { personName } from './invented-names';

type PersonDraft = Drafted<'people'>;
type UnitDraft = Drafted<'units'>;

export interface PeopleOfOrg {
  readonly people: readonly PersonDraft[];
  /** The organization with its officers in post. */
  readonly org: Drafted<'partyOrgs'>;
  /** Unit whose owner is the secretary; null when somebody else is. */
  readonly ownerSecretaryOf: string | null;
}

/** Adds the ids of members (not of applicants) to `demoOrg.memberIds`. A dissolved organization has none. */
export function generatePeople(
  demoOrg: DemoOrg,
  units: ReadonlyMap<string, UnitDraft>,
  context: DemoContext,
): PeopleOfOrg {
  if (demoOrg.org.status === 'dissolved') return { people: [], org: demoOrg.org, ownerSecretaryOf: null };
  const workplaces = demoOrg.unitIds.flatMap((id) => units.get(id) ?? []);
  const members = workplaces.flatMap((unit) =>
    Array.from({ length: memberCount(unit, demoOrg, context) }, () => generateMember(demoOrg, unit, context)),
  );
  demoOrg.memberIds.push(...members.map((member) => member.id));
  const [host] = workplaces;
  const applicants = host
    ? Array.from({ length: context.random.int(0, 4) }, () => generateApplicant(demoOrg, host, context))
    : [];
  const { org, secretaryId, isOwner } = withOfficers(demoOrg, members, context);
  if (!isOwner || !host) return { people: [...members, ...applicants], org, ownerSecretaryOf: null };
  const people = members.map((member) => (member.id === secretaryId ? asOwner(member, host) : member));
  return { people: [...people, ...applicants], org: renamed(org, host), ownerSecretaryOf: host.id };
}

/** The owner, who also leads the branch. */
const asOwner = (member: PersonDraft, host: UnitDraft): PersonDraft => ({
  ...member,
  name: host.owner?.name ?? member.name,
  jobKind: 'owner',
});

const renamed = (org: Drafted<'partyOrgs'>, host: UnitDraft): Drafted<'partyOrgs'> => ({
  ...org,
  posts: Object.fromEntries(
    Object.entries(org.posts ?? {}).map(([id, post]) => [
      id,
      post.post === 'secretary' ? { ...post, name: host.owner?.name ?? post.name } : post,
    ]),
  ),
});

function memberCount(unit: UnitDraft, { org }: DemoOrg, { random }: DemoContext): number {
  const staff = unit.staff ?? 0;
  if (unit.status !== 'operating') return 0;
  if (org.formation === 'solo') return Math.min(3 + Math.floor(staff * (0.02 + random.next() * 0.05)), 48);
  return random.weighted([
    [0, 30],
    [1, 38],
    [2, 27],
    [3, staff > 10 ? 5 : 0],
  ] as const);
}

function basics(context: DemoContext, minAge: number, maxAge: number) {
  const { random, asOf } = context;
  const gender = random.chance(0.62) ? ('male' as const) : ('female' as const);
  const bornOn = random.day(addMonths(asOf, -12 * maxAge), addMonths(asOf, -12 * minAge));
  return {
    name: personName(random, gender),
    gender,
    idNo: inventedIdNo(bornOn, gender, context),
    birthOn: bornOn,
    ethnicity: random.weighted([
      ['汉族', 93],
      ['回族', 3],
      ['满族', 2],
      ['苗族', 2],
    ] as const),
    education: random.weighted([
      ['postgraduate', 4],
      ['bachelor', 30],
      ['college', 34],
      ['vocational', 12],
      ['highSchool', 15],
      ['juniorHigh', 5],
    ] as const),
    phone: inventedPhone(context),
  };
}

function generateMember(demoOrg: DemoOrg, unit: UnitDraft, context: DemoContext): PersonDraft {
  const { random, newId, asOf } = context;
  const person = basics(context, 22, 64);
  const isProbationary = random.chance(0.05);
  const earliest = addMonths(person.birthOn, 12 * 19);
  const joinedOn = isProbationary
    ? random.day(addMonths(asOf, -11), asOf)
    : random.day(earliest, addMonths(asOf, -13) > earliest ? addMonths(asOf, -13) : earliest);
  // Somebody who grew up too late for a probation that is over is still on probation.
  const isFull = !isProbationary && addMonths(joinedOn, 12) <= asOf;
  const fullOn = isFull ? addMonths(joinedOn, 12) : null;
  const there = [demoOrg.foundedOn, unit.foundedOn ?? demoOrg.foundedOn, joinedOn].sort().at(-1) ?? joinedOn;
  return {
    id: newId(),
    orgUnitId: demoOrg.township.id,
    ...person,
    stage: isFull ? 'full' : 'probationary',
    stageSince: fullOn ?? joinedOn,
    joinedOn,
    fullOn,
    relationOrgId: demoOrg.org.id,
    relationFrom: there,
    workUnitId: unit.id,
    workFrom: there,
    jobKind: random.weighted([
      ['senior', 8],
      ['middle', 20],
      ['technical', 24],
      ['frontline', 30],
      ['sales', 10],
      ['other', 8],
    ] as const),
    isFullTime: true,
    duesBase: random.int(28, 90) * 100,
    duesThrough: addMonths(asOf, -random.int(0, 4)).slice(0, 7),
    isHardship: random.chance(0.03) ? true : null,
    floatState: random.chance(0.05) ? 'out' : 'none',
    training: trainingOf(demoOrg.quality, context),
  };
}

function trainingOf(
  quality: number,
  { random, newId, asOf }: DemoContext,
): NonNullable<PersonDraft['training']> {
  const firstDay = `${asOf.slice(0, 4)}-01-01`;
  if (!random.chance(0.45 + quality * 0.45)) return {};
  const entry = {
    on: random.day(firstDay, asOf),
    hours: random.chance(0.75) ? 32 : 16,
    kind: '集中培训',
    provider: '县委组织部',
  };
  return { [newId()]: entry };
}

function generateApplicant(demoOrg: DemoOrg, unit: UnitDraft, context: DemoContext): PersonDraft {
  const { random, newId, asOf } = context;
  const stage = random.weighted([
    ['applicant', 35],
    ['activist', 50],
    ['candidate', 15],
  ] as const);
  return {
    id: newId(),
    orgUnitId: demoOrg.township.id,
    ...basics(context, 20, 42),
    stage,
    stageSince: random.day(addMonths(asOf, -22), asOf),
    workUnitId: unit.id,
    jobKind: random.weighted([
      ['technical', 40],
      ['frontline', 45],
      ['middle', 15],
    ] as const),
    isFullTime: true,
  };
}

const officers = ['secretary', 'organization', 'publicity', 'discipline', 'deputy'] as const;

function withOfficers(
  demoOrg: DemoOrg,
  members: readonly PersonDraft[],
  { random, newId }: DemoContext,
): { org: Drafted<'partyOrgs'>; secretaryId: string | null; isOwner: boolean } {
  const full = members.filter((member) => member.stage === 'full');
  // A vacant secretary's post is one of the gaps 六有 shows.
  const isVacant = full.length === 0 || random.chance(demoOrg.quality < 0.3 ? 0.25 : 0.03);
  const bodySize = isVacant ? 0 : Math.min(full.length >= 7 ? 5 : 3, full.length);
  const from = demoOrg.org.termStart ?? demoOrg.foundedOn;
  const posts = Object.fromEntries(
    full.slice(0, bodySize).map((member, index) => {
      const post: Post['post'] = officers[index] ?? 'member';
      return [newId(), { personId: member.id, name: member.name, post, from, to: null }];
    }),
  );
  const source = random.weighted([
    ['owner', 22],
    ['middle', 36],
    ['insideElected', 22],
    ['dispatched', 16],
    ['hired', 4],
  ] as const);
  return {
    org: {
      ...demoOrg.org,
      posts,
      secretarySource: isVacant ? null : source,
      isSecretaryFullTime: isVacant ? null : random.chance(0.2),
      hasDisciplineBody: full.length >= 7,
    },
    secretaryId: isVacant ? null : (full[0]?.id ?? null),
    isOwner: !isVacant && source === 'owner' && demoOrg.org.formation === 'solo',
  };
}
