import { type Duty, type DutyState, dutyStates } from '@shared/duties/duty';

const told: readonly DutyState[] = ['overdue', 'thisWeek'];

/** null when nothing is late and nothing is due this week. */
export function dutyNotice(duties: readonly Duty[]): string | null {
  const parts = told.flatMap((state) => {
    const count = duties.filter((duty) => duty.state === state).length;
    return count === 0 ? [] : [`${dutyStates[state]} ${count} 件`];
  });
  return parts.length === 0 ? null : `${parts.join('，')}。`;
}
