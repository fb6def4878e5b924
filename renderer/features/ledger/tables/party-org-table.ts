/** 党组织: organizations with their covers, leadership and terms. */
import type { PartyOrg } from '@shared/domain/party-org';
import { countOrgMembers } from '@shared/rules/count-members';
import { isActiveOrg, openCovers, secretaryOf, termEndOf } from '@shared/rules/org-state';
import { hasProblems, missingView } from './problem-views';
import type { DerivedColumn, LedgerViewDefinition, TableModel } from './table-model';
import { isOverdue, isThisMonth } from './view-dates';

const group = '自动计算';
const derivedColumn = (
  id: string,
  label: string,
  more: Pick<DerivedColumn<PartyOrg>, 'kind'> & Partial<DerivedColumn<PartyOrg>>,
): DerivedColumn<PartyOrg> => ({ id, label, group, value: ({ derived }) => derived[id] ?? null, ...more });

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const isActive = (org: PartyOrg, asOf: string) => isActiveOrg(org, asOf);

const views: readonly LedgerViewDefinition<PartyOrg>[] = [
  { id: 'all', label: '全部', hint: '本级及下级的全部党组织，含已撤销的', isListed: () => true },
  {
    id: 'termThisMonth',
    label: '本月届满',
    hint: '本届任期在本月届满的党组织',
    isListed: ({ document, derived }, { asOf }) =>
      isActive(document, asOf) && isThisMonth(text(derived['termEnd']), asOf),
  },
  {
    id: 'termOverdue',
    label: '逾期未换届',
    hint: '任期已满、还没有换届或批准延期的党组织',
    isListed: ({ document, derived }, { asOf }) =>
      isActive(document, asOf) && isOverdue(text(derived['termEnd']), asOf),
  },
  {
    id: 'joint',
    label: '联合党支部',
    hint: '覆盖两个以上单位的党组织',
    isListed: ({ document, derived }) =>
      document.tier === 'jointBranch' ||
      document.formation === 'joint' ||
      Number(derived['coverCount'] ?? 0) > 1,
  },
  {
    id: 'noSecretary',
    label: '缺书记',
    hint: '没有登记现任书记的党组织',
    isListed: ({ document, derived }, { asOf }) => isActive(document, asOf) && derived['secretary'] === null,
  },
  {
    id: 'weak',
    label: '软弱涣散',
    hint: '认定为软弱涣散的党组织',
    isListed: ({ document }) => document.status === 'weak',
  },
  {
    id: 'uncovered',
    label: '没有覆盖单位',
    hint: '正常运转、没有登记覆盖单位的党组织',
    isListed: ({ document, derived }, { asOf }) => isActive(document, asOf) && derived['coverCount'] === 0,
  },
  {
    id: 'problems',
    label: '有问题待核',
    hint: '填写有误或需要核对的党组织',
    isListed: hasProblems,
  },
  missingView,
];

export const partyOrgTable: TableModel<'partyOrgs'> = {
  table: 'partyOrgs',
  title: '党组织',
  noun: '党组织',
  measure: '个',
  columns: [
    { path: 'name', width: 260, isPinnedAtFirst: true, isLink: true },
    { path: 'tier', width: 96 },
    { path: 'formation', width: 104 },
    derivedColumn('secretary', '书记', { kind: { type: 'text' }, width: 84 }),
    derivedColumn('coverCount', '覆盖单位数', { kind: { type: 'number' }, width: 92, total: 'sum' }),
    derivedColumn('coverNames', '覆盖单位', { kind: { type: 'text' }, width: 220 }),
    derivedColumn('memberCount', '党员数', {
      kind: { type: 'number' },
      width: 72,
      total: 'sum',
      hint: '花名册中组织关系在本组织的党员；覆盖单位的党员更多时按单位的党员数',
    }),
    { path: 'foundedOn' },
    derivedColumn('termEnd', '届满时间', {
      kind: { type: 'date' },
      width: 104,
      tone: ({ document, derived }) =>
        document.status !== 'dissolved' && derived['isTermOver'] === true ? 'bad' : null,
    }),
    { path: 'status', width: 88 },
    { path: 'superiorId', width: 180 },
    { path: 'approvalNo' },
    { path: 'secretarySource', width: 110 },
    { path: 'phone', width: 120 },
  ],
  groups: [
    {
      label: '基本情况',
      paths: ['name', 'code', 'tier', 'formation', 'superiorId', 'superiorName', 'hostUnitId', 'phone'],
    },
    {
      label: '成立与状态',
      paths: [
        'foundedOn',
        'approvalNo',
        'approvedBy',
        'status',
        'statusSince',
        'statusReason',
        'statusDocument',
      ],
    },
    { label: '覆盖单位', paths: ['covers'] },
    { label: '任期', paths: ['termYears', 'termStart', 'postponedTo'] },
    { label: '班子', paths: ['posts', 'secretarySource', 'isSecretaryFullTime', 'hasDisciplineBody'] },
    { label: '备注', paths: ['remarks'] },
  ],
  views,
  derive: (org, { relations, ruleSet, asOf, nameOf }) => {
    const covers = openCovers(org, asOf);
    const termEnd = termEndOf(org, ruleSet.orgs);
    return {
      secretary: secretaryOf(org, asOf)?.name ?? null,
      coverCount: covers.length,
      coverNames: covers.map((cover) => nameOf(cover.unitId) ?? '（已删除）').join('、') || null,
      memberCount: countOrgMembers(org, { relations, ruleSet, asOf }).all,
      termEnd,
      isTermOver: termEnd !== null && termEnd < asOf,
    };
  },
  foundBy: '名称、代码、书记和委员',
  searched: (org) => ({
    names: [org.name, ...(org.code === null ? [] : [org.code])],
    people: Object.values(org.posts).map((post) => post.name),
  }),
};
