import { FigureTile } from '@renderer/components/figure-tile';
import { palette } from '@renderer/components/palette';
import type { PaceState } from '@shared/figures/target-pace';
import { actualText, stateText, targetStates, valueText } from '@shared/insights/target-words';
import { useBoard } from '../../page/board-context';
import { AnswerState } from '../../parts/answer-state';
import { behindAmong, type TargetRow } from '../../targets/target-rows';
import { useTargets } from '../../targets/use-targets';
import classes from '../wall.module.css';
import { WallList, type WallRow } from '../wall-list';

const fine: ReadonlySet<PaceState> = new Set(['met', 'onCourse']);

function rowOf(row: TargetRow, decimals: number): WallRow {
  const isShare = row.metric.form === 'share';
  return {
    key: row.target.id,
    name: row.metric.label,
    value: stateText(row.pace.state),
    tone: targetStates[row.pace.state].tone,
    note: `${actualText(row, decimals)}，目标 ${valueText(row.target.target, row.metric, decimals)}`,
    ...(isShare ? { bar: { percent: row.now, colour: palette.blue, target: row.target.target } } : {}),
  };
}

/** 目标: what was promised for the year, how many townships keep pace, and who does not. */
export function TargetsScene() {
  const { asOf, decimals, place, change } = useBoard();
  const targets = useTargets();
  if (targets.status !== 'ready') return <AnswerState insight={targets} />;
  const { own, below } = targets.answer;
  const behind = behindAmong(below);
  const kept = below.filter(({ pace }) => fine.has(pace.state));
  const year = asOf.slice(0, 4);
  return (
    <div className={classes['columns']} data-layout={below.length === 0 ? 'one' : 'oneAndTwo'}>
      <WallList
        title={`${year}年度目标`}
        note={place.name}
        rows={own.map((row) => rowOf(row, decimals))}
        most={7}
        bars="below"
        measure="项目标"
        none={`${year}年还没有给${place.name}下达目标。`}
      />
      {below.length > 0 && (
        <>
          <FigureTile
            size="large"
            label="乡镇目标按进度"
            value={String(kept.length)}
            measure="项"
            fraction={`/ ${below.length}`}
            note="已达到或不慢于匀速进度"
            onOpen={() => change({})}
          />
          <WallList
            title="落后的乡镇目标"
            note="逾期和预计完不成的在前"
            rows={behind.map((row) => ({
              key: row.target.id,
              name: `${row.placeName} ${row.metric.label}`,
              value: actualText(row, decimals),
              note: `目标 ${valueText(row.target.target, row.metric, decimals)}`,
              tone: targetStates[row.pace.state].tone,
            }))}
            most={5}
            measure="项目标"
            none="没有，各乡镇的目标都已达到或按进度推进。"
          />
        </>
      )}
    </div>
  );
}
