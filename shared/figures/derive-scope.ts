/** Whether a unit is in the base of the figures on a day, and why (C0). */
import type { Unit } from '@shared/domain/unit';
import { isWithinGrace, statusOn } from '@shared/rules/unit-status';
import type { FactsContext } from './facts-context';
import type { ScopeFacts, ScopeReason } from './unit-facts';

type Context = Pick<FactsContext, 'ruleSet' | 'asOf'>;

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
