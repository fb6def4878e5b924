/** 两新组织: the units with their coverage, members and 六有 on the as-of date. */

import type { CellTone } from '@renderer/components/data-grid/grid-types';
import type { Unit } from '@shared/domain/unit';
import { buildLists, type CoverageState, coverageStates, type UnitFacts } from '@shared/figures/unit-facts';
import { isCounted, type ScopeReason, scopeReasons } from '@shared/rules/unit-scope';
import { groupOptions } from './options';
import { hasProblems, missingView } from './problem-views';
import type { DerivedColumn, LedgerRow, LedgerViewDefinition, TableModel } from './table-model';
import { unitGroups } from './unit-groups';

type Row = LedgerRow<Unit>;

const coverageTones: Readonly<Record<CoverageState, CellTone>> = {
  solo: 'good',
  joint: 'good',
  regional: 'good',
  affiliated: 'good',
  work: 'info',
  massOnly: 'warning',
  blank: 'bad',
};
/** Shorter than the official words, for a narrow column. */
const coverageWords: Readonly<Record<CoverageState, string>> = {
  ...coverageStates,
  regional: '区域（行业）组织',
  work: '工作覆盖',
};

/** Instead of a state of coverage, for units outside every count. */
const outsideWords = Object.fromEntries(
  Object.entries(scopeReasons).filter(
    ([reason]) => !['operating', 'suspendedWithinGrace', 'soleTrader'].includes(reason),
  ),
);
const coverageOf = ({ facts }: Row): string | null => {
  if (facts === null) return null;
  return isCounted(facts) ? facts.coverageState : facts.scopeReason;
};

const group = '覆盖与党建（自动计算）';

const isSixShown = (facts: UnitFacts | null): facts is UnitFacts =>
  facts !== null && isCounted(facts) && facts.isSixAssessed;

const derivedColumns = {
  coverage: {
    id: 'coverage',
    label: '覆盖情况',
    group,
    kind: { type: 'choice', options: groupOptions({ ...coverageWords, ...outsideWords }) },
    value: coverageOf,
    tone: ({ facts }) =>
      facts === null ? null : isCounted(facts) ? coverageTones[facts.coverageState] : 'muted',
    width: 168,
    hint: '按统计时点的党组织、指导员联络员和群团组织自动判定；不纳入统计的写明原因',
  },
  coverOrg: {
    id: 'coverOrg',
    label: '覆盖的党组织',
    group,
    kind: { type: 'text' },
    value: ({ facts }) => facts?.coverOrgName ?? null,
    width: 200,
  },
  instructors: {
    id: 'instructors',
    label: '指导员/联络员',
    group,
    kind: { type: 'text' },
    value: ({ derived }) => derived['instructors'] ?? null,
    width: 110,
  },
  members: {
    id: 'members',
    label: '党员数',
    group,
    kind: { type: 'number' },
    value: ({ facts }) => facts?.membersHere ?? null,
    width: 72,
    total: 'sum',
    hint: '关系在本单位的党员；花名册不全时用填报数',
  },
  fullMembers: {
    id: 'fullMembers',
    label: '正式党员',
    group,
    kind: { type: 'number' },
    value: ({ facts }) => facts?.fullMembersHere ?? null,
    width: 80,
    total: 'sum',
    isHiddenAtFirst: true,
  },
  sixMet: {
    id: 'sixMet',
    label: '六有',
    group,
    kind: { type: 'number' },
    value: ({ facts }) => (isSixShown(facts) ? facts.sixMet : null),
    tone: ({ facts }) => (isSixShown(facts) && facts.isSixPassed ? 'good' : null),
    width: 60,
    hint: '已达到的项数；不纳入统计的、没有党组织也没有评估表的单位不评',
  },
  sixMissing: {
    id: 'sixMissing',
    label: '六有缺项',
    group,
    kind: { type: 'text' },
    value: ({ derived }) => derived['sixMissing'] ?? null,
    width: 180,
    isHiddenAtFirst: true,
  },
  lastVisit: {
    id: 'lastVisit',
    label: '最近走访',
    group,
    kind: { type: 'date' },
    value: ({ facts }) => facts?.lastVisitOn ?? null,
    width: 100,
    isHiddenAtFirst: true,
  },
  buildList: {
    id: 'buildList',
    label: '组建清单',
    group,
    kind: { type: 'choice', options: groupOptions(buildLists) },
    value: ({ facts }) => (facts !== null && isCounted(facts) ? facts.buildList : null),
    width: 100,
    isHiddenAtFirst: true,
  },
  scope: {
    id: 'scope',
    label: '是否纳入统计',
    group,
    kind: { type: 'choice', options: groupOptions<ScopeReason>(scopeReasons) },
    value: ({ facts }) => facts?.scopeReason ?? null,
    width: 180,
    isHiddenAtFirst: true,
  },
} satisfies Record<string, DerivedColumn<Unit>>;

