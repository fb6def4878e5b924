import { Drawer } from '@mantine/core';
import { ListDrawer, type ListRow } from '@renderer/components/list-drawer';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { type Insight, useRecords, useSites, useUnits } from '@renderer/data/insights/react';
import { siteRow } from '@renderer/data/insights/site-row';
import { linkInTable } from '@renderer/data/record-title';
import { instructorRoles } from '@shared/domain/instructor';
import { orgTiers } from '@shared/domain/party-org';
import { isRecordFigure, isSiteFigure, type RecordFigureId, type SiteFigureId } from '@shared/figures/figure';
import { coverageStates } from '@shared/figures/unit-facts';
import { type Mark, parseMark, titleOfMark } from '@shared/insights/mark';
import type { ListedRecord, ListedUnit, UnitsAnswer } from '@shared/insights/messages';
import { parseWithin, type Within, withinEntries } from '@shared/insights/within';
import { formatNumber } from '@shared/lib/format-number';
import { scopeReasons } from '@shared/rules/unit-scope';
import { AnswerState } from '../parts/answer-state';
import { type Board, useBoard } from './board-context';

const isAboutSix = (mark: Mark): boolean =>
  mark.kind === 'sixMet' ||
  mark.kind === 'sixItem' ||
  mark.kind === 'nearlySix' ||
  (mark.kind === 'figure' && (mark.id === 'C20' || mark.id === 'C20b'));

/** C19 counts people; the ledger may state their number without their names, so the list is of the units that have them. */
const isAboutMembers = (mark: Mark): mark is Extract<Mark, { kind: 'figure' }> =>
  mark.kind === 'figure' && mark.id === 'C19';

/** What the units of a list add up to; null where it is as many units, or where not all are listed. */
function sumOf({ total, units }: UnitsAnswer, mark: Mark): string | null {
  if (!isAboutMembers(mark) || total > units.length) return null;
  const count = units.reduce(
    (sum, unit) => sum + (mark.part === 'in' ? unit.floatingOut : unit.membersHere),
    0,
  );
  return `合计 ${formatNumber(count)} 名`;
}

function detailOf(unit: ListedUnit, mark: Mark, { items }: Board): string {
  if (mark.kind === 'scope') return scopeReasons[unit.scopeReason];
  if (isAboutSix(mark) && unit.isSixAssessed) {
    const missing = items.filter(({ code }) => !unit.sixMetItems.includes(code));
    return missing.length === 0 ? '六有齐全' : `缺：${missing.map(({ label }) => label).join('、')}`;
  }
  if (isAboutMembers(mark))
    return `${mark.part === 'in' ? `流动党员 ${unit.floatingOut} 名，` : ''}党员 ${unit.membersHere} 名`;
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
  const sum = sumOf(listed.answer, mark);
  const rows = units.map((unit) => rowOf(unit, mark, board));
  return (
    <ListDrawer
      list={{
        title: titleIn(named, board),
        measure: '户',
        asOf: day,
        rows,
        total,
        ...(sum === null ? {} : { sum }),
      }}
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
  const rows = sites.map((site) => siteRow(id, site, (townshipId) => board.nameOf('township', townshipId)));
  return (
    <ListDrawer
      list={{ title: titleIn(named, board), measure: '处', asOf: day, rows, total }}
      onClose={onClose}
    />
  );
}

type RecordMark = Extract<Mark, { kind: 'figure' }> & { readonly id: RecordFigureId };
const isOfRecords = (mark: Mark): mark is RecordMark =>
  mark.kind === 'figure' && mark.part === 'base' && isRecordFigure(mark.id);

/** Codes of another version are shown as they are. */
const labelOf = (labels: Readonly<Record<string, string>>, code: string | null): string =>
  code === null ? '类别未填' : (labels[code] ?? code);

function recordRow(id: RecordFigureId, record: ListedRecord, board: Board): ListRow {
  const { recordId, name, kind, unitCount, townshipId } = record;
  const [table, detail] =
    id === 'C18'
      ? ['partyOrgs', labelOf(orgTiers.labels, kind)]
      : ['instructors', `${labelOf(instructorRoles.labels, kind)} · 联系 ${unitCount} 户`];
  return {
    id: recordId,
    name: name ?? '（其他单位的记录，不显示名称）',
    place: board.nameOf('township', townshipId),
    detail,
    link: linkInTable(table, recordId),
  };
}

function RecordList(named: Named<RecordMark>) {
  const { mark, narrowed, day, onClose } = named;
  const { id } = mark;
  const board = useBoard();
  const listed = useRecords({ day, id, within: { ...board.place.within, ...narrowed } });
  if (listed.status !== 'ready') return <Waiting insight={listed} onClose={onClose} />;
  const { records, total } = listed.answer;
  const rows = records.map((record) => recordRow(id, record, board));
  const measure = id === 'C18' ? '个' : '名';
  return (
    <ListDrawer list={{ title: titleIn(named, board), measure, asOf: day, rows, total }} onClose={onClose} />
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
  if (isOfRecords(mark)) return <RecordList mark={mark} {...named} />;
  return isOfSites(mark) ? <SiteList mark={mark} {...named} /> : <UnitList mark={mark} {...named} />;
}
