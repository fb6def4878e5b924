/** The memo line under a table about units: what its base is, and which units are left out of it (domain reference C0). */
import { unitStatuses } from '@shared/domain/unit';
import type { ReportInput, UnitRow } from './report-input';
import { dayInWords } from './words';

/** @param all units of the table's type in its area, in scope of the figures or not. */
export function scopeMemo(input: ReportInput, all: readonly UnitRow[], noun: string): string[] {
  const inScope = all.filter(({ facts }) => facts.inScope).length;
  const base = `统计时点${dayInWords(input.asOf)}，纳入统计的${noun} ${inScope} 户，按${input.ruleSet.name}统计。`;
  const left = all.filter(({ facts }) => !facts.inScope);
  return left.length === 0 ? [base] : [base, leftOutLine(left, noun)];
}

function leftOutLine(left: readonly UnitRow[], noun: string): string {
  const parts = unitStatuses.codes
    .map((status) => ({ status, units: left.filter(({ facts }) => facts.status === status) }))
    .filter(({ units }) => units.length > 0)
    .map(({ status, units }) => `${unitStatuses.labels[status]} ${units.length} 户${orgsOf(units)}`);
  return `未纳入统计的${noun}：${parts.join('，')}。`;
}

function orgsOf(units: readonly UnitRow[]): string {
  const orgs = units.reduce((sum, { facts }) => sum + facts.seatOrgs, 0);
  return orgs === 0 ? '' : `（有党组织 ${orgs} 个）`;
}
