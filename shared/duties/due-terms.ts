/** 换届: organizations whose term has ended or ends within the notice period (P4, P9). */
import type { PartyOrg } from '@shared/domain/party-org';
import type { RuleSet } from '@shared/domain/rule-set';
import { addMonths, firstDayOf } from '@shared/lib/day';
import { isActiveOrg, termEndOf } from '@shared/rules/org-state';
import type { Duty } from './duty';
import { type DutyContext, dutyOf, placesOfOrg, ruleOf } from './duty-context';

export interface DueTerm {
  readonly org: PartyOrg;
  /** 届满: the new term begins on it at the latest; from the next day on it is late. */
  readonly endsOn: string;
  readonly isOverdue: boolean;
}

/** Earliest first. */
export function dueTerms(orgs: readonly PartyOrg[], rules: RuleSet['orgs'], asOf: string): DueTerm[] {
  const horizon = addMonths(asOf, rules.termNoticeMonths);
  return orgs
    .flatMap((org): DueTerm[] => {
      const endsOn = isActiveOrg(org, asOf) ? termEndOf(org, rules) : null;
      return endsOn !== null && endsOn <= horizon ? [{ org, endsOn, isOverdue: endsOn < asOf }] : [];
    })
    .sort((a, b) => a.endsOn.localeCompare(b.endsOn));
}

/** Satisfied by a new term (本届起) or an approved postponement. */
export function termDuties(context: DutyContext): Duty[] {
  const { relations, ruleSet, asOf } = context;
  const orgs = [...relations.documents.partyOrgs.values()];
  return dueTerms(orgs, ruleSet.orgs, asOf).map(({ org, endsOn, isOverdue }) => {
    const name = org.tier === 'committee' ? 'termElectionCommittee' : 'termElectionBranch';
    return dutyOf(
      {
        id: `termElection:${org.id}`,
        kind: 'termElection',
        subject: { collection: 'partyOrgs', id: org.id },
        name: org.name,
        situation: isOverdue ? `已于 ${endsOn} 届满` : `${endsOn} 届满`,
        rule: termRule(org, ruleSet.orgs),
        source: ruleOf(context, name)?.source ?? ruleSet.name,
        dueOn: firstDayOf(endsOn),
        placeIds: placesOfOrg(org, context),
      },
      context,
    );
  });
}

function termRule(org: PartyOrg, rules: RuleSet['orgs']): string {
  if (org.postponedTo !== null) return `换届已批准延期至 ${org.postponedTo}`;
  const usual = org.tier === 'committee' ? rules.termYearsCommittee : rules.termYearsBranch;
  return `本届 ${org.termStart ?? ''} 起，任期 ${org.termYears ?? usual} 年`;
}
