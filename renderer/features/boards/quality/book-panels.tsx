import { EmptyState } from '@renderer/components/empty-state';
import { ScrollRegion } from '@renderer/components/scroll-region';
import { TablePanel } from '@renderer/components/table-panel';
import { useFacts } from '@renderer/data/figures/react';
import { useRegister, useSnapshot } from '@renderer/data/react';
import { chinaDayOf, daysBetween } from '@shared/lib/day';
import { formatNumber } from '@shared/lib/format-number';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { type Duplicate, duplicatesAcross } from './duplicates';
import { type Freshness, freshnessByTownship } from './freshness';

/** Of the townships that are looked at, longest untouched first. */
export function useFreshness(): { readonly today: string; readonly shown: readonly Freshness[] } {
  const { place } = useBoard();
  const { relations } = useFacts();
  const register = useSnapshot();
  const today = chinaDayOf(useRegister().now());
  const rows = useMemo(() => freshnessByTownship(register, relations, today), [register, relations, today]);
  const isOne = place.level === 'township' && place.id !== null;
  return { today, shown: isOne ? rows.filter((row) => row.townshipId === place.id) : rows };
}

/** When each township last kept its books. */
export function FreshnessPanel() {
  const { nameOf } = useBoard();
  const { today, shown } = useFreshness();
  const table = {
    columns: ['乡镇（街道）', '最近录入', '近一个月改动（条）', '一年未更新的单位（户）', '全部单位（户）'],
    rows: shown.map(({ townshipId, lastAt, changedLastMonth, staleUnits, units }) => ({
      key: townshipId,
      name: nameOf('township', townshipId),
      cells: [chinaDayOf(lastAt), changedLastMonth, staleUnits, units].map((value) => ({
        text: String(value),
      })),
    })),
  };
  return (
    <TablePanel title="更新情况" note={`截至 ${today}`} table={table}>
      <ScrollRegion className={classes['scroll']} label="各乡镇更新情况">
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">乡镇（街道）</th>
              <th scope="col" data-align="right">
                最近录入
              </th>
              <th scope="col" data-align="right">
                近一个月改动
              </th>
              <th scope="col" data-align="right">
                一年未更新的单位
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.townshipId}>
                <th scope="row">{nameOf('township', row.townshipId)}</th>
                <td data-align="right">
                  {chinaDayOf(row.lastAt)}
                  <span className={classes['quiet']}>（{agoWords(row.lastAt, today)}）</span>
                </td>
                <td data-align="right">{formatNumber(row.changedLastMonth)} 条</td>
                <td data-align="right">
                  {formatNumber(row.staleUnits)} / {formatNumber(row.units)} 户
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </TablePanel>
  );
}

/** 今天, 3 天前. */
export function agoWords(instant: string, today: string): string {
  const days = daysBetween(chinaDayOf(instant), today);
  return days <= 0 ? '今天' : `${days} 天前`;
}

function usePlaceName(): (placeId: string) => string {
  const { relations } = useFacts();
  return (placeId) => relations.documents.orgUnits.get(placeId)?.name ?? '未填';
}

function DuplicateRow({ duplicate }: { readonly duplicate: Duplicate }) {
  const placeName = usePlaceName();
  const { records, collection, what } = duplicate;
  return (
    <tr>
      <td>{what}</td>
      <td>
        {records.map(({ id, name, placeId }, i) => (
          <span key={id}>
            {i > 0 && '、'}
            <Link
              to="/ledger/$table"
              params={{ table: collection }}
              search={{ record: id }}
              className={classes['link']}
            >
              {name}
            </Link>
            <span className={classes['quiet']}>（{placeName(placeId)}）</span>
          </span>
        ))}
      </td>
    </tr>
  );
}

/** What two townships both count. */
export function DuplicatesPanel() {
  const { relations } = useFacts();
  const duplicates = useMemo(() => duplicatesAcross(relations), [relations]);
  const placeName = usePlaceName();
  const table = {
    columns: ['依据', '记录'],
    rows: duplicates.map(({ id, what, records }) => ({
      key: id,
      name: what,
      cells: [{ text: records.map(({ name, placeId }) => `${name}（${placeName(placeId)}）`).join('、') }],
    })),
  };
  return (
    <TablePanel
      title="跨乡镇重复"
      note={`${formatNumber(duplicates.length)} 处`}
      table={duplicates.length > 0 ? table : null}
    >
      {duplicates.length === 0 ? (
        <EmptyState icon="saved" title="没有重复" hint="没有两个乡镇登记同一家单位或同一个人。" />
      ) : (
        <ScrollRegion className={classes['scroll']} label="跨乡镇重复清单">
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">依据</th>
                <th scope="col">记录</th>
              </tr>
            </thead>
            <tbody>
              {duplicates.slice(0, 200).map((duplicate) => (
                <DuplicateRow key={duplicate.id} duplicate={duplicate} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </TablePanel>
  );
}
