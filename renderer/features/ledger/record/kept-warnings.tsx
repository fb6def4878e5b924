import { Button, TextInput } from '@mantine/core';
import { Icon } from '@renderer/components/icons';
import { keptKey, type Problem } from '@shared/problems/problem';
import { type FormEvent, useState } from 'react';
import classes from './record-panel.module.css';

interface KeptWarningsProps {
  readonly problems: readonly Problem[];
  /** The record's `kept` map: key of a problem → reason, by whom, when. */
  readonly kept: unknown;
  readonly onKeep: ((problem: Problem, reason: string | null) => void) | null;
}

/** Why a warning was kept; null = it was not. */
export function reasonIn(kept: unknown, keyOfProblem: string): string | null {
  if (typeof kept !== 'object' || kept === null || !(keyOfProblem in kept)) return null;
  const entry: unknown = Object.entries(kept).find(([key]) => key === keyOfProblem)?.[1];
  return typeof entry === 'object' && entry !== null && 'reason' in entry && typeof entry.reason === 'string'
    ? entry.reason
    : null;
}

/** What is wrong at a field, in words; anything but an error may be left as it is with a reason. */
export function KeptWarnings({ problems, kept, onKeep }: KeptWarningsProps) {
  return (
    <ul className={classes['problems']}>
      {problems.map((problem) => {
        const reason = reasonIn(kept, keptKey(problem));
        return (
          <li key={problem.code} data-severity={reason === null ? problem.severity : 'kept'}>
            <Icon name={reason === null ? 'alert' : 'saved'} size={14} />
            <div>
              <p>{problem.text}</p>
              {reason !== null && <p className={classes['reason']}>已说明：{reason}</p>}
              {onKeep !== null && <KeepForm problem={problem} reason={reason} onKeep={onKeep} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface KeepFormProps {
  readonly problem: Problem;
  readonly reason: string | null;
  readonly onKeep: (problem: Problem, reason: string | null) => void;
}

function KeepForm({ problem, reason, onKeep }: KeepFormProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  if (problem.severity === 'error' || problem.severity === 'info') return null;
  if (reason !== null)
    return (
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onKeep(problem, null)}>
        取消说明
      </Button>
    );
  if (!isOpen)
    return (
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setIsOpen(true)}>
        情况属实，说明理由后保留
      </Button>
    );
  const keep = (event: FormEvent) => {
    event.preventDefault();
    // The form stands inside the record's own form.
    event.stopPropagation();
    if (text.trim() !== '') onKeep(problem, text.trim());
  };
  return (
    <div className={classes['keep']}>
      <TextInput
        size="xs"
        aria-label="保留的理由"
        placeholder="例如：已与登记机关核对，原件如此"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && keep(event)}
      />
      <Button size="compact-sm" disabled={text.trim() === ''} onClick={keep}>
        保留
      </Button>
    </div>
  );
}
