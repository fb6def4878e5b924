/**
 * What has to be done by when, derived from the register and the rules of the day (domain reference E). Nothing here
 * is stored: recording the visit, the election or the members takes the duty off the list by itself.
 */
import { addDays } from '@shared/lib/day';
import { periodOf } from './duty-days';

export const dutyKinds = {
  termElection: '换届',
  visit: '指导员走访',
  assignmentTerm: '选派任期',
  conversion: '预备党员转正',
  lostContact: '失联党员处理',
  buildOrg: '应建未建',
  blank: '空白点',
  memberCount: '党员数待核',
} as const;
/** In the order an office reads them: what has a day comes before what has none. */
export type DutyKind = keyof typeof dutyKinds;
// Object.keys forgets the key type of a literal record.
export const dutyKindNames = Object.keys(dutyKinds) as DutyKind[];

export const dutyStates = {
  overdue: '已逾期',
  thisWeek: '本周到期',
  thisMonth: '本月到期',
  later: '提前准备',
  open: '没有规定期限',
} as const;
/** Most urgent first. A week runs from Monday to Sunday and comes before the month it lies in. */
export type DutyState = keyof typeof dutyStates;
export const dutyStateNames = Object.keys(dutyStates) as DutyState[];

/** The record the duty is about; a visit is about the unit, not about the person who owes it. */
export interface DutySubject {
  readonly collection: 'units' | 'partyOrgs' | 'instructors' | 'people';
  readonly id: string;
}

export interface Duty {
  /** The same for the same duty on every day and device. */
  readonly id: string;
  readonly kind: DutyKind;
  readonly subject: DutySubject;
  /** Name of the unit, organization or person. */
  readonly name: string;
  /** How things stand, in one phrase. */
  readonly situation: string;
  /** The rule, as it applies to this record, and where it comes from. */
  readonly rule: string;
  readonly source: string;
  /** Last day on which it is on time, YYYY-MM-DD; null = no day is set for it. */
  readonly dueOn: string | null;
  readonly state: DutyState;
  /** Townships and villages it lies in; empty = not known. */
  readonly placeIds: readonly string[];
}

/** @param graceDays days after the due day that are still let pass. */
export function stateOn(dueOn: string | null, graceDays: number, asOf: string): DutyState {
  if (dueOn === null) return 'open';
  if (addDays(dueOn, graceDays) < asOf) return 'overdue';
  if (dueOn <= periodOf('week', asOf).end) return 'thisWeek';
  return dueOn <= periodOf('month', asOf).end ? 'thisMonth' : 'later';
}

const noDay = '9999-12-31';
const keyOf = (duty: Duty): readonly (number | string)[] => [
  dutyStateNames.indexOf(duty.state),
  duty.dueOn ?? noDay,
  dutyKindNames.indexOf(duty.kind),
  duty.name,
  duty.id,
];

/** Most urgent first; the same on every device, so by code points and not by the collation of a system. */
export function sortDuties(duties: readonly Duty[]): Duty[] {
  const keyed = duties.map((duty) => ({ duty, key: keyOf(duty) }));
  keyed.sort((a, b) => {
    const at = a.key.findIndex((part, index) => part !== b.key[index]);
    return at < 0 ? 0 : (a.key[at] ?? 0) < (b.key[at] ?? 0) ? -1 : 1;
  });
  return keyed.map(({ duty }) => duty);
}
