import { Button } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { palette } from '@renderer/components/palette';
import { Panel } from '@renderer/components/panel';
import type { TargetStanding, TargetState } from '@shared/figures/targets';
import { markOfMetric } from '@shared/insights/mark';
import { Link } from '@tanstack/react-router';
import type { ListSpec } from './list-spec';
import classes from './overview.module.css';

interface TargetPanelProps {
  readonly year: number;
  readonly standings: readonly TargetStanding[];
  readonly onOpen: (spec: ListSpec) => void;
}

const words: Readonly<Record<TargetState, { text: string; tone: string; colour: string }>> = {
  met: { text: '✓ 已达到', tone: 'good', colour: palette.green },
  open: { text: '推进中', tone: 'quiet', colour: palette.blue },
  due: { text: '临期', tone: 'soon', colour: palette.amber },
  late: { text: '逾期未达', tone: 'bad', colour: palette.vermilion },
  unknown: { text: '无基数', tone: 'quiet', colour: palette.grey },
};

function TargetRow({ standing, onOpen }: { standing: TargetStanding; onOpen: TargetPanelProps['onOpen'] }) {
  const { metric, figure, actualText, targetText, progress, state, target } = standing;
  const { text, tone, colour } = words[state];
  return (
    <li>
      <button type="button" className={classes['target']} onClick={() => onOpen(markOfMetric(metric))}>
        <span>{metric.label}</span>
        <span>
          {actualText} / 目标 {targetText}
        </span>
        <span className={classes['track']}>
          <span
            className={classes['fill']}
            style={{ width: `${(progress ?? 0) * 100}%`, background: colour }}
          />
        </span>
        <span className={classes['standing']} data-tone={tone}>
          {text}
        </span>
        <span className={classes['due']}>
          {figure.numerator}/{figure.denominator} · {target.dueOn.slice(5)} 前
        </span>
      </button>
    </li>
  );
}

/** 年度目标: where the year stands. */
export function TargetPanel({ year, standings, onOpen }: TargetPanelProps) {
  return (
    <Panel title={`${year}年目标`}>
      {standings.length === 0 ? (
        <EmptyState
          icon="flag"
          title="还没有设定目标"
          hint="设定后这里显示完成进度、临期和逾期。"
          action={
            <Button
              variant="default"
              size="xs"
              renderRoot={(props) => <Link to="/settings" search={{ section: 'targets' }} {...props} />}
            >
              设定年度目标
            </Button>
          }
        />
      ) : (
        <ul className={classes['targets']}>
          {standings.map((standing) => (
            <TargetRow key={standing.target.id} standing={standing} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
