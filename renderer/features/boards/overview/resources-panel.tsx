import { Panel } from '@renderer/components/panel';
import { useFacts } from '@renderer/data/figures/react';
import { useTable } from '@renderer/data/react';
import { formatRatio } from '@shared/figures/format-rate';
import { isInUse } from '@shared/figures/six-haves/has-venue';
import type { SumsAnswer } from '@shared/insights/messages';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
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

function Fact(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Members, organizations, instructors and rooms: what there is to work with. */
export function ResourcesPanel({ answer }: { readonly answer: SumsAnswer }) {
  const { asOf } = useBoard();
  const rooms = useRooms();
  const conflicts = useTable('conflicts').filter((one) => one.kind === 'conflict' && one.state === 'open');
  const now = totalOn(answer, asOf);
  const load = countedIn(now, 'C13b');
  return (
    <Panel title="队伍和阵地" note={`时点 ${asOf}`}>
      <dl className={classes['facts']}>
        <Fact label="党员（关系在纳入统计单位）">
          <strong>{countedIn(now, 'C19').denominator}</strong> 名
        </Fact>
        <Fact label="党组织">
          <strong>{countedIn(now, 'C18').denominator}</strong> 个
        </Fact>
        <Fact label="在岗指导员、联络员">
          <strong>{load.denominator}</strong> 名 <small>人均联系 {formatRatio(load, 1)} 户</small>
        </Fact>
        <Fact label="流动党员">
          <strong>{countedIn(now, 'C19').numerator}</strong> 名
        </Fact>
        <Fact label="在用活动阵地">
          <Link to="/ledger/$table" params={{ table: 'partyRooms' }} className={classes['link']}>
            <strong>{rooms.count}</strong>
          </Link>{' '}
          处 <small>{Math.round(rooms.areaM2).toLocaleString('zh-CN')} 平方米</small>
        </Fact>
        <Fact label="未处理冲突">
          <Link to="/conflicts" className={classes['link']}>
            <strong>{conflicts.length}</strong>
          </Link>{' '}
          处
        </Fact>
      </dl>
    </Panel>
  );
}
