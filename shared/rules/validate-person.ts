/** Checks of one member or candidate (B4). */
import { genders } from '@shared/domain/code-lists';
import type { Person } from '@shared/domain/person';
import { parsePhone } from '@shared/identifiers/phone';
import { parseResidentId } from '@shared/identifiers/resident-id';
import { addMonths, firstDayOf } from '@shared/lib/day';
import { domainProblems as problems } from '@shared/problems/domain-problems';
import type { Problem } from '@shared/problems/problem';
import { relatedDocuments } from './relations';
import {
  checkNotFuture,
  checkOrder,
  listProblems,
  type Validate,
  type ValidationContext,
} from './validation';

const isMember = (person: Person): boolean => person.stage === 'full' || person.stage === 'probationary';

export const validatePerson: Validate<'people'> = (person, context) => {
  const joined = { label: '入党日期', on: person.joinedOn, field: 'joinedOn' };
  const full = { label: '转正日期', on: person.fullOn, field: 'fullOn' };
  const born = { label: '出生日期', on: person.birthOn, field: 'birthOn' };
  const left = { label: '减少时间', on: person.exit?.on ?? null, field: 'exit.on' };
  return listProblems(
    checkIdNo(person, context),
    person.phone !== null && parsePhone(person.phone).problems,
    checkNotFuture([born, joined, full, left], context.asOf),
    checkOrder([born, joined, full, left]),
    checkAge(person, context),
    checkProbation(person, context),
    isMember(person) && missingForMembers(person),
    person.stage === 'exited' && person.exit === null && problems.exitMissing({}, 'exit'),
  );
};

function checkIdNo(person: Person, { relations, asOf }: ValidationContext): Problem[] {
  if (person.idNo === null) return [];
  const { value, problems: found } = parseResidentId(person.idNo, { today: asOf });
  const twin = relatedDocuments(relations, 'people', 'peopleByIdNo', person.idNo).find(
    (other) => other.id !== person.id,
  );
  const { birthOn, gender } = person;
  return listProblems(
    found,
    twin !== undefined && problems.sameIdNo({ name: twin.name }, 'idNo'),
    value !== null &&
      birthOn !== null &&
      !value.birthOn.startsWith(birthOn) &&
      problems.idNoBirth({ birthOn, idBirthOn: value.birthOn }, 'birthOn'),
    value !== null &&
      gender !== null &&
      gender !== value.gender &&
      problems.idNoGender({ label: genders.labels[value.gender] }, 'gender'),
  );
}

/** Age by the birth date as recorded, or by the id number. A year alone is given the benefit of the doubt. */
function checkAge(person: Person, { ruleSet, asOf }: ValidationContext): Problem | false {
  const born = person.birthOn ?? birthOfId(person, asOf);
  if (born === null) return false;
  const limit = ruleSet.development['applicantMinAge'] ?? 18;
  const on = person.joinedOn ?? asOf;
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  const length = Math.min(on.length, born.length);
  const isBirthdayAhead = length > 4 && on.slice(5, length) < born.slice(5, length);
  const age = isBirthdayAhead ? years - 1 : years;
  const what = person.joinedOn === null ? '现在' : '入党';
  return age < limit && problems.underAge({ age, limit, what }, 'birthOn');
}

const birthOfId = (person: Person, asOf: string): string | null =>
  person.idNo === null ? null : (parseResidentId(person.idNo, { today: asOf }).value?.birthOn ?? null);

/** fullOn ≥ joinedOn + 1 year, compared as precisely as both dates are known. */
function checkProbation(person: Person, { ruleSet, asOf }: ValidationContext): Problem | false {
  const { joinedOn, fullOn } = person;
  if (joinedOn === null) return false;
  const months = ruleSet.development['probationMonths'] ?? 12;
  const earliest = addMonths(firstDayOf(joinedOn), months).slice(0, joinedOn.length);
  if (fullOn !== null) {
    const length = Math.min(fullOn.length, earliest.length);
    return (
      fullOn.slice(0, length) < earliest.slice(0, length) &&
      problems.fullTooEarly({ joinedOn, earliest }, 'fullOn')
    );
  }
  const isOver = earliest < asOf.slice(0, earliest.length);
  return (
    person.stage === 'probationary' && isOver && problems.probationOver({ joinedOn, due: earliest }, 'fullOn')
  );
}

function missingForMembers(person: Person): Problem[] {
  const hasRelation = person.relationOrgId !== null || person.relationOrgName !== null;
  return listProblems(
    !hasRelation && problems.noRelation({}, 'relationOrgId'),
    person.joinedOn === null && problems.missing({ label: '入党日期' }, 'joinedOn'),
    person.stage === 'full' && person.fullOn === null && problems.missing({ label: '转正日期' }, 'fullOn'),
  );
}
