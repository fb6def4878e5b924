/** C16 职代会 in unionized firms. */
import { one, type UnitIndicator } from '../indicator';

export const workersCongress: UnitIndicator = {
  id: 'C16',
  subject: 'unit',
  label: '建会企业职代会建制率',
  form: 'share',
  base: '已建工会的企业',
  rule: '已建职代会的÷已建工会的企业',
  source: 'C16；S1.2',
  numerator: (f) => one(f.inScope && f.unitType === 'enterprise' && f.hasUnion && f.hasWorkersCongress),
  denominator: (f) => one(f.inScope && f.unitType === 'enterprise' && f.hasUnion),
};
