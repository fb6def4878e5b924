import { HeatTable, levelOf } from '@renderer/components/heat-table';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { Panel } from '@renderer/components/panel';
import { TablePanel } from '@renderer/components/table-panel';
import { useFacts } from '@renderer/data/figures/react';
import { useSums } from '@renderer/data/insights/react';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { percentOf } from '@shared/insights/change';
import type { SumsGroup } from '@shared/insights/messages';
import { formatNumber } from '@shared/lib/format-number';
import { useBoard } from '../page/board-context';
import { AnswerState } from './answer-state';
import { countedIn } from './figures';

const rates = [
  { id: 'C1', label: '组织覆盖率' },
  { id: 'C3', label: '工作覆盖率' },
  { id: 'C20', label: '六有达标率' },
] as const;
const lists = [
  { id: 'C6', label: '应建未建' },
  { id: 'C4', label: '空白点' },
] as const;

const columns = [
  '名称',
  ...rates.map(({ label }) => label),
  ...lists.map(({ label }) => `${label}（户）`),
  '纳入统计（户）',
];

/** Townships of a county or villages of a township, lowest 组织覆盖率 first; the name leads one step down. */
export function BelowTable() {
  const { place, asOf, decimals, open, change, nameOf } = useBoard();
  const { relations } = useFacts();
  const below = place.below;
  const sums = useSums(
    below === null
      ? null
      : {
          days: [asOf],
          groupBy: [below],
          within: place.within,
          figures: ['C1', 'C3', 'C20', 'C6', 'C4'],
        },
  );
  if (below === null) return null;
  const title = below === 'township' ? '各乡镇（街道）' : '各村（社区）';
  if (sums.status !== 'ready')
    return (
      <Panel title={title}>
        {sums.status === 'loading' ? <LoadingScreen doing="正在计算…" /> : <AnswerState insight={sums} />}
      </Panel>
    );
  const groups = [...(sums.answer.points[0]?.groups ?? [])].sort(
    (a, b) => (percentOf(countedIn(a, 'C1')) ?? 101) - (percentOf(countedIn(b, 'C1')) ?? 101),
  );
  const rowOf = (group: SumsGroup) => {
    const key = group.keys[0] ?? '';
    const ref = { group: { [below]: key } };
    return {
      key,
      name: nameOf(below, key),
      ...(relations.documents.orgUnits.has(key)
        ? { onOpen: () => change({ place: key, list: undefined, group: undefined, on: undefined }) }
        : {}),
      cells: [
        ...rates.map(({ id, label }) => {
          const figure = countedIn(group, id);
          const percent = percentOf(figure);
          const text = formatRate(figure, decimals);
          return {
            text,
            counted: figure,
            title: `${label} ${text}（${formatFraction(figure)}）`,
            level: levelOf(percent === null ? null : percent / 100.01),
            onOpen: () => open({ kind: 'figure', id, part: 'in' }, ref),
          };
        }),
        ...lists.map(({ id, label }) => {
          const { numerator } = countedIn(group, id);
          return {
            text: String(numerator),
            title: `${label} ${formatNumber(numerator)} 户`,
            level: null,
            onOpen: () => open({ kind: 'figure', id, part: 'in' }, ref),
          };
        }),
        {
          text: String(countedIn(group, 'C1').denominator),
          title: `纳入统计 ${formatNumber(countedIn(group, 'C1').denominator)} 户`,
          level: null,
        },
      ],
    };
  };
  const table = {
    columns,
    rows: groups.map(rowOf),
  };
  return (
    <TablePanel title={title} note="组织覆盖率由低到高" hint="点名称看下一级，点数看名单" table={table}>
      <HeatTable label={title} {...table} />
    </TablePanel>
  );
}
