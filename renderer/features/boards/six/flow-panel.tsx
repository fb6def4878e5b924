import { SegmentedControl } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { ScrollRegion } from '@renderer/components/scroll-region';
import { TablePanel } from '@renderer/components/table-panel';
import { useFlow } from '@renderer/data/insights/react';
import type { FlowAnswer, FlowUnit } from '@shared/insights/messages';
import { addMonths } from '@shared/lib/day';
import { formatNumber } from '@shared/lib/format-number';
import { useState } from 'react';
import { type Board, useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { AnswerState } from '../parts/answer-state';
import { SixUnitCell } from './six-unit-cell';

const spans = [
  { value: '3', label: '近3个月' },
  { value: '6', label: '近半年' },
  { value: '12', label: '近一年' },
] as const;

type Direction = 'rose' | 'fell' | 'entered' | 'left' | 'swapped';
const directions: Readonly<Record<Direction, { label: string; tone: string }>> = {
  rose: { label: '↑ 上升', tone: 'good' },
  fell: { label: '↓ 下降', tone: 'bad' },
  entered: { label: '新评估', tone: 'quiet' },
  left: { label: '不再评估', tone: 'quiet' },
  swapped: { label: '一增一减', tone: 'soon' },
};

function directionOf({ before, after }: Pick<FlowUnit, 'before' | 'after'>): Direction {
  if (before === null) return 'entered';
  if (after === null) return 'left';
  return after.met > before.met ? 'rose' : after.met < before.met ? 'fell' : 'swapped';
}

/** Why: the items that came and those that went. */
function reasonOf({ before, after }: FlowUnit, { itemLabel }: Board): string {
  const gained = (after?.items ?? []).filter((code) => !before?.items.includes(code));
  const lost = (before?.items ?? []).filter((code) => !after?.items.includes(code));
  if (before === null || after === null) return '';
  return [
    ...(gained.length > 0 ? [`新达到${gained.map(itemLabel).join('、')}`] : []),
    ...(lost.length > 0 ? [`丢失${lost.map(itemLabel).join('、')}`] : []),
  ].join('；');
}

/** Units in each direction; those whose items did not change stand in `same`. */
function tally({ moves, changed }: FlowAnswer) {
  const ofMoves = (test: (before: number, after: number) => boolean) =>
    moves.reduce(
      (sum, { before, after, count }) =>
        before !== null && after !== null && test(before, after) ? sum + count : sum,
      0,
    );
  const swapped = changed.filter((unit) => directionOf(unit) === 'swapped').length;
  return {
    rose: ofMoves((before, after) => after > before),
    fell: ofMoves((before, after) => after < before),
    same: ofMoves((before, after) => after === before) - swapped,
  };
}

function ChangedRows({ units }: { readonly units: readonly FlowUnit[] }) {
  const board = useBoard();
  return (
    <ScrollRegion className={classes['scroll']} label="六有有升降的单位">
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">升降</th>
            <th scope="col">项数</th>
            <th scope="col">原因</th>
          </tr>
        </thead>
        <tbody>
          {units.slice(0, 200).map((unit) => {
            const { label, tone } = directions[directionOf(unit)];
            return (
              <tr key={unit.unitId}>
                <SixUnitCell unit={unit} />
                <td className={classes['state']} data-tone={tone}>
                  {label}
                </td>
                <td className={classes['state']}>{movedItems(unit)}</td>
                <td>{reasonOf(unit, board)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const order: readonly Direction[] = ['fell', 'swapped', 'rose', 'left', 'entered'];
const rank = (unit: FlowUnit): number => order.indexOf(directionOf(unit));

const movedItems = ({ before, after }: FlowUnit): string => `${before?.met ?? '—'} → ${after?.met ?? '—'}`;

const tableOf = (units: readonly FlowUnit[], board: Board) => ({
  columns: ['单位', '乡镇（街道）', '升降', '项数', '原因'],
  rows: units.map((unit) => ({
    key: unit.unitId,
    name: unit.name,
    cells: [
      board.nameOf('township', unit.townshipId),
      directions[directionOf(unit)].label,
      movedItems(unit),
      reasonOf(unit, board),
    ].map((text) => ({ text })),
  })),
});

/** Which units rose, which fell, and by which items. */
export function FlowPanel() {
  const board = useBoard();
  const { place, asOf } = board;
  const [months, setMonths] = useState<string>('3');
  const from = addMonths(asOf, -Number(months));
  const flow = useFlow({ from, to: asOf, within: place.within });
  const counts = flow.status === 'ready' ? tally(flow.answer) : null;
  const changed = flow.status === 'ready' ? [...flow.answer.changed].sort((a, b) => rank(a) - rank(b)) : [];
  return (
    <TablePanel
      title="升降"
      table={counts && tableOf(changed, board)}
      note={
        counts
          ? `${from} 至 ${asOf}：升 ${formatNumber(counts.rose)} 户，降 ${formatNumber(counts.fell)} 户，不变 ${formatNumber(counts.same)} 户`
          : from
      }
      tools={
        <SegmentedControl
          size="xs"
          aria-label="升降的时段"
          value={months}
          onChange={setMonths}
          data={spans.map((span) => ({ ...span }))}
        />
      }
    >
      {flow.status !== 'ready' ? (
        <AnswerState insight={flow} />
      ) : changed.length === 0 ? (
        <EmptyState icon="saved" title="没有升降" hint="这段时间各单位的六有没有变化。" />
      ) : (
        <ChangedRows units={changed} />
      )}
    </TablePanel>
  );
}
