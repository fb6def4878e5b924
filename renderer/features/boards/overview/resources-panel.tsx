import { TablePanel } from '@renderer/components/table-panel';
import { useTable } from '@renderer/data/react';
import type { FigureId } from '@shared/figures/figure';
import { formatRatio } from '@shared/figures/format-rate';
import type { Part } from '@shared/insights/mark';
import type { SumsAnswer } from '@shared/insights/messages';
import { formatNumber } from '@shared/lib/format-number';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { countedIn, totalOn } from '../parts/figures';
import { roomList } from './room-list-drawer';
import { useRooms } from './use-rooms';

interface Fact {
  readonly label: string;
  readonly count: number;
  readonly measure: string;
  readonly more?: string;
  /** Opens the names behind the number, or the page where they are. */
  readonly opens: { readonly list: () => void } | { readonly link: Pick<LinkProps, 'to'> };
}

function useResources(answer: SumsAnswer): Fact[] {
  const { asOf, open, change } = useBoard();
  const rooms = useRooms();
  const areaM2 = rooms.reduce((sum, room) => sum + (room.areaM2 ?? 0), 0);
  const conflicts = useTable('conflicts').filter((one) => one.kind === 'conflict' && one.state === 'open');
  const now = totalOn(answer, asOf);
  const load = countedIn(now, 'C13b');
  const show = (id: FigureId, part: Part) => ({ list: () => open({ kind: 'figure', id, part }) });
  return [
    {
      label: '纳入统计单位的党员',
      count: countedIn(now, 'C19').denominator,
      measure: '名',
      opens: show('C19', 'base'),
    },
    { label: '党组织', count: countedIn(now, 'C18').denominator, measure: '个', opens: show('C18', 'base') },
    {
      label: '在岗指导员、联络员',
      count: load.denominator,
      measure: '名',
      more: `人均联系 ${formatRatio(load, 1)} 户`,
      opens: show('C13b', 'base'),
    },
    { label: '流动党员', count: countedIn(now, 'C19').numerator, measure: '名', opens: show('C19', 'in') },
    {
      label: '在用活动阵地',
      count: rooms.length,
      measure: '处',
      more: `${formatNumber(Math.round(areaM2))} 平方米`,
      opens: { list: () => change({ list: roomList }) },
    },
    { label: '未处理冲突', count: conflicts.length, measure: '处', opens: { link: { to: '/conflicts' } } },
  ];
}

function FactNumber({ label, count, measure, opens }: Fact) {
  const shown = formatNumber(count);
  const number = <strong>{shown}</strong>;
  return 'link' in opens ? (
    <Link {...opens.link} className={classes['link']}>
      {number}
    </Link>
  ) : (
    <button
      type="button"
      className={classes['link']}
      onClick={opens.list}
      aria-label={`${label} ${shown}${measure}，查看名单`}
    >
      {number}
    </button>
  );
}

/** Members, organizations, instructors and rooms: what there is to work with. */
export function ResourcesPanel({ answer }: { readonly answer: SumsAnswer }) {
  const { asOf } = useBoard();
  const facts = useResources(answer);
  const table = {
    columns: ['项目', '数量', '计量单位', '其中'],
    rows: facts.map(({ label, count, measure, more = '' }) => ({
      key: label,
      name: label,
      cells: [{ text: String(count) }, { text: measure }, { text: more }],
    })),
  };
  return (
    <TablePanel title="队伍和阵地" note={`时点 ${asOf}`} table={table}>
      <dl className={classes['facts']}>
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>
              <FactNumber {...fact} /> {fact.measure} {fact.more !== undefined && <small>{fact.more}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </TablePanel>
  );
}
