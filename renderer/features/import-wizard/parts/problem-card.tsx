import { Button, Checkbox } from '@mantine/core';
import type { ProblemFix } from '@shared/import/model';
import { useState } from 'react';
import { answersForAlike } from '../session/apply-to-alike';
import { type SheetProblem, urgencyLabels, urgencyOf } from '../session/problem-groups';
import type { Problems } from '../session/use-problems';
import { useWizard } from '../session/use-wizard';
import classes from './problem-card.module.css';

interface ProblemCardProps {
  readonly problems: Problems;
  readonly onSelect: (key: string | null) => void;
}

/** One problem in words, with everything that can be done about it. */
export function ProblemCard({ problems, onSelect }: ProblemCardProps) {
  const { current, next, previous } = problems;
  if (!current) return null;
  return (
    <section className={classes['card']} aria-label="当前问题" data-urgency={urgencyOf(current.problem)}>
      <div className={classes['head']}>
        <span className={classes['urgency']}>{urgencyLabels[urgencyOf(current.problem)]}</span>
        <span className={classes['place']}>
          {placeWords(current, problems.rowName(current.sheet, current.problem.row))}
        </span>
        <div className={classes['moves']}>
          <TakeBackButton />
          <Button
            size="compact-sm"
            variant="default"
            disabled={previous === null}
            onClick={() => onSelect(previous)}
          >
            上一处（P）
          </Button>
          <Button size="compact-sm" variant="default" disabled={next === null} onClick={() => onSelect(next)}>
            下一处（N）
          </Button>
        </div>
      </div>
      <p className={classes['text']} role="status">
        {current.problem.text}
      </p>
      <Answers key={current.key} problems={problems} current={current} onSelect={onSelect} />
    </section>
  );
}

function placeWords({ sheet, problem }: SheetProblem, rowName: string): string {
  const place = [`“${sheet}”`, problem.row === null ? null : `第${problem.row}行${rowName}`, problem.column];
  const original = problem.original === null ? null : `原表：${problem.original}`;
  return [...place, original].filter(Boolean).join(' · ');
}

function TakeBackButton() {
  const { wizard, state } = useWizard();
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray.8"
      disabled={state.session.past.length === 0}
      onClick={() => wizard.dispatch({ type: 'takenBack' })}
    >
      撤回上一步修改
    </Button>
  );
}

interface AnswersProps extends ProblemCardProps {
  readonly current: SheetProblem;
}

function Answers({ problems, current, onSelect }: AnswersProps) {
  const { wizard } = useWizard();
  const [isForAll, setIsForAll] = useState(false);
  const { fix, choices = [], row, severity } = current.problem;
  const alike = problems.all.filter(
    (entry) => entry.isOpen && entry.key !== current.key && entry.problem.code === current.problem.code,
  );
  const offered = withoutDoubles([...(fix ? [fix] : []), ...choices]);
  const answer = (taken: ProblemFix) => {
    const answers = answersForAlike(current, taken, isForAll ? problems.all : []);
    onSelect(nextOpen(problems, current));
    wizard.dispatch({ type: 'answered', answers });
  };
  const settle = () => {
    const keys = [current, ...(isForAll ? alike : [])].map(({ key }) => key);
    onSelect(nextOpen(problems, current));
    wizard.dispatch({ type: current.isOpen ? 'settled' : 'reopened', keys });
  };
  return (
    <div className={classes['answers']}>
      {row !== null &&
        offered.map((option) => (
          <Button
            key={`${option.field} ${option.label}`}
            size="compact-md"
            variant={option === fix ? 'filled' : 'default'}
            onClick={() => answer(option)}
          >
            {option.label}
          </Button>
        ))}
      {row === null && (
        <Button
          size="compact-md"
          variant="default"
          onClick={() => wizard.dispatch({ type: 'stepEntered', step: 'sheets' })}
        >
          去核对工作表和列
        </Button>
      )}
      {severity !== 'info' && (
        <Button
          size="compact-md"
          variant={offered.length === 0 && row !== null ? 'default' : 'subtle'}
          color="gray.8"
          onClick={settle}
        >
          {settleWords(current)}
        </Button>
      )}
      {alike.length > 0 && severity !== 'info' && (
        <Checkbox
          label={`同类问题全部按此处理（另有${alike.length}处）`}
          checked={isForAll}
          onChange={(event) => setIsForAll(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}

function settleWords({ isOpen, problem }: SheetProblem): string {
  if (!isOpen) return '重新列为待处理';
  return problem.severity === 'error' ? '先按未填，以后再补' : '没有问题，保持不变';
}

function withoutDoubles(options: readonly ProblemFix[]): ProblemFix[] {
  const seen = new Set<string>();
  return options.filter((option) => {
    const key = JSON.stringify([option.field, option.value]);
    return !seen.has(key) && seen.add(key);
  });
}

/** The open problem after this one in the list, so that answering goes on by itself. */
function nextOpen({ groups }: Problems, current: SheetProblem): string | null {
  const order = groups.flatMap(({ problems }) => problems);
  const here = order.findIndex(({ key }) => key === current.key);
  const others = [...order.slice(here + 1), ...order.slice(0, Math.max(0, here))];
  return others.find(({ isOpen }) => isOpen)?.key ?? null;
}
