/** Whether a person was a Party member on a day, from dates where they are known and the recorded stage elsewhere. */
import type { CodeOf } from '@shared/domain/define';
import type { Person, personStages } from '@shared/domain/person';

export type PersonStage = CodeOf<typeof personStages>;

/** Stages before membership: a joining date beside one of them is an error in the record, not a membership. */
const isBefore: ReadonlySet<PersonStage> = new Set(['applicant', 'activist', 'candidate']);

/**
 * Stage on a day; null = not recorded as anything yet. Suspended members (停止党籍) count as exited: they are not
 * in the member statistics. Lost contact alone does not end membership.
 */
export function stageOn(person: Person, day: string): PersonStage | null {
  if (person.exit !== null ? person.exit.on <= day : person.stage === 'exited' && isReached(person, day))
    return 'exited';
  if (person.suspendedOn !== null && person.suspendedOn <= day) return 'exited';
  if (person.joinedOn !== null && !isBefore.has(person.stage))
    return memberStageOn(person, person.joinedOn, day);
  if (person.stage === 'exited') return 'full';
  if (isReached(person, day)) return person.stage;
  return person.stage === 'full' ? 'probationary' : null;
}

const isReached = (person: Person, day: string): boolean =>
  person.stageSince === null || person.stageSince <= day;

function memberStageOn(person: Person, joinedOn: string, day: string): PersonStage | null {
  if (joinedOn > day) return 'candidate';
  if (person.fullOn !== null) return person.fullOn <= day ? 'full' : 'probationary';
  return person.stage === 'probationary' ? 'probationary' : 'full';
}

export const isMemberStage = (stage: PersonStage | null): boolean =>
  stage === 'probationary' || stage === 'full';
