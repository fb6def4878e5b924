/** F3 应建未建清单: units with enough full members and no Party organization (C6); the two related lists are memo lines. */
import { notBuiltReasons } from '@shared/domain/unit';
import { type BuildList, buildLists, type UnitFacts } from '@shared/figures/unit-facts';
import { buildTable, type ColumnNode } from '../build-table';
import {
  codeColumn,
  countedColumn,
  dateColumn,
  serialColumn,
  sumColumn,
  textColumn,
  wordColumn,
} from '../columns';
import { frameOf, type ReportInput, type UnitRow, unitsOf, villageName, wordsOf } from '../report-input';
import { NONE, type ReportTable } from '../report-model';
import { scopeMemo } from '../scope-memo';
import { dateText, orNone } from '../words';

export function buildShouldBuildList(input: ReportInput): ReportTable {
  const all = unitsOf(input, ['enterprise', 'socialOrg']);
  const onList = (list: BuildList) => all.filter(({ facts }) => facts.inScope && facts.buildList === list);
  return buildTable({
    frame: frameOf(input, 'F3', '应建未建清单', {
      memo: [
        ...scopeMemo(input, all, '两新组织'),
        ...listMemo(buildLists.jointOnly, onList('jointOnly')),
        ...listMemo(buildLists.potential, onList('potential')),
      ],
    }),
    columns: columnsOf(input),
    rows: onList('notBuilt'),
    rowId: ({ unit }) => unit.id,
    hasTotal: true,
  });
}

function columnsOf(input: ReportInput): readonly ColumnNode<UnitRow>[] {
  const full = wordColumn<UnitRow>('正式党员（关系在内/在外）', 10, ({ facts }) => membersText([facts]));
  return [
    serialColumn(),
    countedColumn(textColumn('单位名称', 24, ({ unit }) => unit.name)),
    codeColumn('信用代码', 23, ({ unit }) => orNone(unit.uscc)),
    wordColumn('所属村（园区）', 10, ({ facts }) => orNone(villageName(input, facts))),
    sumColumn('从业人员', 6, ({ unit }) => orNone(unit.staff)),
    { ...full, total: (rows) => membersText(rows.map(({ facts }) => facts)) },
    wordColumn('未建原因', 10, ({ unit }) =>
      unit.notBuiltReason === null ? NONE : notBuiltReasons.labels[unit.notBuiltReason],
    ),
    dateColumn('拟建时间', ({ unit }) => dateText(unit.plannedBuildOn)),
    wordColumn('责任领导', 8, ({ unit }) => orNone(unit.responsibleLeader)),
    textColumn('指导员及电话', 16, ({ facts }) => instructorText(input, facts)),
    textColumn('进展', 16, ({ unit }) => orNone(unit.buildProgress)),
    dateColumn('销号时间', ({ unit }) => dateText(unit.buildClosedOn)),
  ];
}

const membersText = (facts: readonly UnitFacts[]): string => {
  const sum = (count: (facts: UnitFacts) => number) => facts.reduce((total, each) => total + count(each), 0);
  return `${sum((each) => each.countingFullHere)}/${sum((each) => each.countingFullElsewhere)}`;
};

function instructorText(input: ReportInput, facts: UnitFacts): string {
  const { phone } = wordsOf(input);
  const names = facts.instructorIds.map((id) => {
    const instructor = input.relations.documents.instructors.get(id);
    if (!instructor) return '';
    return instructor.phone === null ? instructor.name : `${instructor.name} ${phone(instructor.phone)}`;
  });
  return names.filter((name) => name !== '').join('\n') || NONE;
}

const listMemo = (label: string, rows: readonly UnitRow[]): string[] =>
  rows.length === 0 ? [] : [`${label} ${rows.length} 户：${rows.map(({ unit }) => unit.name).join('、')}。`];
