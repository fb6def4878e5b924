import { isCounted, scopeReasons } from '@shared/rules/unit-scope';
import { coverageStates, type UnitFacts } from './unit-facts';

/** Why a unit counts as it does, in one line: what covers it and by whom, or why it is not counted at all. */
export function describeCoverage(unit: UnitFacts): string {
  if (!isCounted(unit)) return scopeReasons[unit.scopeReason];
  const state = coverageStates[unit.coverageState];
  const cover = unit.coverOrgName === null ? state : `${state}：${unit.coverOrgName}`;
  return `${cover} · 正式党员 ${unit.fullMembersHere} 人`;
}
