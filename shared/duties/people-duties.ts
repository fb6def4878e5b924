/** Duties that follow from the dates of a member: 转正 (domain reference E, step 22) and lost contact (P5 art. 24). */
import type { Person } from '@shared/domain/person';
import { addMonths } from '@shared/lib/day';
import { isMemberStage, stageOn } from '@shared/rules/member-stage';
import type { Duty } from './duty';
import { type DutyContext, dutyOf, isReminded, placesOfOrg, placesOfUnit, ruleOf } from './duty-context';
import { lastDayOf, periodOf } from './duty-days';

export function peopleDuties(context: DutyContext): Duty[] {
  return [...context.relations.documents.people.values()].flatMap((person) => {
    const found = [conversionDuty(person, context), lostContactDuty(person, context)];
    return found.filter((duty) => duty !== null);
  });
}

/**
 * From the first day of the month in which the probation ends, as the ledger's 本月应转正. Satisfied by the day of
 * becoming a full member. Joined on a day known only by its month: due by the end of that month a year on.
 */
function conversionDuty(person: Person, context: DutyContext): Duty | null {
  const { ruleSet, asOf } = context;
  const months = ruleSet.development['probationMonths'];
  const { joinedOn } = person;
  if (months === undefined || joinedOn === null || stageOn(person, asOf) !== 'probationary') return null;
  const dueOn = addMonths(lastDayOf(joinedOn), months);
  if (dueOn > periodOf('month', asOf).end) return null;
  return dutyOf(
    {
      ...aboutPerson('conversion', person, context),
      situation: `${joinedOn} 成为预备党员，${dueOn} 预备期满`,
      rule: `预备期 ${months} 个月，期满由支部大会讨论转正`,
      source: '发展党员工作细则',
      dueOn,
    },
    context,
  );
}

/** Satisfied by 停止党籍, or by taking 失联起始 out once the person is found. */
function lostContactDuty(person: Person, context: DutyContext): Duty | null {
  const { asOf } = context;
  const rule = ruleOf(context, 'lostContact');
  const { lostSince } = person;
  if (rule === null || rule.offsetMonths === null || lostSince === null || lostSince > asOf) return null;
  if (!isMemberStage(stageOn(person, asOf))) return null;
  const dueOn = addMonths(lastDayOf(lostSince), rule.offsetMonths);
  if (!isReminded(dueOn, rule, asOf)) return null;
  return dutyOf(
    {
      ...aboutPerson('lostContact', person, context),
      situation: `${lostSince} 起失联`,
      rule: `失联满 ${rule.offsetMonths} 个月仍联系不上的，按规定停止党籍`,
      source: rule.source,
      dueOn,
    },
    context,
    rule,
  );
}

const aboutPerson = (
  kind: 'conversion' | 'lostContact',
  person: Person,
  context: DutyContext,
): Pick<Duty, 'id' | 'kind' | 'subject' | 'name' | 'placeIds'> => ({
  id: `${kind}:${person.id}`,
  kind,
  subject: { collection: 'people', id: person.id },
  name: person.name,
  placeIds: placesOfPerson(person, context),
});

/** Where the person works, else where the organization that holds the relation is. */
function placesOfPerson({ workUnitId, relationOrgId }: Person, context: DutyContext): readonly string[] {
  const atWork = workUnitId === null ? [] : placesOfUnit(workUnitId, context);
  if (atWork.length > 0 || relationOrgId === null) return atWork;
  const org = context.relations.documents.partyOrgs.get(relationOrgId);
  return org ? placesOfOrg(org, context) : [];
}
