/** 总览: how far coverage and 六有 have come, where the gaps are, and what there is to work with. */
import { useSums } from '@renderer/data/insights/react';
import { headlineFigures } from '@shared/insights/headline';
import type { SumsAnswer } from '@shared/insights/messages';
import { formatNumber } from '@shared/lib/format-number';
import { type ScopeReason, scopeReasons, shortScopeReason } from '@shared/rules/unit-scope';
import { BriefingButton } from '../briefing/briefing-button';
import { NotesButton } from '../notes/notes-button';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { AnswerState } from '../parts/answer-state';
import { BelowTable } from '../parts/below-table';
import { coverageSeries, totalOn } from '../parts/figures';
import { RateTrend } from '../parts/rate-trend';
import { SixPanel } from '../parts/six-panel';
import { CompareChoice } from './compare-choice';
import { HeadlineTiles } from './headline-tiles';
import { ResourcesPanel } from './resources-panel';
import { SilentDevices } from './silent-devices';

const inBase: ReadonlySet<string> = new Set(['operating', 'suspendedWithinGrace']);

/** Units that are not in the base are said beside it, each with its reason. */
function OutOfScope({ answer }: { readonly answer: SumsAnswer }) {
  const { asOf, open } = useBoard();
  const reasons = Object.entries(totalOn(answer, asOf)?.distributions.scope ?? {})
    // Keys are those of scopeReasons by the contract.
    .map(([reason, count]) => [reason as ScopeReason, count] as const)
    .filter(([reason]) => !inBase.has(reason));
  if (reasons.length === 0) return null;
  // Sole traders do count, in a series of their own.
  const leftOut = reasons.filter(([reason]) => reason !== 'soleTrader');
  const alone = reasons.filter(([reason]) => reason === 'soleTrader');
  const total = leftOut.reduce((sum, [, count]) => sum + count, 0);
  const listed = (list: typeof reasons) =>
    list.map(([reason, count], i) => (
      <span key={reason}>
        {i > 0 && '，'}
        {shortScopeReason(reason)}{' '}
        <button
          type="button"
          aria-label={`${scopeReasons[reason]} ${formatNumber(count)} 户，查看名单`}
          onClick={() => open({ kind: 'scope', reason })}
        >
          {formatNumber(count)} 户
        </button>
      </span>
    ));
  return (
    <p className={classes['memo']}>
      附记：
      {leftOut.length > 0 && (
        <>
          不纳入统计 {formatNumber(total)} 户，其中{listed(leftOut)}
        </>
      )}
      {leftOut.length > 0 && alone.length > 0 && '；'}
      {alone.length > 0 && <>单列统计{listed(alone)}</>}。
    </p>
  );
}

export function OverviewBoard() {
  const { asOf, against, place } = useBoard();
  const sums = useSums({
    days: [asOf, against.day],
    groupBy: [],
    within: place.within,
    figures: [...headlineFigures, 'C13b', 'C18', 'C19'],
    distributions: ['sixByItem', 'scope'],
  });
  if (sums.status !== 'ready') return <AnswerState insight={sums} />;
  const { answer } = sums;
  return (
    <>
      <div className={classes['tools']}>
        <CompareChoice />
        <BriefingButton group={totalOn(answer, asOf)} />
        <NotesButton />
      </div>
      <HeadlineTiles answer={answer} />
      <div className={classes['columns']}>
        {place.below !== null && (
          <div className={classes['wide']}>
            <BelowTable />
          </div>
        )}
        <div className={classes['third']}>
          <ResourcesPanel answer={answer} />
        </div>
        <div className={classes['wide']}>
          <RateTrend title="三年走势" series={coverageSeries} />
        </div>
        <div className={classes['third']}>
          <SixPanel title="六有各项" group={totalOn(answer, asOf)} />
        </div>
        <SilentDevices />
        <OutOfScope answer={answer} />
      </div>
    </>
  );
}
