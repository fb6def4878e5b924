/** Whether a unit is in the base of the figures on a day, and why (C0). */
import type { CodeOf } from '@shared/domain/define';
import type { Unit, unitStatuses } from '@shared/domain/unit';
import { isWithinGrace, statusOn } from './unit-status';
import type { ValidationContext } from './validation';

type Context = Pick<ValidationContext, 'ruleSet' | 'asOf'>;

export const scopeReasons = {
  operating: '正常经营，纳入统计',
  suspendedWithinGrace: '停产停业未满规定月数，仍纳入统计',
  preparing: '筹建，不纳入统计',
  suspended: '停产停业，不纳入统计',
  shell: '空壳，不纳入统计',
  revoked: '吊销，不纳入统计',
  deregistered: '注销，不纳入统计',
  movedOut: '迁出，不纳入统计',
  merged: '合并，不纳入统计',
  notYet: '当时尚未成立或尚未经营，不纳入统计',
  branchOffice: '无独立信用代码的分支机构，随总部统计',
  soleTrader: '个体工商户，单列统计',
} as const;
export type ScopeReason = keyof typeof scopeReasons;

export interface ScopeFacts {
  readonly status: CodeOf<typeof unitStatuses>;
  /** In the base of the figures on the day. */
  readonly inScope: boolean;
  /** Sole trader that would be in scope: the base of their own series. */
  readonly isSoleTraderInScope: boolean;
  readonly scopeReason: ScopeReason;
}

export function deriveScope(unit: Unit, { ruleSet, asOf }: Context): ScopeFacts {
  const now = statusOn(unit, asOf);
  const status = now?.status ?? unit.status;
  const reason = scopeReasonOf(unit, now, ruleSet.coverage.suspendedMonthsInScope, asOf);
  const isIn = reason === 'operating' || reason === 'suspendedWithinGrace';
  const isSoleTrader = unit.unitType === 'individualBusiness';
  return {
    status,
    inScope: isIn && !isSoleTrader,
    isSoleTraderInScope: isIn && isSoleTrader,
    scopeReason: isIn && isSoleTrader ? 'soleTrader' : reason,
  };
}

function scopeReasonOf(
  unit: Unit,
  now: ReturnType<typeof statusOn>,
  graceMonths: number,
  asOf: string,
): ScopeReason {
  if (now === null) return 'notYet';
  if (unit.headUnitId !== null && unit.uscc === null) return 'branchOffice';
  if (now.status === 'suspended' && isWithinGrace(now.since, graceMonths, asOf))
    return 'suspendedWithinGrace';
  return now.status;
}

/** In the base of the two-new figures on the day. */
export const isInScope = (unit: Unit, context: Context): boolean => deriveScope(unit, context).inScope;
