/**
 * 有组织: an active organization covers the unit (joint accepted), with a secretary in post and a term that is not
 * overdue. Thresholds needsSecretary, needsTerm: 1 = asked for. A term that was never recorded is not overdue.
 */
import { secretaryOf, termEndOf } from '@shared/rules/org-state';
import { type AutoRule, limit } from './rule-model';

export const hasOrg: AutoRule = ({ org, asOf, ruleSet }, criterion) => {
  if (!org)
    return {
      isMet: false,
      explain: () => ({
        why: '没有党组织覆盖',
        shortfalls: [{ toDo: '单独或联合组建党组织', gap: '未建' }],
      }),
    };
  const lacksSecretary = limit(criterion, 'needsSecretary', 1) > 0 && secretaryOf(org, asOf) === null;
  const termEnd = termEndOf(org, ruleSet.orgs);
  const isOverdue = limit(criterion, 'needsTerm', 1) > 0 && termEnd !== null && termEnd < asOf;
  return {
    isMet: !lacksSecretary && !isOverdue,
    explain: () => {
      const term = termEnd === null ? '任期未填' : `任期至${termEnd}`;
      return {
        why: `${org.name}，${term}`,
        shortfalls: [
          ...(lacksSecretary ? [{ toDo: '配备书记', gap: '缺书记' }] : []),
          ...(isOverdue ? [{ toDo: `换届（任期已于${termEnd}届满）`, gap: '逾期未换届' }] : []),
        ],
      };
    },
  };
};
