import { HeatTable, levelOf } from '@renderer/components/heat-table';
import { TablePanel } from '@renderer/components/table-panel';
import { useSums } from '@renderer/data/insights/react';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { percentOf } from '@shared/insights/change';
import { useBoard } from '../page/board-context';
import { AnswerState } from '../parts/answer-state';
import { countedIn } from '../parts/figures';

/** 乡镇 × 项目: which item is missing where; a cell opens the units without it. */
export function ItemMatrix() {
  const { place, asOf, decimals, items, open, nameOf } = useBoard();
  const below = place.below;
  const sums = useSums(
    below === null
      ? null
      : {
          days: [asOf],
          groupBy: [below],
          within: place.within,
          figures: ['C20'],
          distributions: ['sixByItem'],
        },
  );
  if (below === null) return null;
  const title = below === 'township' ? '各乡镇（街道）各项' : '各村（社区）各项';
  const groups = sums.status === 'ready' ? (sums.answer.points[0]?.groups ?? []) : [];
  const rows = groups
    .filter((group) => countedIn(group, 'C20').denominator > 0)
    .sort((a, b) => (percentOf(countedIn(a, 'C20')) ?? 0) - (percentOf(countedIn(b, 'C20')) ?? 0))
    .map((group) => {
      const key = group.keys[0] ?? '';
      const passed = countedIn(group, 'C20');
      const cell = (label: string, numerator: number, onOpen: () => void) => {
        const figure = { numerator, denominator: passed.denominator };
        const text = formatRate(figure, decimals);
        return {
          text,
          counted: figure,
          title: `${label} ${text}（${formatFraction(figure)}）`,
          level: levelOf((percentOf(figure) ?? 0) / 100.01),
          onOpen,
        };
      };
      const ref = { group: { [below]: key } };
      return {
        key,
        name: nameOf(below, key),
        cells: [
          ...items.map(({ code, label }) =>
            cell(label, group.distributions.sixByItem?.[code] ?? 0, () =>
              open({ kind: 'sixItem', code, isMet: false }, ref),
            ),
          ),
          cell('六有达标', passed.numerator, () => open({ kind: 'figure', id: 'C20', part: 'in' }, ref)),
        ],
      };
    });
  const table = { columns: ['名称', ...items.map(({ label }) => label), '六有达标'], rows };
  const isReady = sums.status === 'ready';
  return (
    <TablePanel
      title={title}
      note="占已评估单位，达标率由低到高"
      hint="点开看未达到的"
      table={isReady ? table : null}
    >
      {isReady ? <HeatTable label={title} {...table} /> : <AnswerState insight={sums} />}
    </TablePanel>
  );
}
