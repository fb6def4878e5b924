/** Dates, ages and terms that cannot be (H31). */
import { importProblems as problems } from '@shared/problems/import-problems';
import { labelOf } from '../columns/field-catalogue';
import { labelOfValue } from '../fixes';
import type { RowCheck } from './check-row';

/** Things that have happened; a later day than today is a slip. */
const pastFields = [
  'unit.foundedOn',
  'unit.declared.lastElectionOn',
  'partyOrg.foundedOn',
  'partyOrg.termStart',
  'assignment.from',
  'room.builtOn',
  'person.birthOn',
  'person.joinedOn',
  'person.fullOn',
];
/** [earlier, later]. */
const orders: readonly (readonly [string, string])[] = [
  ['partyOrg.foundedOn', 'partyOrg.termStart'],
  ['assignment.from', 'assignment.plannedTo'],
  ['person.birthOn', 'person.joinedOn'],
  ['person.joinedOn', 'person.fullOn'],
];

export function checkRowDates(check: RowCheck, asOf: string): void {
  for (const field of pastFields) {
    const found = check.text(field);
    if (found === null) continue;
    if (found > asOf.slice(0, found.length))
      check.report(field, problems.dateFuture({ found, label: labelOf(field) }));
    else if (found < '1921') check.report(field, problems.dateTooOld({ found, label: labelOf(field) }));
  }
  for (const [firstField, secondField] of orders) {
    const [first, second] = [check.text(firstField), check.text(secondField)];
    if (first === null || second === null) continue;
    const length = Math.min(first.length, second.length);
    if (second.slice(0, length) < first.slice(0, length)) {
      const labels = { firstLabel: labelOf(firstField), secondLabel: labelOf(secondField) };
      check.report(secondField, problems.datesOutOfOrder({ first, second, ...labels }));
    }
  }
  const years = check.number('partyOrg.termYears');
  if (years !== null && years > 5) check.report('partyOrg.termYears', problems.termTooLong({ years }));
  checkPerson(check, asOf);
}

function checkPerson(check: RowCheck, asOf: string): void {
  const fromId = check.text('row.idBirthOn');
  const written = check.text('person.birthOn');
  const birthOn = fromId ?? written;
  if (birthOn !== null) {
    const whole = birthOn + '-01-01'.slice(birthOn.length - 4);
    const age =
      Number(asOf.slice(0, 4)) - Number(whole.slice(0, 4)) - (asOf.slice(5) < whole.slice(5) ? 1 : 0);
    if (age < 18)
      check.report(fromId === null ? 'person.birthOn' : 'person.idNo', problems.tooYoung({ age }));
  }
  if (fromId !== null && written !== null && !fromId.startsWith(written))
    check.report('person.birthOn', problems.birthDiffers({ birthOn: written, fromId }));
  const [gender, genderOfId] = [check.text('person.gender'), check.text('row.idGender')];
  if (gender !== null && genderOfId !== null && gender !== genderOfId)
    check.report(
      'person.gender',
      problems.genderDiffers({
        gender: labelOfValue('person.gender', gender),
        fromId: labelOfValue('person.gender', genderOfId),
      }),
    );
}
