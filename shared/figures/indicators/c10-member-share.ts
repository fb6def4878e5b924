/** C10 党员占从业人员比, in the units whose staff is known: members of the others would have no base. */
import type { UnitIndicator } from '../indicator';

export const memberShare: UnitIndicator = {
  id: 'C10',
  subject: 'unit',
  label: '党员占从业人员比例',
  form: 'percent',
  base: '从业人员',
  rule: '在纳入统计单位工作的党员÷从业人员（只计已填从业人员的单位）',
  source: 'C10；S1.2',
  numerator: (f) => (f.inScope && f.staff !== null ? f.membersWorking : 0),
  denominator: (f) => (f.inScope ? (f.staff ?? 0) : 0),
};
