/** What to do this week, derived from the facts of the day. Nothing here is stored: done work leaves the list itself. */
import type { PartyOrg } from '@shared/domain/party-org';
import type { RuleSet } from '@shared/domain/rule-set';
import { dueTerms } from '@shared/duties/due-terms';
import { isMemberCountOpen } from '@shared/duties/unit-duties';
import type { FigureSet } from '@shared/figures/indicator';
import type { UnitFacts } from '@shared/figures/unit-facts';
import type { ListSpec, TaskId } from './list-spec';

export interface Task {
  readonly spec: ListSpec;
  readonly label: string;
  /** Why it is on the list, in one phrase. */
  readonly reason: string;
  readonly count: number;
  readonly measure: '户' | '个';
}

export const taskLabels: Readonly<Record<TaskId, string>> = {
  termDue: '换届到期',
  notVisited: '本月未走访',
  nearlySix: '六有只差一步',
  memberDifference: '党员数待核',
};

export type UnitTaskId = Exclude<TaskId, 'termDue'>;

/** Whether a unit in scope is on a list, on the day its facts were derived for. */
const unitTaskRules: Readonly<Record<UnitTaskId, (facts: UnitFacts, asOf: string) => boolean>> = {
  // Somebody is assigned, but nobody came since the month began.
  notVisited: (facts, asOf) =>
    (facts.hasInstructor || facts.hasLiaison) &&
    (facts.lastVisitOn === null || facts.lastVisitOn < `${asOf.slice(0, 7)}-01`),
  nearlySix: (facts) => facts.isSixAssessed && facts.isSixBasic,
  memberDifference: isMemberCountOpen,
};

export function unitsOfTask(task: UnitTaskId, facts: readonly UnitFacts[], asOf: string): UnitFacts[] {
  return facts.filter((unit) => unit.inScope && unitTaskRules[task](unit, asOf));
}

export interface TaskInputs {
  readonly figures: Pick<FigureSet, 'C4' | 'C6'>;
  readonly facts: readonly UnitFacts[];
  readonly orgs: readonly PartyOrg[];
  readonly rules: RuleSet['orgs'];
  readonly asOf: string;
}

export function deriveTasks({ figures, facts, orgs, rules, asOf }: TaskInputs): Task[] {
  const due = dueTerms(orgs, rules, asOf);
  const overdue = due.filter((term) => term.isOverdue).length;
  const counted = (id: 'C4' | 'C6', label: string, reason: string): Task => ({
    spec: { kind: 'figure', id, part: 'in' },
    label,
    reason,
    measure: '户',
    count: figures[id].numerator,
  });
  const units = (task: UnitTaskId, reason: string): Task => ({
    spec: { kind: 'task', task },
    label: taskLabels[task],
    reason,
    measure: '户',
    count: unitsOfTask(task, facts, asOf).length,
  });
  return [
    counted('C6', '应建未建', '正式党员够数，尚无党组织'),
    counted('C4', '空白点', '组织、工作都没有覆盖'),
    {
      spec: { kind: 'task', task: 'termDue' },
      label: taskLabels.termDue,
      reason: overdue > 0 ? `其中 ${overdue} 个已逾期` : `${rules.termNoticeMonths} 个月内届满`,
      measure: '个',
      count: due.length,
    },
    units('notVisited', '已选派指导员、联络员'),
    units('nearlySix', '基本达标，补齐即达标'),
    units('memberDifference', '花名册与填报数不一致'),
  ];
}
