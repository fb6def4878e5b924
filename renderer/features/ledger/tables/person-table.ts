/** 党员: the roster of members and of those on the way. */
import type { Person } from '@shared/domain/person';
import { addMonths, firstDayOf } from '@shared/lib/day';
import { isMemberStage, stageOn } from '@shared/rules/member-stage';
import { hasProblems, missingView } from './problem-views';
import type { LedgerRow, LedgerViewDefinition, TableModel } from './table-model';
import { isOverdue, isThisMonth } from './view-dates';

const beforeMember: ReadonlySet<string> = new Set(['applicant', 'activist', 'candidate']);

/** A probationary member becomes a full one a year after joining, unless the period was extended. */
const conversionDueOn = ({ stage, joinedOn }: Person): string | null =>
  stage === 'probationary' && joinedOn !== null ? addMonths(firstDayOf(joinedOn), 12) : null;

const stageView = (
  id: string,
  label: string,
  hint: string,
  stages: readonly string[],
): LedgerViewDefinition<Person> => ({
  id,
  label,
  hint,
  isListed: ({ document }, { asOf }) => stages.includes(stageOn(document, asOf) ?? ''),
});

const views: readonly LedgerViewDefinition<Person>[] = [
  {
    id: 'all',
    label: '全部党员',
    hint: '正式党员和预备党员',
    isListed: ({ document }, { asOf }) => isMemberStage(stageOn(document, asOf)),
  },
  stageView('full', '正式党员', '统计时点的正式党员', ['full']),
  stageView('probationary', '预备党员', '统计时点的预备党员', ['probationary']),
  {
    id: 'conversionDue',
    label: '本月应转正',
    hint: '预备期在本月满一年的预备党员',
    isListed: ({ document }, { asOf }) => isThisMonth(conversionDueOn(document), asOf),
  },
  {
    id: 'conversionOverdue',
    label: '超期未转正',
    hint: '预备期在本月以前就已满一年、还没有转正的预备党员',
    isListed: ({ document }, { asOf }) => isOverdue(conversionDueOn(document), asOf),
  },
  {
    id: 'developing',
    label: '发展对象等',
    hint: '入党申请人、积极分子、发展对象',
    isListed: ({ document }) => beforeMember.has(document.stage),
  },
  {
    id: 'floating',
    label: '流动党员',
    hint: '登记为流出或流入的党员',
    isListed: ({ document }) => document.floatState === 'out' || document.floatState === 'in',
  },
  {
    id: 'lost',
    label: '失联党员',
    hint: '登记了失联起始时间的党员',
    isListed: ({ document }) => document.lostSince !== null,
  },
  stageView('exited', '已减少', '转出、去世、除名等', ['exited']),
  {
    id: 'problems',
    label: '有问题待核',
    hint: '证件号、电话等填写有误或需要核对的',
    isListed: hasProblems,
  },
  missingView,
];

const age = ({ document, derived }: LedgerRow<Person>): number | null => {
  const asOf = derived['asOf'];
  if (document.birthOn === null || typeof asOf !== 'string') return null;
  const years = Number(asOf.slice(0, 4)) - Number(document.birthOn.slice(0, 4));
  return asOf.slice(5) < document.birthOn.slice(5) ? years - 1 : years;
};

export const personTable: TableModel<'people'> = {
  table: 'people',
  title: '党员',
  noun: '党员',
  measure: '名',
  columns: [
    { path: 'name', width: 100, isPinnedAtFirst: true, isLink: true },
    { path: 'stage', width: 96 },
    { path: 'gender', width: 64 },
    { id: 'age', label: '年龄', group: '自动计算', kind: { type: 'number' }, width: 60, value: age },
    { path: 'education', width: 92 },
    { path: 'relationOrgId', width: 240 },
    { path: 'workUnitId', width: 220 },
    { path: 'jobKind', width: 110 },
    { path: 'joinedOn' },
    { path: 'fullOn' },
    { path: 'phone', width: 120 },
    { path: 'idNo', width: 176 },
    { path: 'duesThrough', width: 88 },
    { path: 'floatState', width: 84 },
  ],
  groups: [
    {
      label: '基本情况',
      paths: ['name', 'gender', 'idNo', 'idNoLegacy', 'birthOn', 'ethnicity', 'education', 'phone'],
    },
    {
      label: '党籍',
      paths: [
        'stage',
        'stageSince',
        'joinedOn',
        'fullOn',
        'relationOrgId',
        'relationOrgName',
        'relationFrom',
      ],
    },
    { label: '工作', paths: ['workUnitId', 'workFrom', 'jobKind', 'isFullTime', 'badgeNo', 'isRetired'] },
    {
      label: '党费与管理',
      paths: ['duesBase', 'duesThrough', 'isHardship', 'floatState', 'lostSince', 'suspendedOn'],
    },
    { label: '培训', paths: ['training'] },
    { label: '表彰', paths: ['honours'] },
    { label: '民主评议', paths: ['appraisals'] },
    { label: '备注', paths: ['remarks'] },
  ],
  views,
  derive: (_person, { asOf }) => ({ asOf }),
  foundBy: '姓名、证件号、组织关系',
  searched: ({ name, idNo, relationOrgName }) => ({
    names: [idNo, relationOrgName].filter((text) => text !== null),
    people: [name],
  }),
};
