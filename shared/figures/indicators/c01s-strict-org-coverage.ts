/** C1s: C1 for units that have a member themselves. */
import { one, type UnitIndicator } from '../indicator';

export const strictOrgCoverage: UnitIndicator = {
  id: 'C1s',
  subject: 'unit',
  label: '组织覆盖率（严格口径）',
  form: 'share',
  base: '纳入统计单位',
  rule: '有党组织覆盖且本单位至少有1名党员的单位÷纳入统计单位',
  source: 'C1s',
  numerator: (f) => one(f.inScope && f.isOrgCovered && f.membersHere > 0),
  denominator: (f) => one(f.inScope),
};
