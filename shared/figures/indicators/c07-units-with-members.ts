/** C7: coverage of the units that have a member. */
import { one, type UnitIndicator } from '../indicator';

export const memberUnitCoverage: UnitIndicator = {
  id: 'C7',
  subject: 'unit',
  label: '有党员单位组织覆盖率',
  form: 'share',
  base: '有党员的单位',
  rule: '有党员且有党组织覆盖的单位÷有党员的单位（关系在本单位）',
  source: 'C7；S1.3',
  numerator: (f) => one(f.inScope && f.membersHere > 0 && f.isOrgCovered),
  denominator: (f) => one(f.inScope && f.membersHere > 0),
};
