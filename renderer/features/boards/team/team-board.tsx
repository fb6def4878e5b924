/** 队伍: instructors and their visits, secretaries and their terms, members and where they are. From the register itself. */
import { ListDrawer } from '@renderer/components/list-drawer';
import { useFacts } from '@renderer/data/figures/react';
import { linkInTable } from '@renderer/data/record-title';
import { useMemo } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { ListChart } from './list-chart';
import { LoadPanel } from './load-panel';
import { type ListGroup, teamLists } from './team-lists';

/** The records behind the bar the address names. */
function RecordDrawer({ groups }: { readonly groups: readonly ListGroup[] }) {
  const { search, change, asOf } = useBoard();
  const { relations } = useFacts();
  const group = groups.find(({ lists }) => lists.some(({ key }) => key === search.show));
  const list = group?.lists.find(({ key }) => key === search.show);
  if (!group || !list) return null;
  return (
    <ListDrawer
      list={{
        title: `${group.title} · ${list.label}`,
        measure: group.measure,
        asOf,
        rows: list.records.map(({ id, name, orgUnitId, detail }) => ({
          id,
          name,
          place: relations.documents.orgUnits.get(orgUnitId)?.name ?? '',
          detail,
          link: linkInTable(group.table, id),
        })),
      }}
      onClose={() => change({ show: undefined })}
    />
  );
}

export function TeamBoard() {
  const view = useFacts();
  const { place } = useBoard();
  const groups = useMemo(() => teamLists(view, place), [view, place]);
  return (
    <>
      <p className={classes['quiet']}>
        本页按本机台账的记录计算
        {place.level === 'site' && '；人员和党组织按所属乡镇登记，村（社区）、园区一级只看指导员'}。
      </p>
      <div className={classes['columns']}>
        <div className={classes['half']}>
          <LoadPanel />
        </div>
        <div className={classes['half']}>
          <div className={classes['stack']}>
            {groups.slice(0, 2).map((group) => (
              <ListChart key={group.title} group={group} />
            ))}
          </div>
        </div>
        {groups.slice(2).map((group) => (
          <div key={group.title} className={classes['half']}>
            <ListChart group={group} />
          </div>
        ))}
      </div>
      <RecordDrawer groups={groups} />
    </>
  );
}
