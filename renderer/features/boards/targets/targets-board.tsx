/** 目标: what was promised for the year, where it stands, who is behind. */
import { Button } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { TablePanel } from '@renderer/components/table-panel';
import { useOffice, useRegister } from '@renderer/data/react';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { AnswerState } from '../parts/answer-state';
import { CascadeDialog } from './cascade-dialog';
import { printTargets } from './print-targets';
import { behindAmong, statesText, type TargetRow, targetTable } from './target-rows';
import { TargetTable } from './target-table';
import { useTargets } from './use-targets';

const SetTargets = () => (
  <Button
    variant="default"
    size="xs"
    renderRoot={(props) => <Link to="/settings" search={{ section: 'targets' }} {...props} />}
  >
    设定目标
  </Button>
);

interface ToolsProps {
  readonly own: readonly TargetRow[];
  readonly all: readonly TargetRow[];
  readonly months: number;
}

function Tools({ own, all, months }: ToolsProps) {
  const { place, asOf, decimals } = useBoard();
  const office = useOffice();
  const register = useRegister();
  const [isDividing, setDividing] = useState(false);
  const mayWrite = useMayWrite('assessments');
  const mayHandDown = useMayWrite('assessments', { isFrozen: true });
  const open = all.filter(({ target }) => target.isFrozen !== true);
  const freeze = () =>
    void register.commit(
      open.map(({ target }) => ({
        op: 'change' as const,
        collection: 'assessments' as const,
        id: target.id,
        changes: { isFrozen: true },
      })),
      { label: `下达${asOf.slice(0, 4)}年目标` },
    );
  return (
    <div className={classes['tools']}>
      {mayWrite && <SetTargets />}
      {mayWrite && place.level === 'county' && (
        <Button variant="default" size="xs" onClick={() => setDividing(true)} disabled={own.length === 0}>
          分解到乡镇
        </Button>
      )}
      {mayHandDown && (
        <Button variant="default" size="xs" onClick={freeze} disabled={open.length === 0}>
          下达目标（{open.length}）
        </Button>
      )}
      <Button
        variant="default"
        size="xs"
        onClick={() =>
          printTargets(all, { office: office?.name ?? '', place: place.name, asOf, decimals, months })
        }
      >
        打印进度表
      </Button>
      {isDividing && <CascadeDialog rows={own} onClose={() => setDividing(false)} />}
    </div>
  );
}

export function TargetsBoard() {
  const { asOf, place, decimals } = useBoard();
  const targets = useTargets();
  const mayWrite = useMayWrite('assessments');
  if (targets.status !== 'ready') return <AnswerState insight={targets} />;
  const { own, below, rules, ruleSetVersion } = targets.answer;
  const year = asOf.slice(0, 4);
  const months = rules.lookbackMonths;
  if (own.length + below.length === 0)
    return (
      <EmptyState
        icon="flag"
        title={`${place.name}${year}年还没有设定目标`}
        hint="设定后这里显示进度、应达进度、预测和落后清单。"
        action={mayWrite && <SetTargets />}
      />
    );
  const late = behindAmong(below);
  const rest = below.filter((row) => !late.includes(row));
  return (
    <>
      <Tools own={own} all={[...own, ...below]} months={months} />
      <div className={classes['columns']}>
        <div className={classes['whole']}>
          <TablePanel
            title={`${place.name}${year}年目标`}
            note={`${statesText(own)}；应达进度按上年末到时限匀速，预测按近 ${months} 个月的速度（${ruleSetVersion}版口径）`}
            table={targetTable(own, months, decimals)}
          >
            {own.length === 0 ? (
              <p className={classes['quiet']}>本级没有设定目标。</p>
            ) : (
              <TargetTable label="本级目标" rows={own} months={months} />
            )}
          </TablePanel>
        </div>
        {below.length > 0 && (
          <div className={classes['whole']}>
            <TablePanel
              title="落后清单"
              note={`${below.length} 项乡镇目标：${statesText(below)}`}
              table={targetTable(late, months, decimals)}
            >
              {late.length === 0 ? (
                <EmptyState icon="saved" title="没有落后的乡镇" hint="各乡镇的目标都已达到或按进度推进。" />
              ) : (
                <TargetTable label="落后的乡镇目标" rows={late} months={months} withPlace />
              )}
            </TablePanel>
          </div>
        )}
        {below.length > late.length && (
          <div className={classes['whole']}>
            <TablePanel title="其余乡镇目标" table={targetTable(rest, months, decimals)}>
              <TargetTable label="其余乡镇目标" rows={rest} months={months} withPlace />
            </TablePanel>
          </div>
        )}
      </div>
    </>
  );
}
