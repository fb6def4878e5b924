/** F1 非公有制企业党建工作台账: the headings follow a public form, with the credit code added. One row per enterprise. */
import { parkGrades } from '@shared/domain/org-unit';
import { buildTable, type ColumnNode } from '../build-table';
import {
  codeColumn,
  countedColumn,
  dateColumn,
  group,
  serialColumn,
  signColumn,
  sumColumn,
  textColumn,
  wordColumn,
} from '../columns';
import { hasColumn, oneHotColumns, oneHots } from '../one-hot';
import {
  frameOf,
  orgUnitOf,
  type ReportInput,
  type UnitRow,
  unitsOf,
  villageName,
  wordsOf,
} from '../report-input';
import type { ReportTable, ReportValue } from '../report-model';
import { scopeMemo } from '../scope-memo';
import { dateText, orNone, saysYes, type Words } from '../words';
import { differenceMemo, type LedgerRow, ledgerRow, placeNames } from './unit-ledger';

type Columns = readonly ColumnNode<LedgerRow>[];

export function buildEnterpriseLedger(input: ReportInput): ReportTable {
  const all = unitsOf(input, ['enterprise']);
  const rows = all.filter(({ facts }) => facts.inScope).map((row) => ledgerRow(input, row));
  return buildTable({
    frame: frameOf(input, 'F1', '非公有制企业党建工作台账', {
      paper: 'A3',
      frozenColumns: 9,
      memo: [...scopeMemo(input, all, '企业'), ...differenceMemo(rows), ...unlistedMemo(rows)],
    }),
    columns: columnsOf(input),
    rows,
    rowId: ({ unit }) => unit.id,
    hasTotal: true,
  });
}

function columnsOf(input: ReportInput): Columns {
  const words = wordsOf(input);
  return [
    ...placeColumns(input, words),
    group('企业基本情况', basicColumns(words)),
    group('出资人', ownerColumns(words)),
    group('党组织设置', orgColumns(words)),
    group('书记', secretaryColumns),
    group('党务工作者', partyWorkerColumns),
    group('党员队伍', memberColumns(words)),
    group('群团', massOrgColumns(words)),
    group('保障', supportColumns(words)),
    group('制度', ruleColumns(words)),
  ];
}

const flag = (label: string, words: Words, value: (row: LedgerRow) => boolean | null, width = 3) =>
  signColumn<LedgerRow>(label, width, (row) => words.flag(value(row)), saysYes);

function placeColumns(input: ReportInput, words: Words): Columns {
  const gradeOf = ({ facts }: UnitRow): ReportValue => {
    const grade = facts.parkIds
      .map((id) => orgUnitOf(input, id)?.parkGrade ?? null)
      .find((found) => found !== null);
    return orNone(grade == null ? null : parkGrades.labels[grade]);
  };
  return [
    serialColumn(),
    wordColumn('单位', 9, ({ facts }) => orNone(villageName(input, facts))),
    group(
      '企业座落地',
      oneHotColumns(oneHots.siteKind, ({ unit }) => unit.siteKind),
    ),
    wordColumn('园区级别', 5, gradeOf),
    flag('是否亿元楼宇', words, ({ unit }) => unit.isYiBuilding),
    wordColumn('所在园区、楼宇名称', 11, (row) => orNone(placeNames(input, row))),
  ];
}

const basicColumns = (words: Words): Columns => [
  countedColumn(textColumn('企业名称', 22, ({ unit }) => unit.name)),
  codeColumn('统一社会信用代码', 23, ({ unit }) => orNone(unit.uscc)),
  textColumn('注册地', 14, ({ unit }) => orNone(unit.registeredAddress)),
  textColumn('经营地', 14, ({ unit }) => orNone(unit.operatingAddress)),
  codeColumn('联系电话', 12, ({ unit }) => words.phone(unit.contact.phone)),
  group(
    '企业类型',
    oneHotColumns(oneHots.ownership, ({ unit }) => unit.ownership),
  ),
  sumColumn('年营业收入（万元）', 8, ({ unit }) => orNone(unit.revenueWan)),
  sumColumn('从业人员（名）', 5, ({ unit }) => orNone(unit.staff)),
  flag('是否规上', words, ({ stated }) => stated.aboveScale),
];

const ownerColumns = (words: Words): Columns => [
  wordColumn('姓名', 7, ({ unit }) => orNone(unit.owner.name)),
  signColumn('是否党员', 3, ({ stated }) => words.membership(stated['owner.isPartyMember']), saysYes),
  flag('是否兼任书记', words, ({ unit }) => unit.owner.isSecretary),
  flag('是否两代表一委员', words, ({ stated }) => stated['owner.hasPublicRole']),
];

