/** Which Party organization or person reaches a unit on a day, and what that counts for (C1–C6). */
import type { Instructor } from '@shared/domain/instructor';
import type { PartyOrg } from '@shared/domain/party-org';
import { holdsOn } from '@shared/domain/span';
import type { Unit } from '@shared/domain/unit';
import { coverOf, isActiveOrg, isInService, openCovers } from '@shared/rules/org-state';
import { relatedDocuments } from '@shared/rules/relations';
import type { FactsContext } from './facts-context';
import { monthsBefore } from './periods';
import type { BuildList, CoverageFacts, CoverageState, MemberFacts, OrgCoverageKind } from './unit-facts';

interface FoundCover {
  readonly org: PartyOrg;
  readonly kind: OrgCoverageKind;
  readonly since: string | null;
}
const strength: readonly OrgCoverageKind[] = ['solo', 'joint', 'regional', 'affiliated'];

export function deriveCoverage(unit: Unit, members: MemberFacts, context: FactsContext): CoverageFacts {
  const rules = context.ruleSet.coverage;
  const covers = listCovers(unit, context);
  const best = covers[0];
  const work = deriveWork(unit, context);
  const mass = deriveMass(unit, context.asOf);
  const isOrgCovered =
    best !== undefined &&
    (best.kind === 'affiliated'
      ? rules.countsAffiliated
      : best.kind === 'regional'
        ? rules.countsRegional
        : true);
  const hasOrg = best !== undefined;
  const isWorkCovered = hasOrg || work.isReached || (mass.hasMassOrg && rules.countsMassOrgs);
  const state = stateOf(best?.kind, work.isReached, mass.hasMassOrg);
  const countingFullHere = members.countingFullHere;
  const isShouldBuild = countingFullHere >= rules.shouldBuildMinFullMembers;
  return {
    coverageState: state,
    coverOrgId: best?.org.id ?? null,
    coverOrgName: best?.org.name ?? null,
    coverFormation: best?.org.formation ?? null,
    coverOrgIds: covers.map((cover) => cover.org.id),
    coverSince: best ? best.since : work.isReached ? work.since : mass.hasMassOrg ? mass.since : null,
    hasOrg,
    isOrgCovered,
    isWorkCovered,
    isEffectivelyCovered: hasOrg || work.isVisited,
    isBlank: !isWorkCovered,
    hasInstructor: work.isReached,
    hasLiaison: work.hasLiaison,
    instructorIds: work.instructorIds,
    lastVisitOn: work.lastVisitOn,
    hasMassOrg: mass.hasMassOrg,
    isShouldBuild,
    buildList: buildListOf(isShouldBuild, isOrgCovered, best?.kind, members, rules.shouldBuildMinFullMembers),
  };
}

const stateOf = (kind: OrgCoverageKind | undefined, isWorked: boolean, hasMassOrg: boolean): CoverageState =>
  kind ?? (isWorked ? 'work' : hasMassOrg ? 'massOnly' : 'blank');

/** The three lists of C6; a unit is on one of them at most. */
function buildListOf(
  isShouldBuild: boolean,
  isOrgCovered: boolean,
  kind: OrgCoverageKind | undefined,
  members: MemberFacts,
  min: number,
): BuildList | null {
  if (isShouldBuild) return !isOrgCovered ? 'notBuilt' : kind === 'joint' ? 'jointOnly' : null;
  const counting = members.countingFullHere + members.countingFullElsewhere;
  return !isOrgCovered && counting >= min ? 'potential' : null;
}

