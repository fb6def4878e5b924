/**
 * F4 党建指导员（联络员）选派台账: one row per open assignment; the cells of one person are joined over the units that
 * person serves. Visits and solved issues are those of the year up to the day.
 */
import { genders, politicalStatuses } from '@shared/domain/code-lists';
import { annualGrades, dispatchGrades, type Instructor } from '@shared/domain/instructor';
import { buildTable, type ColumnLeaf, type ColumnNode } from '../build-table';
import { codeColumn, dateColumn, serialColumn, textColumn, wordColumn } from '../columns';
import { frameOf, type ReportInput, wordsOf } from '../report-input';
import { type BodyMerge, NONE, type ReportTable, type ReportValue } from '../report-model';
import { dateText, orNone } from '../words';
import { type Dispatch, type DispatchRow, dispatchesOf } from './dispatches';

/** 序号 to 派驻等级. */
const PERSON_COLUMNS = 8;

export function buildInstructorLedger(input: ReportInput): ReportTable {
  const rows = dispatchesOf(input);
  return buildTable({
    frame: frameOf(input, 'F4', '党建指导员（联络员）选派台账', { memo: memoOf(rows) }),
    columns: columnsOf(input),
    rows,
    rowId: ({ instructor }) => instructor.id,
    hasTotal: true,
    merges: rows.flatMap(({ rowSpan }, row) => (rowSpan > 1 ? mergesOf(row, rowSpan) : [])),
  });
}

const mergesOf = (row: number, rowSpan: number): BodyMerge[] =>
  Array.from({ length: PERSON_COLUMNS }, (_, column) => ({ row, column, rowSpan }));

function memoOf(rows: readonly DispatchRow[]): string[] {
  const idle = rows.filter(({ dispatch }) => dispatch === null).length;
  return idle === 0 ? [] : [`尚未派驻单位的 ${idle} 人。`];
}

function columnsOf(input: ReportInput): readonly ColumnNode<DispatchRow>[] {
  const { phone } = wordsOf(input);
  return [
    { ...person(serialColumn<DispatchRow>(), ({ serial }) => serial), total: () => '合计' },
    {
      ...person(
        wordColumn('姓名', 8, () => null),
        ({ instructor }) => instructor.name,
      ),
      total: (rows) => rows.filter(({ rowSpan }) => rowSpan > 0).length,
    },
    person(
      wordColumn('性别', 4, () => null),
      ({ instructor }) => labelOf(genders.labels, instructor.gender),
    ),
    person(
      wordColumn('政治面貌', 8, () => null),
      ({ instructor }) => labelOf(politicalStatuses.labels, instructor.politicalStatus),
    ),
    person(
      wordColumn('专/兼职', 5, () => null),
      ({ instructor }) => timeText(instructor.isFullTime),
    ),
    person(
      textColumn('派出单位及职务', 16, () => null),
      ({ instructor }) => postText(instructor),
    ),
    person(
      codeColumn('联系电话', 12, () => null),
      ({ instructor }) => phone(instructor.phone),
    ),
    person(
      wordColumn('派驻等级', 6, () => null),
      ({ instructor }) => labelOf(dispatchGrades.labels, instructor.grade),
    ),
    ...dispatchColumns,
  ];
}

/** A cell of the person: said once, on the first of the joined rows. */
const person = (
  column: ColumnLeaf<DispatchRow>,
  value: (row: DispatchRow) => ReportValue,
): ColumnLeaf<DispatchRow> => ({ ...column, value: (row) => (row.rowSpan > 0 ? value(row) : null) });

const labelOf = <C extends string>(labels: Readonly<Record<C, string>>, code: C | null): string =>
  code === null ? NONE : labels[code];

const timeText = (isFullTime: boolean | null): string =>
  isFullTime === null ? NONE : isFullTime ? '专职' : '兼职';

const postText = ({ fromUnit, post }: Instructor): string =>
  [fromUnit, post].filter((part) => part !== null).join(' ') || NONE;

const ofDispatch = (value: (dispatch: Dispatch) => ReportValue) => {
  return ({ dispatch }: DispatchRow): ReportValue => (dispatch === null ? NONE : value(dispatch));
};

/** Sum over rows; a unit served by two people counts once where `isPerUnit`. */
const sumOver = (count: (dispatch: Dispatch) => number | null, isPerUnit: boolean) => {
  return (rows: readonly DispatchRow[]): number => {
    const seen = new Set<string>();
    let sum = 0;
    for (const { dispatch } of rows) {
      if (dispatch === null || (isPerUnit && seen.has(dispatch.unitId))) continue;
      seen.add(dispatch.unitId);
      sum += count(dispatch) ?? 0;
    }
    return sum;
  };
};

const numberOf = (
  label: string,
  width: number,
  count: (dispatch: Dispatch) => number | null,
  isPerUnit: boolean,
): ColumnLeaf<DispatchRow> => ({
  ...wordColumn<DispatchRow>(
    label,
    width,
    ofDispatch((dispatch) => orNone(count(dispatch))),
  ),
  kind: 'number',
  align: 'right',
  total: sumOver(count, isPerUnit),
});

const dispatchColumns: readonly ColumnNode<DispatchRow>[] = [
  {
    ...textColumn<DispatchRow>(
      '派驻单位',
      24,
      ofDispatch(({ unitName }) => unitName),
    ),
    total: sumOver(() => 1, true),
  },
  numberOf('从业人员', 5, ({ facts }) => facts?.staff ?? null, true),
  numberOf('党员数', 5, ({ facts }) => facts?.membersHere ?? null, true),
  dateColumn(
    '选派时间',
    ofDispatch(({ assignment }) => dateText(assignment.from)),
  ),
  dateColumn(
    '任期至',
    ofDispatch(({ assignment }) => dateText(assignment.plannedTo)),
  ),
  wordColumn(
    '走访频次（计划/实际）',
    8,
    ofDispatch(({ visits }) => `${visits.planned ?? NONE}/${visits.made ?? NONE}`),
  ),
  numberOf('解决问题数', 5, ({ solved }) => solved, false),
  wordColumn(
    '年度考核',
    7,
    ofDispatch(({ assignment }) => labelOf(annualGrades.labels, assignment.annualGrade)),
  ),
  textColumn('备注', 12, ({ dispatch, instructor }) => dispatch?.assignment.remarks ?? instructor.remarks),
];
