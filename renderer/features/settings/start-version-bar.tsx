import { Button } from '@mantine/core';
import { BusyButton } from '@renderer/components/busy-button';
import { DayInput } from '@renderer/components/day-input';
import { useState } from 'react';
import classes from './section.module.css';

interface StartVersionBarProps {
  /** 口径, 标准 */
  readonly what: string;
  readonly today: string;
  /** First day of the version in force: a new one cannot begin before it. */
  readonly currentFrom: string;
  readonly isSaving: boolean;
  readonly onStart: (validFrom: string) => void;
  readonly onDiscard: () => void;
}

/** Shown while changes are not in force yet: from which day they are to count. */
export function StartVersionBar(props: StartVersionBarProps) {
  const { what, today, currentFrom, isSaving, onStart, onDiscard } = props;
  const [validFrom, setValidFrom] = useState<string | null>(today);
  const isTooEarly = validFrom !== null && validFrom < currentFrom;
  return (
    <section className={classes['pending']} aria-label={`${what}有改动，还没有启用`}>
      <strong>{what}有改动，还没有启用</strong>
      <div className={classes['line']}>
        <DayInput
          label={`自哪一天起按新${what}统计`}
          value={validFrom}
          onChange={setValidFrom}
          minDay={currentFrom}
          isRequired
          error={isTooEarly ? `不能早于现行${what}的生效日期 ${currentFrom}` : null}
        />
        <BusyButton
          onClick={() => validFrom !== null && onStart(validFrom)}
          doing={isSaving ? '正在启用' : null}
          disabled={validFrom === null || isTooEarly}
        >
          启用新{what}
        </BusyButton>
        <Button variant="default" onClick={onDiscard}>
          放弃改动
        </Button>
      </div>
      <p className={classes['quiet']}>这一天以前的数字仍按旧{what}，过去的报表重算结果不变。</p>
    </section>
  );
}
