import { TablePanel } from '@renderer/components/table-panel';
import { useFacts } from '@renderer/data/figures/react';
import { useTable } from '@renderer/data/react';
import { formatRatio } from '@shared/figures/format-rate';
import { isInUse } from '@shared/figures/six-haves/has-venue';
import type { SumsAnswer } from '@shared/insights/messages';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { countedIn, totalOn } from '../parts/figures';
import { isOwnedIn } from '../parts/in-place';

/** Rooms in use, and their area as far as it is filled in. */
function useRooms() {
  const { place, asOf } = useBoard();
  const { relations } = useFacts();
  return useMemo(() => {
    const rooms = [...relations.documents.partyRooms.values()].filter((room) => {
      if (!isInUse(room, asOf)) return false;
      if (place.level !== 'site') return isOwnedIn(room.orgUnitId, place, relations);
      const unit = room.unitId === null ? undefined : relations.documents.units.get(room.unitId);
      return room.siteId === place.id || (place.id !== null && unit?.siteIds.includes(place.id) === true);
    });
    return { count: rooms.length, areaM2: rooms.reduce((sum, room) => sum + (room.areaM2 ?? 0), 0) };
  }, [relations, place, asOf]);
}

interface Fact {
  readonly label: string;
  readonly count: number;
  readonly measure: string;
  readonly more?: string;
  /** Where the records are. */
  readonly link?: Pick<LinkProps, 'to' | 'params'>;
}

function useResources(answer: SumsAnswer): Fact[] {
  const { asOf } = useBoard();
  const rooms = useRooms();
  const conflicts = useTable('conflicts').filter((one) => one.kind === 'conflict' && one.state === 'open');
  const now = totalOn(answer, asOf);
  const load = countedIn(now, 'C13b');
  return [
    { label: '党员（关系在纳入统计单位）', count: countedIn(now, 'C19').denominator, measure: '名' },
    { label: '党组织', count: countedIn(now, 'C18').denominator, measure: '个' },
    {
      label: '在岗指导员、联络员',
      count: load.denominator,
      measure: '名',
      more: `人均联系 ${formatRatio(load, 1)} 户`,
    },
    { label: '流动党员', count: countedIn(now, 'C19').numerator, measure: '名' },
    {
      label: '在用活动阵地',
      count: rooms.count,
      measure: '处',
      more: `${Math.round(rooms.areaM2).toLocaleString('zh-CN')} 平方米`,
      link: { to: '/ledger/$table', params: { table: 'partyRooms' } },
    },
    { label: '未处理冲突', count: conflicts.length, measure: '处', link: { to: '/conflicts' } },
  ];
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
        {facts.map(({ label, count, measure, more, link }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {link === undefined ? (
                <strong>{count}</strong>
              ) : (
                <Link {...link} className={classes['link']}>
                  <strong>{count}</strong>
                </Link>
              )}{' '}
              {measure} {more !== undefined && <small>{more}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </TablePanel>
  );
}
