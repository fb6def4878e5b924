import { Button } from '@mantine/core';
import { ChartFrame } from '@renderer/components/chart-frame';
import type { ChartTable } from '@renderer/components/chart-take-away';
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

const tableOf = ({ standings, onOpen }: TargetPanelProps): ChartTable => ({
  columns: ['指标', '现状', '目标', '状态', '时限'],
  rows: standings.map(({ target, metric, actualText, targetText, state }) => ({
    key: target.id,
    name: metric.label,
    cells: [
      { text: actualText, onOpen: () => onOpen(markOfMetric(metric)) },
      { text: targetText },
      { text: words[state].text },
      { text: target.dueOn },
    ],
  })),
});

/** 年度目标: where the year stands. */
export function TargetPanel(props: TargetPanelProps) {
  const { year, standings, onOpen } = props;
  const title = `${year}年目标`;
  if (standings.length === 0)
    return (
      <Panel title={title}>
        <EmptyState
          icon="flag"
          title="还没有设定目标"
          hint="设定后这里显示完成进度、临期和逾期。"
          action={
            <Button
              variant="default"
              size="xs"
              renderRoot={(button) => <Link to="/settings" search={{ section: 'targets' }} {...button} />}
            >
              设定年度目标
            </Button>
          }
        />
      </Panel>
    );
  return (
    <ChartFrame
      title={title}
      summary={standings
        .map(
          ({ metric, actualText, targetText, state }) =>
            `${metric.label}${actualText}，目标${targetText}，${words[state].text}`,
        )
        .join('；')}
      table={tableOf(props)}
    >
      <ul className={classes['targets']}>
        {standings.map((standing) => (
          <TargetRow key={standing.target.id} standing={standing} onOpen={onOpen} />
        ))}
      </ul>
    </ChartFrame>
  );
}