/** Strongest first; of two equals the older one. A unit under several organizations is covered once. */
function listCovers(unit: Unit, { relations, asOf }: FactsContext): FoundCover[] {
  const found: FoundCover[] = [];
  for (const org of relatedDocuments(relations, 'partyOrgs', 'orgsByUnit', unit.id)) {
    if (!isActiveOrg(org, asOf)) continue;
    const cover = coverOf(org, unit.id, asOf);
    if (cover) found.push({ org, kind: kindOf(org, unit.id, asOf), since: cover.from ?? org.foundedOn });
  }
  if (found.length < 2) return found;
  const order = (cover: FoundCover) => `${strength.indexOf(cover.kind)} ${cover.since ?? ''} ${cover.org.id}`;
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/**
 * Way of coverage as recorded. 单独 is taken at its word only for the single covered unit or the host: the other
 * units under such an organization are in fact covered jointly. Not recorded = judged by the number of covers.
 */
function kindOf(org: PartyOrg, unitId: string, asOf: string): OrgCoverageKind {
  switch (org.formation) {
    case 'affiliated':
      return 'affiliated';
    case 'regional':
    case 'industry':
    case 'grid':
      return 'regional';
    case 'joint':
      return 'joint';
    case 'solo':
      return org.hostUnitId === unitId || openCovers(org, asOf).length === 1 ? 'solo' : 'joint';
    case 'other':
    case null:
      return org.tier === 'jointBranch' || openCovers(org, asOf).length > 1 ? 'joint' : 'solo';
  }
}

interface WorkFacts {
  readonly isReached: boolean;
  readonly hasLiaison: boolean;
  readonly instructorIds: readonly string[];
  readonly since: string | null;
  readonly lastVisitOn: string | null;
  readonly isVisited: boolean;
}
const noWork: WorkFacts = {
  isReached: false,
  hasLiaison: false,
  instructorIds: [],
  since: null,
  lastVisitOn: null,
  isVisited: false,
};

function deriveWork(unit: Unit, context: FactsContext): WorkFacts {
  const { relations, asOf, ruleSet } = context;
  const found: { readonly instructor: Instructor; readonly from: string | null }[] = [];
  for (const instructor of relatedDocuments(relations, 'instructors', 'instructorsByUnit', unit.id)) {
    if (!isInService(instructor, asOf)) continue;
    const open = Object.values(instructor.assignments).filter(
      (one) => one.unitId === unit.id && holdsOn(one, asOf),
    );
    if (open.length > 0) found.push({ instructor, from: earliest(open.map((one) => one.from)) });
  }
  if (found.length === 0) {
    const isDeclared = ruleSet.coverage.countsDeclaredInstructors && unit.declared.hasInstructor === true;
    return isDeclared ? { ...noWork, isReached: true } : noWork;
  }
  const instructorIds = found.map((one) => one.instructor.id).sort();
  const lastVisitOn = lastVisitBy(unit.id, instructorIds, context);
  const visitedFrom = monthsBefore(asOf, ruleSet.coverage.effectiveVisitMonths);
  return {
    isReached: true,
    hasLiaison: found.some((one) => one.instructor.role === 'liaison'),
    instructorIds,
    since: earliest(found.map(({ from }) => from)),
    lastVisitOn,
    isVisited: lastVisitOn !== null && lastVisitOn >= visitedFrom,
  };
}

/** Earliest recorded day; null = none is recorded. */
const earliest = (days: readonly (string | null)[]): string | null =>
  days.reduce<string | null>((min, day) => (min === null || (day !== null && day < min) ? day : min), null);

/** Visits name their instructor or at least say that one came. */
function lastVisitBy(unitId: string, instructorIds: readonly string[], context: FactsContext): string | null {
  let last: string | null = null;
  for (const record of relatedDocuments(context.relations, 'records', 'recordsByUnit', unitId)) {
    if (record.kind !== 'visit' || record.on > context.asOf) continue;
    const isTheirs =
      record.instructorId === null
        ? record.byKind === 'instructor'
        : instructorIds.includes(record.instructorId);
    if (isTheirs && (last === null || record.on > last)) last = record.on;
  }
  return last;
}

function deriveMass(unit: Unit, asOf: string): { hasMassOrg: boolean; since: string | null } {
  const { union, league, women } = unit.massOrgs;
  const live = [union, league, women].filter(
    (one) => one.has === true && (one.since === null || one.since <= asOf),
  );
  const dates = live.flatMap((one) => one.since ?? []).sort();
  return { hasMassOrg: live.length > 0, since: dates[0] ?? null };
}
