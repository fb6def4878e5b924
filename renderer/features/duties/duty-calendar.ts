/** Duties that have a day, as a calendar. */
import { type Duty, dutyKinds } from '@shared/duties/duty';
import type { Calendar, CalendarEvent } from '@shared/export/to-calendar';
import type { Relations } from '@shared/rules/relations';
import { placeNameOf } from './duty-places';

/** @param asOf overdue duties stand on this day: nobody looks at a day gone by */
export function dutyCalendar(
  duties: readonly Duty[],
  relations: Relations,
  { asOf, writtenAt }: { readonly asOf: string; readonly writtenAt: string },
): Calendar {
  const events = duties.flatMap((duty): CalendarEvent[] => {
    if (duty.dueOn === null) return [];
    const isOverdue = duty.state === 'overdue';
    return [
      {
        uid: `${duty.id}@two-new-ledger`,
        day: isOverdue ? asOf : duty.dueOn,
        summary: `${isOverdue ? '【逾期】' : ''}${dutyKinds[duty.kind]}：${duty.name}`,
        description: `${duty.situation}\n期限：${duty.dueOn}\n依据：${duty.rule}（${duty.source}）`,
        location: placeNameOf(duty, relations),
        category: dutyKinds[duty.kind],
      },
    ];
  });
  return { name: '两新台账：要办的事', writtenAt, events };
}
