/** C3 工作覆盖率: any organization, an instructor or liaison, and mass organizations when the rule set counts them. */
import { one, type UnitIndicator } from '../indicator';

export const workCoverage: UnitIndicator = {
  id: 'C3',
  subject: 'unit',
  label: '工作覆盖率',
  form: 'share',
  base: '纳入统计单位',
  rule: '有党组织、选派了指导员（联络员）或按口径计入的群团组织的单位÷纳入统计单位',
  source: 'C3；S1.4、S4',
  numerator: (f) => one(f.inScope && f.isWorkCovered),
  denominator: (f) => one(f.inScope),
};
