/** Whether a unit is in the base of the figures on a day, and why (C0). */
import type { CodeOf } from '@shared/domain/define';
import type { Unit, unitStatuses } from '@shared/domain/unit';
import { isWithinGrace, statusOn } from './unit-status';
import type { ValidationContext } from './validation';

type Context = Pick<ValidationContext, 'ruleSet' | 'asOf'>;

/** In the words of a list: whether the unit counts, then why. */
export const scopeReasons = {
  operating: '纳入统计（正常经营）',
  suspendedWithinGrace: '纳入统计（停产停业未满规定月数）',
  preparing: '不纳入统计（筹建）',
  suspended: '不纳入统计（停产停业）',
  shell: '不纳入统计（空壳）',
  revoked: '不纳入统计（吊销）',
  deregistered: '不纳入统计（注销）',
  movedOut: '不纳入统计（迁出）',
  merged: '不纳入统计（合并）',
  notYet: '不纳入统计（当时尚未成立）',
  branchOffice: '不纳入统计（分支机构，随总部）',
  soleTrader: '单列统计（个体工商户）',
} as const;
export type ScopeReason = keyof typeof scopeReasons;

/** A unit counts for these, and for no other. */
export const countingReasons: ReadonlySet<ScopeReason> = new Set(['operating', 'suspendedWithinGrace']);

/** The reason alone, for a list whose head already says whether the units count. */
export const shortScopeReason = (reason: ScopeReason): string =>
  scopeReasons[reason].replace(/^.*（(.+)）$/u, '$1');

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
  const isIn = countingReasons.has(reason);
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

/** In some base: of the two-new units, or of the sole traders with their own series. */
export const isCounted = (facts: Pick<ScopeFacts, 'inScope' | 'isSoleTraderInScope'>): boolean =>
  facts.inScope || facts.isSoleTraderInScope;
