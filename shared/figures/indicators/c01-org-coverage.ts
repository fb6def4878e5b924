/** C1 组织覆盖率. 挂靠 and regional organizations count when the rule set says so. */
import { one, type UnitIndicator } from '../indicator';

export const orgCoverage: UnitIndicator = {
  id: 'C1',
  subject: 'unit',
  label: '组织覆盖率',
  form: 'share',
  base: '纳入统计单位',
  rule: '有党组织覆盖的单位÷纳入统计单位，按单位计数，联合党支部覆盖几家计几家',
  source: 'C1；中办发〔2012〕11号',
  numerator: (f) => one(f.inScope && f.isOrgCovered),
  denominator: (f) => one(f.inScope),
};
