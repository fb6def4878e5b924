/** 数据质量: what an auditor would find by adding up, how fresh the books are, and what the county has not received. */
import { HeatTable, levelOf } from '@renderer/components/heat-table';
import { Panel } from '@renderer/components/panel';
import { TablePanel } from '@renderer/components/table-panel';
import { useFacts } from '@renderer/data/figures/react';
import { useSnapshot } from '@renderer/data/react';
import { useSyncStatus } from '@renderer/sync/status/react';
import { auditPlaces, type PlacedFinding } from '@shared/figures/audit-places';
import { auditRules } from '@shared/figures/validators/all-validators';
import { formatNumber } from '@shared/lib/format-number';
import { useMemo } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { unitsIn } from '../parts/in-place';
import { DuplicatesPanel, FreshnessPanel } from './book-panels';
import { FindingsPanel } from './findings-panel';
import { explainNumbers, unreceivedUnits } from './unreceived';

const checked = auditRules.filter(({ isOfRegister }) => isOfRegister);
const unchecked = auditRules.filter(({ isOfRegister }) => !isOfRegister);

/** What does not add up in the place that is looked at. */
export function useFindings(): readonly PlacedFinding[] {
  const view = useFacts();
  const { place } = useBoard();
  const all = useMemo(() => auditPlaces(view.facts, view.sums('township'), view), [view]);
  return useMemo(() => {
    if (place.id === null) return all;
    if (place.level === 'township') return all.filter(({ townshipId }) => townshipId === place.id);
    const units = new Set(unitsIn(view.facts, place).map((unit) => unit.unitId));
    return all.filter(({ about }) => about !== null && units.has(about.id));
  }, [all, place, view.facts]);
}

function RulesPanel({ findings }: { readonly findings: readonly PlacedFinding[] }) {
  const { nameOf, change, place } = useBoard();
  const townships = [...new Set(findings.flatMap(({ townshipId }) => townshipId ?? []))];
  const countOf = (rule: string, townshipId: string | null) =>
    findings.filter((one) => one.rule === rule && (townshipId === null || one.townshipId === townshipId))
      .length;
  const most = Math.max(1, ...townships.flatMap((id) => checked.map((rule) => countOf(rule.id, id))));
  const rowOf = (townshipId: string | null, name: string) => ({
    key: townshipId ?? 'all',
    name,
    ...(townshipId === null || place.level !== 'county'
      ? {}
      : { onOpen: () => change({ place: townshipId, list: undefined, group: undefined, on: undefined }) }),
    cells: checked.map(({ id, label }) => {
      const count = countOf(id, townshipId);
      return {
        text: String(count),
        title: `${id} ${label}：${formatNumber(count)} 条`,
        level: townshipId === null || count === 0 ? null : levelOf(count / most - 0.01),
        ...(count === 0
          ? {}
          : {
              onOpen: () =>
                change({
                  show: id,
                  ...(townshipId === null || place.level !== 'county' ? {} : { place: townshipId }),
                }),
            }),
      };
    }),
  });
  const rows = townships
    .map((id) => rowOf(id, nameOf('township', id)))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  const table = {
    columns: ['范围', ...checked.map(({ id }) => id)],
    rows: [rowOf(null, '合计'), ...(place.level === 'county' ? rows : [])],
  };
  return (
    <TablePanel title="审核规则" note="问题条数" hint="点数看问题，点乡镇看该乡镇" table={table}>
      <HeatTable label="审核问题数，按乡镇和规则" {...table} />
      <ul className={classes['rules']}>
        {checked.map(({ id, label }) => (
          <li key={id}>
            {id} {label}
          </li>
        ))}
        <li className={classes['quiet']}>
          {unchecked.map(({ id, label }) => `${id} ${label}`).join('；')}
          ：核对文稿时用。台账的数由程序计算，口径、分母、位数一致，不会出现。
        </li>
      </ul>
    </TablePanel>
  );
}

function UnreceivedPanel() {
  const { open, place } = useBoard();
  const { facts, relations, isToday } = useFacts();
  const register = useSnapshot();
  const { link, unsentCount } = useSyncStatus();
  const numbers = useMemo(
    () => explainNumbers(unitsIn(facts, place), unreceivedUnits(register, relations)),
    [facts, place, register, relations],
  );
  if (link === 'alone')
    return (
      <Panel title="县级尚未收到的改动">
        <p className={classes['quiet']}>本机没有接入县级，数字都来自本机台账。</p>
      </Panel>
    );
  const unreceivedText = (count: number) => (isToday ? String(count) : '—');
  const table = {
    columns: ['数字', '本机（户）', '其中涉及未收到的改动（户）'],
    rows: numbers.map(({ label, mark, count, unreceived }) => ({
      key: label,
      name: label,
      cells: [{ text: String(count), onOpen: () => open(mark) }, { text: unreceivedText(unreceived) }],
    })),
  };
  return (
    <TablePanel
      title="县级尚未收到的改动"
      note={unsentCount === 0 ? '没有' : `${formatNumber(unsentCount)} 处`}
      table={table}
    >
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">数字</th>
            <th scope="col" data-align="right">
              本机
            </th>
            <th scope="col" data-align="right">
              其中涉及未收到的改动
            </th>
          </tr>
        </thead>
        <tbody>
          {numbers.map(({ label, mark, count, unreceived }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-align="right">
                <button type="button" onClick={() => open(mark)}>
                  {formatNumber(count)} 户
                </button>
              </td>
              <td data-align="right">{isToday ? `${formatNumber(unreceived)} 户` : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TablePanel>
  );
}

export function QualityBoard() {
  const findings = useFindings();
  return (
    <div className={classes['columns']}>
      <div className={classes['half']}>
        <RulesPanel findings={findings} />
      </div>
      <div className={classes['half']}>
        <div className={classes['stack']}>
          <FreshnessPanel />
          <UnreceivedPanel />
        </div>
      </div>
      <div className={classes['whole']}>
        <FindingsPanel findings={findings} />
      </div>
      <div className={classes['whole']}>
        <DuplicatesPanel />
      </div>
    </div>
  );
}
