import { Drawer } from '@mantine/core';
import { ListDrawer, type ListRow } from '@renderer/components/list-drawer';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { type Insight, useSites, useUnits } from '@renderer/data/insights/react';
import { isSiteFigure, type SiteFigureId } from '@shared/figures/figure';
import { coverageStates } from '@shared/figures/unit-facts';
import { type Mark, parseMark, titleOfMark } from '@shared/insights/mark';
import type { ListedUnit } from '@shared/insights/messages';
import { describeSite } from '@shared/insights/site-words';
import { parseWithin, type Within, withinEntries } from '@shared/insights/within';
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

/** What the address names: a mark, narrowed to a group, on a day. */
interface Named<M extends Mark> {
  readonly mark: M;
  readonly narrowed: Within;
  readonly day: string;
  readonly onClose: () => void;
}

function Waiting({ insight, onClose }: { readonly insight: Insight<unknown>; readonly onClose: () => void }) {
  return (
    <Drawer opened onClose={onClose} position="right" size="30rem" title="名单">
      {insight.status === 'failed' ? (
        <AnswerState insight={insight} />
      ) : (
        <LoadingScreen doing="正在列名单…" />
      )}
    </Drawer>
  );
}

const titleIn = ({ mark, narrowed }: Pick<Named<Mark>, 'mark' | 'narrowed'>, board: Board): string =>
  [
    ...withinEntries(narrowed).map(([name, key]) => board.nameOf(name, key)),
    titleOfMark(mark, board.itemLabel),
  ].join(' · ');

function UnitList(named: Named<Mark>) {
  const { mark, narrowed, day, onClose } = named;
  const board = useBoard();
  const listed = useUnits({ day, mark, within: { ...board.place.within, ...narrowed } });
  if (listed.status !== 'ready') return <Waiting insight={listed} onClose={onClose} />;
  const { units, total } = listed.answer;
  const rows = units.map((unit) => rowOf(unit, mark, board));
  return (
    <ListDrawer
      list={{ title: titleIn(named, board), measure: '户', asOf: day, rows, total }}
      onClose={onClose}
    />
  );
}

type SiteMark = Extract<Mark, { kind: 'figure' }> & { readonly id: SiteFigureId };
const isOfSites = (mark: Mark): mark is SiteMark => mark.kind === 'figure' && isSiteFigure(mark.id);

function SiteList(named: Named<SiteMark>) {
  const { mark, narrowed, day, onClose } = named;
  const { id, part } = mark;
  const board = useBoard();
  const listed = useSites({ day, id, part, within: { ...board.place.within, ...narrowed } });
  if (listed.status !== 'ready') return <Waiting insight={listed} onClose={onClose} />;
  const { sites, total } = listed.answer;
  const rows = sites.map(
    (site): ListRow => ({
      id: site.siteId,
      name: site.name,
      place: site.townshipId === '' ? '县直' : board.nameOf('township', site.townshipId),
      detail: describeSite(id, site),
      link: { to: '/ledger/$table', params: { table: 'orgUnits' }, search: { record: site.siteId } },
    }),
  );
  return (
    <ListDrawer
      list={{ title: titleIn(named, board), measure: '处', asOf: day, rows, total }}
      onClose={onClose}
    />
  );
}

/** The names behind the mark the address names. */
export function MarkListDrawer() {
  const { search, asOf, change } = useBoard();
  const mark = search.list === undefined ? null : parseMark(search.list);
  if (mark === null) return null;
  const named = {
    narrowed: parseWithin(search.group ?? ''),
    day: search.on ?? asOf,
    onClose: () => change({ list: undefined, group: undefined, on: undefined }),
  };
  return isOfSites(mark) ? <SiteList mark={mark} {...named} /> : <UnitList mark={mark} {...named} />;
}
