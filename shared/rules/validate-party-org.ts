/** Checks of one Party organization (B3): size, covers, term, team. All are warnings: superiors approve exceptions. */
import type { PartyOrg } from '@shared/domain/party-org';
import { holdsOn } from '@shared/domain/span';
import { unitStatuses } from '@shared/domain/unit';
import { parsePhone } from '@shared/identifiers/phone';
import { addMonths, firstDayOf } from '@shared/lib/day';
import { domainProblems as problems } from '@shared/problems/domain-problems';
import type { Problem } from '@shared/problems/problem';
import { countOrgMembers } from './count-members';
import { openCovers, secretaryOf, termEndOf } from './org-state';
import { statusOn } from './unit-status';
import {
  checkNotFuture,
  checkOrder,
  listProblems,
  type Validate,
  type ValidationContext,
} from './validation';

/** A branch elects a committee of 3 to 5, at most 7. */
const committeeMax = 7;

export const validatePartyOrg: Validate<'partyOrgs'> = (org, context) => {
  const founded = { label: '成立时间', on: org.foundedOn, field: 'foundedOn' };
  const dates = listProblems(
    checkNotFuture([founded, { label: '本届起', on: org.termStart, field: 'termStart' }], context.asOf),
    checkOrder([founded, { label: '本届起', on: org.termStart, field: 'termStart' }]),
    checkSpans(org),
  );
  if (org.status === 'dissolved')
    return listProblems(dates, org.statusSince === null && problems.dissolvedUndated({}, 'statusSince'));
  return listProblems(
    dates,
    !org.name.startsWith('中共') && problems.nameStart({}, 'name'),
    org.superiorId === null && org.superiorName === null && problems.noSuperior({}, 'superiorId'),
    org.phone !== null && parsePhone(org.phone, 'phone').problems,
    checkSize(org, context),
    checkCovers(org, context),
    secretaryOf(org, context.asOf) === null && problems.noSecretary({}, 'posts'),
    checkTerm(org, context),
  );
};

function checkSpans(org: PartyOrg): Problem[] {
  const covers = Object.entries(org.covers).flatMap(([key, { from, to }]) =>
    checkOrder([
      { label: '覆盖起', on: from, field: `covers.${key}.from` },
      { label: '覆盖止', on: to, field: `covers.${key}.to` },
    ]),
  );
  const posts = Object.entries(org.posts).flatMap(([key, { from, to }]) =>
    checkOrder([
      { label: '任职起', on: from, field: `posts.${key}.from` },
      { label: '任职止', on: to, field: `posts.${key}.to` },
    ]),
  );
  return [...covers, ...posts];
}

const isBranch = (org: PartyOrg): boolean => org.tier === 'branch' || org.tier === 'jointBranch';

function checkSize(org: PartyOrg, context: ValidationContext): Problem[] {
  const { ruleSet, asOf } = context;
  const { all, full } = countOrgMembers(org, context);
  const rules = ruleSet.orgs;
  if (org.tier === 'generalBranch')
    return listProblems(
      all >= rules.committeeMinMembers &&
        problems.needsCommittee({ members: all, limit: rules.committeeMinMembers }, 'tier'),
    );
  // A branch of a village that only takes a firm in has members this register does not hold.
  if (!isBranch(org) || org.formation === 'affiliated') return [];
  const seats = new Set(
    Object.values(org.posts)
      .filter((post) => holdsOn(post, asOf))
      .map((post) => post.name),
  ).size;
  return listProblems(
    full < rules.branchMinFullMembers &&
      problems.branchTooFew({ members: full, limit: rules.branchMinFullMembers }, 'covers'),
    checkLargeBranch(all, rules),
    full >= rules.committeeMinFullMembers &&
      seats > 0 &&
      seats < 3 &&
      problems.committeeNotElected({ members: full, limit: rules.committeeMinFullMembers }, 'posts'),
    seats > committeeMax && problems.committeeTooLarge({ members: seats, limit: committeeMax }, 'posts'),
  );
}

/** ≤50 is a branch, from 50 a general branch is due, from 100 a committee; only the largest is said. */
function checkLargeBranch(members: number, rules: ValidationContext['ruleSet']['orgs']): Problem | false {
  if (members >= rules.committeeMinMembers)
    return problems.needsCommittee({ members, limit: rules.committeeMinMembers }, 'tier');
  if (members > rules.branchMaxMembers)
    return problems.branchTooMany({ members, limit: rules.branchMaxMembers }, 'tier');
  return (
    members >= rules.generalBranchMinMembers &&
    problems.needsGeneralBranch({ members, limit: rules.generalBranchMinMembers }, 'tier')
  );
}

function checkCovers(org: PartyOrg, { relations, ruleSet, asOf }: ValidationContext): Problem[] {
  const unitIds = [...new Set(openCovers(org, asOf).map((cover) => cover.unitId))];
  const units = unitIds.length;
  const limit = ruleSet.orgs.jointBranchMaxUnits;
  const isJoint = org.formation === 'joint' || org.tier === 'jointBranch';
  const host = org.hostUnitId === null ? undefined : relations.documents.units.get(org.hostUnitId);
  const outside = unitIds.flatMap((id) => {
    const unit = relations.documents.units.get(id);
    const status = unit ? statusOn(unit, asOf)?.status : undefined;
    return unit && status && status !== 'operating' && status !== 'preparing'
      ? [problems.coverOutOfScope({ name: unit.name, status: unitStatuses.labels[status] }, 'covers')]
      : [];
  });
  return listProblems(
    units === 0 && Object.keys(org.covers).length > 0 && problems.noOpenCover({}, 'covers'),
    org.formation === 'solo' && units > 1 && problems.soloCovers({ units, limit: 1 }, 'covers'),
    isJoint && units > limit && problems.jointTooMany({ units, limit }, 'covers'),
    isJoint && units === 1 && problems.jointTooFew({ units, limit }, 'covers'),
    host !== undefined &&
      !unitIds.includes(host.id) &&
      problems.hostNotCovered({ name: host.name }, 'hostUnitId'),
    outside,
  );
}

function checkTerm(org: PartyOrg, { ruleSet, asOf }: ValidationContext): Problem[] {
  const rules = ruleSet.orgs;
  const limit = org.tier === 'committee' ? rules.termYearsCommittee : rules.termYearsBranch;
  const end = termEndOf(org, rules);
  const regularEnd = termEndOf({ ...org, postponedTo: null }, rules);
  const latest = regularEnd === null ? null : addMonths(firstDayOf(regularEnd), 12);
  const isOver = end !== null && end < asOf;
  return listProblems(
    org.termYears !== null &&
      org.termYears > limit &&
      problems.termTooLong({ years: org.termYears, limit }, 'termYears'),
    isOver && problems.termOverdue({ termEnd: end }, 'termStart'),
    end !== null &&
      !isOver &&
      end <= addMonths(asOf, rules.termNoticeMonths) &&
      problems.termSoon({ termEnd: end }, 'termStart'),
    org.postponedTo !== null &&
      latest !== null &&
      regularEnd !== null &&
      org.postponedTo > latest &&
      problems.postponedTooLong({ termEnd: regularEnd, latest }, 'postponedTo'),
  );
}
