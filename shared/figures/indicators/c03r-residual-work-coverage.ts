/** C3r: instructors among the units without an organization; some counties print this one as 工作覆盖率. */
import { one, type UnitIndicator } from '../indicator';

export const residualWorkCoverage: UnitIndicator = {
  id: 'C3r',
  subject: 'unit',
  label: '未建单位工作覆盖率',
  form: 'share',
  base: '未建党组织的单位',
  rule: '未建党组织单位中已选派指导员（联络员）的÷未建党组织的单位',
  source: 'C3r',
  numerator: (f) => one(f.inScope && !f.hasOrg && f.hasInstructor),
  denominator: (f) => one(f.inScope && !f.hasOrg),
};
