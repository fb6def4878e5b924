/** The list as a sheet of paper to work from: what, where, by when and why, with room to tick off. */
import { type Duty, dutyKinds, dutyStates } from '@shared/duties/duty';
import { periodOf } from '@shared/duties/duty-days';
import { buildTable } from '@shared/export/build-table';
import { dateColumn, serialColumn, textColumn, wordColumn } from '@shared/export/columns';
import { NONE, type ReportTable } from '@shared/export/report-model';
import type { Relations } from '@shared/rules/relations';
import { placeNameOf } from './duty-places';

export interface DutySheet {
  readonly office: string;
  /** What the list was narrowed to, in words; empty = everything. */
  readonly narrowedTo: readonly string[];
  readonly asOf: string;
}

const shortDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** 6月16日至6月22日, the week a day lies in. */
export function weekWords(asOf: string): string {
  const { start, end } = periodOf('week', asOf);
  return `${shortDay(start)}至${shortDay(end)}`;
}

export function dutyTable(duties: readonly Duty[], relations: Relations, sheet: DutySheet): ReportTable {
  const { office, narrowedTo, asOf } = sheet;
  return buildTable<Duty>({
    frame: {
      code: null,
      title: `本周要办清单（${weekWords(asOf)}）`,
      sheetName: '本周要办清单',
      paper: 'A4',
      orientation: 'landscape',
      reportingUnit: office,
      reportedOn: asOf,
      memo: [
        `共 ${duties.length} 件${narrowedTo.length === 0 ? '' : `，范围：${narrowedTo.join('、')}`}。按台账和 ${asOf} 执行的规则自动生成，登记后自动销号。`,
      ],
      foot: { filler: null, reviewer: null, phone: null },
      frozenColumns: 0,
    },
    columns: [
      serialColumn(),
      wordColumn('事项', 14, ({ kind }) => dutyKinds[kind]),
      textColumn('对象', 34, ({ name }) => name),
      textColumn('所在村（社区）', 16, (duty) => placeNameOf(duty, relations) || NONE),
      dateColumn('期限', ({ dueOn }) => dueOn ?? NONE),
      wordColumn('状态', 14, ({ state }) => dutyStates[state]),
      textColumn('情况', 36, ({ situation }) => situation),
      textColumn('依据', 36, ({ rule, source }) => `${rule}（${source}）`),
      wordColumn('办结', 8, () => null),
    ],
    rows: duties,
    rowId: ({ id }) => id,
    hasTotal: false,
  });
}
