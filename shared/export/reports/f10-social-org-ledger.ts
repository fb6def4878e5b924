/** F10 社会组织党建工作台账: the headings follow a public form. One row per social organization; money in 万元. */
import { industrySections } from '@shared/domain/code-lists';
import { formations, type PartyOrg } from '@shared/domain/party-org';
import { socialTypes } from '@shared/domain/unit';
import type { Declared } from '@shared/domain/unit-declared';
import { buildTable, type ColumnNode } from '../build-table';
import {
  codeColumn,
  countedColumn,
  dateColumn,
  group,
  signColumn,
  sumColumn,
  textColumn,
  wordColumn,
} from '../columns';
import { oneHotColumns, oneHots } from '../one-hot';
import { frameOf, type ReportInput, unitsOf, wordsOf } from '../report-input';
import { NONE, type ReportTable } from '../report-model';
import { scopeMemo } from '../scope-memo';
import { dateText, orNone, saysYes, type Words } from '../words';
import { differenceMemo, type LedgerRow, ledgerRow } from './unit-ledger';

type Columns = readonly ColumnNode<LedgerRow>[];

export function buildSocialOrgLedger(input: ReportInput): ReportTable {
  const all = unitsOf(input, ['socialOrg']);
  const rows = all.filter(({ facts }) => facts.inScope).map((row) => ledgerRow(input, row));
  return buildTable({
    frame: frameOf(input, 'F10', '社会组织党建工作台账', {
      paper: 'A3',
      frozenColumns: 1,
      memo: [...scopeMemo(input, all, '社会组织'), ...differenceMemo(rows)],
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
    ...basicColumns,
    group('从业人员', staffColumns),
    group('负责人', leaderColumns(words)),
    group('党组织', orgColumns(input, words)),
    group('书记', [
      wordColumn('姓名', 7, ({ secretary }) => orNone(secretary)),
      group(
        '来源',
        oneHotColumns(oneHots.secretarySource, ({ org }) => org?.secretarySource ?? null),
      ),
    ]),
    sumColumn('党务干部', 4, ({ unit }) => orNone(unit.declared.partyWorkers)),
    group('党员', memberColumns),
    group('经费', fundColumns),
    group('场所', venueColumns(words)),
    group('组织生活次数', meetingColumns),
    group('党费', [flag('按时足额', words, ({ unit }) => unit.declared.isDuesPaid)]),
  ];
}

const flag = (label: string, words: Words, value: (row: LedgerRow) => boolean | null) =>
  signColumn<LedgerRow>(label, 3, (row) => words.flag(value(row)), saysYes);
const declared = (label: string, width: number, field: NumberField) =>
  sumColumn<LedgerRow>(label, width, ({ unit }) => orNone(unit.declared[field]));
type NumberField = {
  [K in keyof Declared]: Declared[K] extends number | null ? K : never;
}[keyof Declared];

const nameColumn = textColumn<LedgerRow>('名称', 22, ({ unit }) => unit.name);
const basicColumns: Columns = [
  { ...nameColumn, total: () => '合计' },
  countedColumn(
    wordColumn('性质', 8, ({ unit }) =>
      unit.socialType === null ? NONE : socialTypes.labels[unit.socialType],
    ),
  ),
  wordColumn('类别', 8, ({ facts }) => sectionLabel(facts.industrySection)),
  wordColumn('登记机构', 8, ({ unit }) => orNone(unit.registrar)),
  wordColumn('业务主管单位', 8, ({ unit }) => orNone(unit.competentBody)),
  textColumn('住地', 14, ({ unit }) => orNone(unit.operatingAddress)),
  group(
    '年检',
    oneHotColumns(oneHots.annualCheck, ({ unit }) => unit.annualCheck),
  ),
];

function sectionLabel(section: string | null): string {
  const code = industrySections.codes.find((known) => known === section);
  return code === undefined ? NONE : industrySections.labels[code];
}

const staffColumns: Columns = [
  sumColumn('总数', 4, ({ unit }) => orNone(unit.staff)),
  sumColumn('专职', 4, ({ unit }) => orNone(unit.staffFullTime)),
  sumColumn('兼职', 4, ({ unit }) => orNone(unit.staffPartTime)),
  sumColumn('党员', 4, ({ facts }) => facts.membersWorking),
];

const leaderColumns = (words: Words): Columns => [
  signColumn('是否党员', 3, ({ stated }) => words.membership(stated['owner.isPartyMember']), saysYes),
  flag('兼书记', words, ({ unit }) => unit.owner.isSecretary),
  flag('两代表一委员', words, ({ stated }) => stated['owner.hasPublicRole']),
];

const orgColumns = (input: ReportInput, words: Words): Columns => [
  flag('是否成立', words, ({ facts }) => facts.hasOrg),
  group(
    '未建原因',
    oneHotColumns(oneHots.notBuiltReason, ({ unit, facts }) => (facts.hasOrg ? null : unit.notBuiltReason)),
  ),
  dateColumn('成立时间', ({ org }) => dateText(org?.foundedOn ?? null)),
  dateColumn('上次换届', ({ stated }) => dateText(stated['declared.lastElectionOn'])),
  textColumn('名称', 16, ({ org }) => org?.name ?? NONE),
  codeColumn('电话', 12, ({ stated }) => words.phone(stated['declared.orgPhone'])),
  wordColumn('组建形式', 5, ({ org }) => (org?.formation ? formations.labels[org.formation] : NONE)),
  group(
    '类别',
    oneHotColumns(oneHots.socialOrgTier, ({ org }) => org?.tier ?? null),
  ),
  wordColumn('联合支部覆盖数', 4, ({ stated }) => orNone(stated['declared.jointCovers'])),
  textColumn('上级', 14, ({ org }) => orNone(superiorName(input, org))),
];

function superiorName({ relations }: ReportInput, org: PartyOrg | null): string | null {
  if (org === null) return null;
  const superior = org.superiorId === null ? undefined : relations.documents.partyOrgs.get(org.superiorId);
  return superior?.name ?? org.superiorName;
}

/** Members in the unit's charge, wherever their relation is; the parts as the two other columns print them. */
const managedMembers = ({ stated }: LedgerRow): number | string => {
  const [here, elsewhere] = [stated['declared.members'], stated['declared.elsewhere']];
  return here === null && elsewhere === null ? NONE : (here ?? 0) + (elsewhere ?? 0);
};

const memberColumns: Columns = [
  sumColumn('纳入管理', 4, managedMembers),
  sumColumn('关系在内', 4, ({ stated }) => orNone(stated['declared.members'])),
  sumColumn('35岁以下', 3, ({ stated }) => orNone(stated['declared.under35'])),
  sumColumn('大学以上', 3, ({ stated }) => orNone(stated['declared.collegeUp'])),
  sumColumn('高中以下', 3, ({ stated }) => orNone(stated['declared.highSchoolDown'])),
  sumColumn('近三年发展', 3, ({ stated }) => orNone(stated['declared.developed3y'])),
  declared('处置', 3, 'handled3y'),
];

const fundColumns: Columns = [
  declared('总额', 5, 'fundsWan'),
  declared('财政', 5, 'fundsFiscalWan'),
  declared('党费', 5, 'fundsDuesWan'),
  declared('自筹', 5, 'fundsSelfWan'),
  declared('其他', 5, 'fundsOtherWan'),
];

const isVenue = (mode: 'shared' | 'community') => {
  return ({ stated }: LedgerRow): boolean | null => {
    const known = stated['declared.venueMode'];
    return known === null ? null : known === mode;
  };
};

const venueColumns = (words: Words): Columns => [
  sumColumn('单独面积', 5, ({ stated }) =>
    stated['declared.venueMode'] === 'own' ? orNone(stated['declared.venueAreaM2']) : NONE,
  ),
  flag('共用', words, isVenue('shared')),
  flag('社区共用', words, isVenue('community')),
];

const meetingColumns: Columns = [
  declared('党员大会', 3, 'meetingsGeneral'),
  declared('支委会', 3, 'meetingsCommittee'),
  declared('党小组会', 3, 'meetingsGroup'),
  declared('党课', 3, 'lectures'),
  declared('组织生活会', 3, 'orgLife'),
  declared('民主评议', 3, 'appraisals'),
];