const inScope = (row: Row): boolean => row.facts?.inScope === true;
const idle: ReadonlySet<string> = new Set(['suspended', 'preparing', 'shell']);
const gone: ReadonlySet<string> = new Set(['revoked', 'deregistered', 'movedOut', 'merged']);

const views: readonly LedgerViewDefinition<Unit>[] = [
  { id: 'all', label: '全部', hint: '本级及下级的全部单位，含不纳入统计的', isListed: () => true },
  {
    id: 'notBuilt',
    label: '应建未建',
    hint: '正式党员达到组建条件、没有党组织的单位',
    isListed: (row) => inScope(row) && row.facts?.buildList === 'notBuilt',
  },
  {
    id: 'blank',
    label: '空白点',
    hint: '纳入统计、既没有组织覆盖也没有工作覆盖的单位',
    isListed: (row) => inScope(row) && row.facts?.isBlank === true,
  },
  {
    id: 'aboveScale',
    label: '规上',
    hint: '纳入统计、按现行口径认定为规模以上的单位',
    isListed: (row) => inScope(row) && row.facts?.isAboveScale === true,
  },
  {
    id: 'plannedThisMonth',
    label: '到期应组建',
    hint: '纳入统计、拟建时间在本月或已经过期、还没有党组织的单位',
    isListed: ({ document, facts }, { asOf }) =>
      facts?.inScope === true &&
      !facts.hasOrg &&
      document.plannedBuildOn !== null &&
      document.plannedBuildOn.slice(0, 7) <= asOf.slice(0, 7),
  },
  {
    id: 'sixOpen',
    label: '六有未达标',
    hint: '已建组织或已评估、六有没有达标的单位',
    isListed: (row) => inScope(row) && row.facts?.isSixAssessed === true && !row.facts.isSixPassed,
  },
  {
    id: 'idle',
    label: '停产/筹建',
    hint: '停产停业、筹建、空壳的单位',
    isListed: ({ document }) => idle.has(document.status),
  },
  {
    id: 'gone',
    label: '注销迁出',
    hint: '吊销、注销、迁出、合并的单位',
    isListed: ({ document }) => gone.has(document.status),
  },
  {
    id: 'problems',
    label: '有问题待核',
    hint: '代码、电话等填写有误或需要核对的单位',
    isListed: hasProblems,
  },
  missingView,
];

export const unitTable: TableModel<'units'> = {
  table: 'units',
  title: '两新组织',
  noun: '单位',
  measure: '户',
  columns: [
    { path: 'name', width: 230, isPinnedAtFirst: true, isLink: true },
    derivedColumns.coverage,
    { path: 'townshipId', width: 96 },
    { path: 'status', width: 88 },
    { path: 'staff', width: 84, hasTotal: true },
    derivedColumns.members,
    derivedColumns.coverOrg,
    derivedColumns.instructors,
    derivedColumns.sixMet,
    { path: 'uscc', width: 176 },
    { path: 'unitType', width: 112 },
    { path: 'ownership', width: 110 },
    { path: 'aboveScale', width: 72 },
    { path: 'industryCode', width: 140 },
    { path: 'owner.name', width: 92 },
    { path: 'contact.name', width: 84 },
    { path: 'contact.phone', width: 120 },
    derivedColumns.sixMissing,
    derivedColumns.fullMembers,
    derivedColumns.lastVisit,
    derivedColumns.buildList,
    derivedColumns.scope,
  ],
  groups: unitGroups,
  views,
  derive: (unit, { relations, criteriaSet, factsOf }) => {
    const facts = factsOf(unit.id);
    const missing = criteriaSet.items.filter((item) => facts?.sixItems[item.code] !== true);
    const names = (facts?.instructorIds ?? []).flatMap(
      (id) => relations.documents.instructors.get(id)?.name ?? [],
    );
    return {
      instructors: names.join('、') || null,
      sixMissing: isSixShown(facts) ? missing.map((item) => item.label).join('、') || null : null,
    };
  },
  foundBy: '名称、代码、联系人',
  searched: (unit) => ({
    names: [unit.name, ...unit.formerNames, ...(unit.uscc === null ? [] : [unit.uscc])],
    people: [unit.owner.name, unit.legalRep, unit.contact.name].filter((name) => name !== null),
  }),
};