const orgColumns = (words: Words): Columns => [
  flag('是否建立', words, ({ facts }) => facts.hasOrg),
  dateColumn('成立时间', ({ org }) => dateText(org?.foundedOn ?? null)),
  group(
    '组建形式',
    oneHotColumns(oneHots.formation, ({ org }) => org?.formation ?? null),
  ),
  group(
    '类别',
    oneHotColumns(oneHots.enterpriseTier, ({ org }) => org?.tier ?? null),
  ),
  group(
    '未建原因',
    oneHotColumns(oneHots.notBuiltReason, ({ unit, facts }) => (facts.hasOrg ? null : unit.notBuiltReason)),
  ),
  flag('未建的是否选派指导员/联络员', words, ({ stated }) => stated['declared.hasInstructor'], 5),
];

const memberColumns = (words: Words): Columns => [
  sumColumn('关系在本企业党员数', 4, ({ stated }) => orNone(stated['declared.members'])),
  sumColumn('35岁以下', 3, ({ stated }) => orNone(stated['declared.under35'])),
  sumColumn('中层', 3, ({ stated }) => orNone(stated['declared.middle'])),
  sumColumn('中高级技术', 3, ({ stated }) => orNone(stated['declared.technical'])),
  sumColumn('一线', 3, ({ stated }) => orNone(stated['declared.frontline'])),
  sumColumn('关系不在本企业党员数', 4, ({ stated }) => orNone(stated['declared.elsewhere'])),
  sumColumn('农村党员', 3, ({ unit }) => orNone(unit.declared.rural)),
  sumColumn('近3年发展', 3, ({ stated }) => orNone(stated['declared.developed3y'])),
  sumColumn('近3年处置', 3, ({ unit }) => orNone(unit.declared.handled3y)),
  flag('是否轮训', words, ({ unit }) => unit.declared.isTrained),
  flag('党费按时足额', words, ({ unit }) => unit.declared.isDuesPaid),
];

const secretaryColumns: Columns = [
  wordColumn('姓名', 7, (row) => orNone(row.secretary)),
  group(
    '来源',
    oneHotColumns(oneHots.secretarySource, ({ org }) => org?.secretarySource ?? null),
  ),
];

const partyWorkerColumns: Columns = [
  sumColumn('人数', 3, ({ unit }) => orNone(unit.declared.partyWorkers)),
  sumColumn('专职', 3, ({ unit }) => orNone(unit.declared.partyWorkersFullTime)),
];

const massOrgColumns = (words: Words): Columns => [
  flag('工会', words, ({ unit }) => unit.massOrgs.union.has),
  flag('共青团', words, ({ unit }) => unit.massOrgs.league.has),
  flag('妇联', words, ({ unit }) => unit.massOrgs.women.has),
];

const supportColumns = (words: Words): Columns => [
  flag('单独场所', words, ({ stated }) => stated['declared.hasOwnVenue']),
  sumColumn('面积', 5, ({ stated }) => orNone(stated['declared.venueAreaM2'])),
  flag('经费入管理费预算', words, ({ unit }) => unit.declared.isFundsBudgeted),
];

const ruleColumns = (words: Words): Columns => [
  flag('三会一课', words, ({ unit }) => unit.declared.hasThreeMeetings),
  flag('民主评议', words, ({ unit }) => unit.declared.hasAppraisal),
  flag('党性分析', words, ({ unit }) => unit.declared.hasPartySpiritReview),
  flag('按期换届', words, ({ unit }) => unit.declared.hasTermElection),
];

/** The form has no column for some kinds of enterprises and ways of forming an organization: say how many. */
function unlistedMemo(rows: readonly LedgerRow[]): string[] {
  const owners = rows.filter(
    ({ unit }) => unit.ownership !== null && !hasColumn(oneHots.ownership, unit.ownership),
  ).length;
  const formed = rows.filter(
    ({ org }) => org?.formation && !hasColumn(oneHots.formation, org.formation),
  ).length;
  return [
    ...(owners === 0 ? [] : [`企业类型为混合所有制、合作社或其他的 ${owners} 户，表中三类均不打勾。`]),
    ...(formed === 0
      ? []
      : [`由区域性、行业性党组织覆盖、挂靠或以其他方式组建的 ${formed} 户，组建形式三栏均不打勾。`]),
  ];
}
