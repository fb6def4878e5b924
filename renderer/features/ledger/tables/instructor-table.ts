/** 指导员、联络员: who was sent, from where, to which units. */
import type { Assignment, Instructor } from '@shared/domain/instructor';
import { holdsOn } from '@shared/domain/span';
import { assignedUnits, isInService } from '@shared/rules/org-state';
import { hasProblems, missingView } from './problem-views';
import type { DerivedColumn, LedgerViewDefinition, TableModel } from './table-model';
import { isOverdue, isThisMonth } from './view-dates';

const group = '自动计算';
const derivedColumn = (
  id: string,
  label: string,
  more: Pick<DerivedColumn<Instructor>, 'kind'> & Partial<DerivedColumn<Instructor>>,
): DerivedColumn<Instructor> => ({ id, label, group, value: ({ derived }) => derived[id] ?? null, ...more });

const openAssignments = (instructor: Instructor, asOf: string): Assignment[] =>
  isInService(instructor, asOf)
    ? Object.values(instructor.assignments).filter((assignment) => holdsOn(assignment, asOf))
    : [];

const views: readonly LedgerViewDefinition<Instructor>[] = [
  {
    id: 'all',
    label: '在任',
    hint: '没有离任的指导员、联络员、特派员',
    isListed: ({ document }, { asOf }) => isInService(document, asOf),
  },
  {
    id: 'instructor',
    label: '指导员',
    hint: '在任的党建指导员',
    isListed: ({ document }, { asOf }) => document.role === 'instructor' && isInService(document, asOf),
  },
  {
    id: 'liaison',
    label: '联络员',
    hint: '在任的党建联络员',
    isListed: ({ document }, { asOf }) => document.role === 'liaison' && isInService(document, asOf),
  },
  {
    id: 'idle',
    label: '未派驻',
    hint: '在任、目前没有联系单位的',
    isListed: ({ document, derived }, { asOf }) => isInService(document, asOf) && derived['load'] === 0,
  },
  {
    id: 'overloaded',
    label: '联系单位过多',
    hint: '联系单位超过规定数量的',
    isListed: ({ derived }) => derived['isOverloaded'] === true,
  },
  {
    id: 'due',
    label: '本月任期届满',
    hint: '有选派任期在本月届满的',
    isListed: ({ document }, { asOf }) =>
      openAssignments(document, asOf).some(({ plannedTo }) => isThisMonth(plannedTo, asOf)),
  },
  {
    id: 'overdue',
    label: '任期超期',
    hint: '有选派任期在本月以前就已届满、还没有续派或调整的',
    isListed: ({ document }, { asOf }) =>
      openAssignments(document, asOf).some(({ plannedTo }) => isOverdue(plannedTo, asOf)),
  },
  {
    id: 'left',
    label: '已离任',
    hint: '已经离任的指导员、联络员、特派员',
    isListed: ({ document }, { asOf }) => !isInService(document, asOf),
  },
  {
    id: 'problems',
    label: '有问题待核',
    hint: '证件号、电话等填写有误或需要核对的',
    isListed: hasProblems,
  },
  missingView,
];

export const instructorTable: TableModel<'instructors'> = {
  table: 'instructors',
  title: '指导员联络员',
  noun: '指导员、联络员',
  measure: '名',
  columns: [
    { path: 'name', width: 110, isPinnedAtFirst: true, isLink: true },
    { path: 'role', width: 104 },
    { path: 'grade', width: 84 },
    derivedColumn('load', '联系单位数', {
      kind: { type: 'number' },
      width: 92,
      total: 'sum',
      tone: ({ derived }) => (derived['isOverloaded'] === true ? 'bad' : null),
    }),
    derivedColumn('unitNames', '联系单位', { kind: { type: 'text' }, width: 300 }),
    { path: 'fromUnit', width: 180 },
    { path: 'post', width: 110 },
    { path: 'phone', width: 120 },
    { path: 'isFullTime', width: 84 },
    { path: 'politicalStatus', width: 100 },
    { path: 'leftOn' },
    { path: 'idNo', width: 176 },
    { path: 'remarks' },
  ],
  groups: [
    {
      label: '基本情况',
      paths: ['name', 'role', 'gender', 'isFullTime', 'politicalStatus', 'idNo', 'phone'],
    },
    { label: '派出', paths: ['fromUnit', 'post', 'grade', 'stationId', 'leftOn'] },
    { label: '选派单位', paths: ['assignments'] },
    { label: '备注', paths: ['remarks'] },
  ],
  views,
  derive: (instructor, { ruleSet, asOf, nameOf }) => {
    const unitIds = assignedUnits(instructor, asOf);
    return {
      load: unitIds.length,
      unitNames: unitIds.map((id) => nameOf(id) ?? '（已删除）').join('、') || null,
      isOverloaded: unitIds.length > ruleSet.orgs.instructorMaxLoad,
    };
  },
  foundBy: '姓名、派出单位',
  searched: ({ name, fromUnit }) => ({ names: fromUnit === null ? [] : [fromUnit], people: [name] }),
};
