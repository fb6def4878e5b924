import { SegmentedControl } from '@mantine/core';
import { HeatTable, levelOf } from '@renderer/components/heat-table';
import { TablePanel } from '@renderer/components/table-panel';
import { useSums } from '@renderer/data/insights/react';
import { sizeClasses } from '@shared/domain/code-lists';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { percentOf } from '@shared/insights/change';
import { useBoard } from '../page/board-context';
import { AnswerState } from '../parts/answer-state';
import { countedIn } from '../parts/figures';

const choices = [
  { value: 'C1', label: '组织覆盖' },
  { value: 'C3', label: '工作覆盖' },
] as const;
const columns = [...sizeClasses.codes, ''];

/** 行业 × 规模: where coverage is thin, with the number of units the rate stands on. */
export function IndustrySize() {
  const { place, asOf, decimals, open, change, search, nameOf } = useBoard();
  const id = search.show === 'C3' ? 'C3' : 'C1';
  const sums = useSums({
    days: [asOf],
    groupBy: ['industry', 'sizeClass'],
    within: place.within,
    figures: [id],
  });
  const groups = sums.status === 'ready' ? (sums.answer.points[0]?.groups ?? []) : [];
  const industries = [...new Set(groups.map((group) => group.keys[0] ?? ''))].sort();
  const cellOf = (industry: string, size: string) => {
    const figure = countedIn(
      groups.find((group) => group.keys[0] === industry && group.keys[1] === size),
      id,
    );
    const percent = percentOf(figure);
    const text = formatRate(figure, decimals);
    return {
      counted: figure,
      text: percent === null ? '—' : `${text} ${formatFraction(figure)}`,
      title: `${nameOf('sizeClass', size)}：${text} ${formatFraction(figure)}`,
      level: levelOf(percent === null ? null : percent / 100.01),
      ...(percent === null
        ? {}
        : {
            onOpen: () => open({ kind: 'figure', id, part: 'out' }, { group: { industry, sizeClass: size } }),
          }),
    };
  };
  const table = {
    columns: ['行业门类', ...columns.map((size) => nameOf('sizeClass', size))],
    rows: industries.map((industry) => ({
      key: industry,
      name: nameOf('industry', industry),
      cells: columns.map((size) => cellOf(industry, size)),
    })),
  };
  const isReady = sums.status === 'ready';
  return (
    <TablePanel
      title={`行业 × 规模：${choices.find(({ value }) => value === id)?.label ?? ''}`}
      note="颜色越深覆盖率越高"
      hint="点开看未覆盖的"
      table={isReady ? table : null}
      tools={
        <SegmentedControl
          size="xs"
          aria-label="看哪种覆盖"
          value={id}
          onChange={(value) => change({ show: value })}
          data={choices.map((choice) => ({ ...choice }))}
        />
      }
    >
      {isReady ? <HeatTable label="行业和规模的覆盖率" {...table} /> : <AnswerState insight={sums} />}
    </TablePanel>
  );
}
