import { Button } from '@mantine/core';
import { ChartFrame } from '@renderer/components/chart-frame';
import type { ChartTable } from '@renderer/components/chart-take-away';
import { EmptyState } from '@renderer/components/empty-state';
import { palette } from '@renderer/components/palette';
import { Panel } from '@renderer/components/panel';
import { formatFraction } from '@shared/figures/format-rate';
import type { PaceState } from '@shared/figures/target-pace';
import type { JudgedTarget } from '@shared/figures/targets';
import { markOfMetric } from '@shared/insights/mark';
import { actualText, stateText, targetStates, valueText } from '@shared/insights/target-words';
import { Link } from '@tanstack/react-router';
import type { ListSpec } from './list-spec';
import classes from './overview.module.css';

export interface TargetStanding extends JudgedTarget {
  /** null while the days it goes by are still being counted. */
  readonly state: PaceState | null;
}

interface TargetPanelProps {
  readonly year: number;
  readonly standings: readonly TargetStanding[];
  readonly decimals: number;
  readonly onOpen: (spec: ListSpec) => void;
}

const colours = {
  good: palette.green,
  soon: palette.amber,
  bad: palette.vermilion,
  quiet: palette.grey,
} as const;

const toneOf = (state: PaceState | null) => (state === null ? 'quiet' : targetStates[state].tone);
const wordsOf = (state: PaceState | null): string => (state === null ? '正在推算' : stateText(state));
const goalText = ({ target, metric }: JudgedTarget, decimals: number): string =>
  valueText(target.target, metric, decimals);

interface RowProps extends Pick<TargetPanelProps, 'decimals' | 'onOpen'> {
  readonly standing: TargetStanding;
}

function TargetRow({ standing, decimals, onOpen }: RowProps) {
  const { metric, figure, progress, state, target } = standing;
  const tone = toneOf(state);
  return (
    <li>
      <button type="button" className={classes['target']} onClick={() => onOpen(markOfMetric(metric))}>
        <span>{metric.label}</span>
        <span>
          {actualText(standing, decimals)} / 目标 {goalText(standing, decimals)}
        </span>
        <span className={classes['track']}>
          <span
            className={classes['fill']}
            style={{ width: `${(progress ?? 0) * 100}%`, background: colours[tone] }}
          />
        </span>
        <span className={classes['standing']} data-tone={tone}>
          {wordsOf(state)}
        </span>
        <span className={classes['due']}>
          {formatFraction(figure)} · {target.dueOn.slice(5)} 前
        </span>
      </button>
    </li>
  );
}

const tableOf = ({ standings, decimals, onOpen }: TargetPanelProps): ChartTable => ({
  columns: ['指标', '现状', '目标', '状态', '时限'],
  rows: standings.map((standing) => ({
    key: standing.target.id,
    name: standing.metric.label,
    cells: [
      { text: actualText(standing, decimals), onOpen: () => onOpen(markOfMetric(standing.metric)) },
      { text: goalText(standing, decimals) },
      { text: wordsOf(standing.state) },
      { text: standing.target.dueOn },
    ],
  })),
});

/** 年度目标: where the year stands. */
export function TargetPanel(props: TargetPanelProps) {
  const { year, standings, decimals, onOpen } = props;
  const title = `${year}年目标`;
  if (standings.length === 0)
    return (
      <Panel title={title}>
        <EmptyState
          icon="flag"
          title="还没有设定目标"
          hint="设定后这里显示完成进度、落后和逾期。"
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
          (one) =>
            `${one.metric.label}${actualText(one, decimals)}，目标${goalText(one, decimals)}，${wordsOf(one.state)}`,
        )
        .join('；')}
      table={tableOf(props)}
    >
      <ul className={classes['targets']}>
        {standings.map((standing) => (
          <TargetRow key={standing.target.id} standing={standing} decimals={decimals} onOpen={onOpen} />
        ))}
      </ul>
    </ChartFrame>
  );
}
