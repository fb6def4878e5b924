/** C3e 有效工作覆盖: without mass organizations, and the instructor came in the period of the rule set. */
import { one, type UnitIndicator } from '../indicator';

export const effectiveWorkCoverage: UnitIndicator = {
  id: 'C3e',
  subject: 'unit',
  label: '有效工作覆盖率',
  form: 'share',
  base: '纳入统计单位',
  rule: '有党组织，或指导员在规定期内走访过的单位÷纳入统计单位，群团组织不计',
  source: 'C3e',
  numerator: (f) => one(f.inScope && f.isEffectivelyCovered),
  denominator: (f) => one(f.inScope),
};
