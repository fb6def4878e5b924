import { Checkbox, Stack } from '@mantine/core';
import { platform } from '@renderer/platform/current-platform';
import { isHabitOn, setHabit } from '@renderer/platform/desktop-preferences';
import { useEffect, useState } from 'react';
import classes from '../section.module.css';

/** null = the system has not answered yet. */
function useStartAtLogin() {
  const [opens, setOpens] = useState<boolean | null>(null);
  useEffect(() => {
    platform.startAtLogin?.get().then(setOpens, () => {});
  }, []);
  const change = (wanted: boolean) => {
    platform.startAtLogin?.set(wanted).then(setOpens, () => {});
  };
  return [opens, change] as const;
}

export function HabitsBlock() {
  const [opens, setOpens] = useStartAtLogin();
  const [isNoticeOn, setNoticeOn] = useState(() => isHabitOn(platform.preferences, 'dutyNotice'));
  return (
    <div className={classes['block']}>
      <h3>每天使用</h3>
      <Stack gap="sm" align="flex-start">
        <Checkbox
          label="开机后自动打开两新台账"
          checked={opens === true}
          disabled={opens === null}
          onChange={({ currentTarget }) => setOpens(currentTarget.checked)}
        />
        <Checkbox
          label="每天第一次打开时提醒要办的事"
          description="有逾期或本周到期的事项时，在屏幕右下角提醒一次；只说件数，不显示名称。"
          checked={isNoticeOn}
          onChange={({ currentTarget }) => {
            setHabit(platform.preferences, 'dutyNotice', currentTarget.checked);
            setNoticeOn(currentTarget.checked);
          }}
        />
      </Stack>
    </div>
  );
}
