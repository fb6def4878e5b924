/** C8 规上覆盖率, by the one definition of 规上 the rule set names. */
import { one, type UnitIndicator } from '../indicator';

export const aboveScaleCoverage: UnitIndicator = {
  id: 'C8',
  subject: 'unit',
  label: '规上企业组织覆盖率',
  form: 'share',
  base: '规上企业',
  rule: '有党组织覆盖的规上企业÷规上企业，规上口径由规则确定',
  source: 'C8；S1.2',
  numerator: (f) => one(f.inScope && f.isAboveScale === true && f.isOrgCovered),
  denominator: (f) => one(f.inScope && f.isAboveScale === true),
};
