import { useFacts } from '@renderer/data/figures/react';
import { useOffice } from '@renderer/data/react';
import { platform } from '@renderer/platform/current-platform';
import { isFirstToday, isHabitOn } from '@renderer/platform/desktop-preferences';
import { listDuties } from '@shared/duties/list-duties';
import { useEffect } from 'react';
import { dutyNotice } from './duty-notice';

/** Once a day, when the register is first open on it: how much is late or due. Numbers only, others may look on. */
export function useDutyNotice(): void {
  const view = useFacts();
  const office = useOffice();
  useEffect(() => {
    const { notify, preferences } = platform;
    if (notify === null || office === null || office.isDemo || !view.isToday || view.facts.size === 0) return;
    if (!isHabitOn(preferences, 'dutyNotice') || !isFirstToday(preferences, 'dutyNotice', view.asOf)) return;
    const text = dutyNotice(listDuties(view));
    if (text !== null) notify('两新台账：本周要办', text).catch(() => {});
  }, [view, office]);
}
