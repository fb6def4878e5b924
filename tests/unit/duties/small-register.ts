/** One unit, one branch, one instructor: registers small enough to see by eye which duty must come out. */
import type { Register } from '@shared/domain/collections';
import type { RuleSet } from '@shared/domain/rule-set';
import type { Duty, DutyKind } from '@shared/duties/duty';
import { listDuties } from '@shared/duties/list-duties';
import { buildDocument, type Draft } from '../../support/build-documents';
import { countRegister } from '../../support/count-register';

export const unit = (more: Partial<Draft<'units'>> = {}) =>
  buildDocument('units', {
    id: 'u',
    unitType: 'enterprise',
    name: '甲公司',
    townshipId: 't',
    status: 'operating',
    ...more,
  });
export const org = (more: Partial<Draft<'partyOrgs'>> = {}) =>
  buildDocument('partyOrgs', { id: 'o', name: '中共甲支部', tier: 'branch', status: 'active', ...more });
export type Plan = { per: 'week' | 'month' | 'quarter'; times: number } | null;
export const instructor = (
  assignment: Record<string, unknown> = {},
  more: Partial<Draft<'instructors'>> = {},
) =>
  buildDocument('instructors', {
    id: 'i',
    name: '李指导',
    role: 'instructor',
    assignments: { a: { unitId: 'u', from: '2025-01-01', ...assignment } },
    ...more,
  });
export const visit = (on: string, more: Record<string, unknown> = {}) =>
  buildDocument('records', {
    id: `v${on}`,
    kind: 'visit',
    on,
    unitId: 'u',
    byKind: 'instructor',
    by: '李指导',
    instructorId: 'i',
    mode: 'onSite',
    ...more,
  });
export const person = (more: Partial<Draft<'people'>>) =>
  buildDocument('people', { id: 'p', name: '王某', stage: 'full', workUnitId: 'u', ...more });

export function duties(
  register: Partial<Register>,
  asOf: string,
  change?: (rules: RuleSet) => RuleSet,
): Duty[] {
  const { context, facts } = countRegister(register, asOf);
  const ruleSet = change ? change(context.ruleSet) : context.ruleSet;
  return listDuties({ relations: context.relations, facts, ruleSet, asOf });
}
export const only = (kind: DutyKind, found: readonly Duty[]) => found.filter((duty) => duty.kind === kind);
/** Day and state of the one duty of a kind. */
export const shown = (kind: DutyKind, found: readonly Duty[]): string => {
  const [first, ...rest] = only(kind, found).map(({ dueOn, state }) => `${dueOn ?? '无'} ${state}`);
  return rest.length > 0 ? `${rest.length + 1} duties` : (first ?? 'none');
};
