import { Drawer } from '@mantine/core';
import { ListDrawer, type ListRow } from '@renderer/components/list-drawer';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { useUnits } from '@renderer/data/insights/react';
import { coverageStates } from '@shared/figures/unit-facts';
import { type Mark, parseMark, titleOfMark } from '@shared/insights/mark';
import type { ListedUnit } from '@shared/insights/messages';
import { parseWithin, withinEntries } from '@shared/insights/within';
import { scopeReasons } from '@shared/rules/unit-scope';
import { AnswerState } from '../parts/answer-state';
import { type Board, useBoard } from './board-context';

const isAboutSix = (mark: Mark): boolean =>
  mark.kind === 'sixMet' ||
  mark.kind === 'sixItem' ||
  mark.kind === 'nearlySix' ||
  (mark.kind === 'figure' && (mark.id === 'C20' || mark.id === 'C20b'));

function detailOf(unit: ListedUnit, mark: Mark, { items }: Board): string {
  if (mark.kind === 'scope') return scopeReasons[unit.scopeReason];
  if (isAboutSix(mark) && unit.isSixAssessed) {
    const missing = items.filter(({ code }) => !unit.sixMetItems.includes(code));
    return missing.length === 0 ? '六有齐全' : `缺：${missing.map(({ label }) => label).join('、')}`;
  }
  const state = coverageStates[unit.coverageState];
  const cover = unit.coverOrgName === null ? state : `${state}：${unit.coverOrgName}`;
  return `${cover} · 正式党员 ${unit.fullMembersHere} 人`;
}

const rowOf = (unit: ListedUnit, mark: Mark, board: Board): ListRow => ({
  id: unit.unitId,
  name: unit.name,
  place: board.nameOf('township', unit.townshipId),
  detail: detailOf(unit, mark, board),
  link: { to: '/ledger/units/$unitId', params: { unitId: unit.unitId } },
});

/** The units behind the mark the address names. */
export function UnitListDrawer() {
  const board = useBoard();
  const { search, place, asOf, change } = board;
  const mark = search.list === undefined ? null : parseMark(search.list);
  const narrowed = parseWithin(search.group ?? '');
  const day = search.on ?? asOf;
  const listed = useUnits(mark === null ? null : { day, mark, within: { ...place.within, ...narrowed } });
  if (mark === null) return null;
  const close = () => change({ list: undefined, group: undefined, on: undefined });
  if (listed.status !== 'ready')
    return (
      <Drawer opened onClose={close} position="right" size="30rem" title="名单">
        {listed.status === 'failed' ? (
          <AnswerState insight={listed} />
        ) : (
          <LoadingScreen doing="正在列名单…" />
        )}
      </Drawer>
    );
  const groups = withinEntries(narrowed).map(([name, key]) => board.nameOf(name, key));
  const { units, total } = listed.answer;
  return (
    <ListDrawer
      list={{
        title: [...groups, titleOfMark(mark, board.itemLabel)].join(' · '),
        measure: '户',
        asOf: day,
        rows: units.map((unit) => rowOf(unit, mark, board)),
        total,
      }}
      onClose={close}
    />
  );
}
