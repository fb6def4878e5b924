/** C21 培训达标 over the roster: members known only by number have no hours. */
import type { UnitIndicator } from '../indicator';

export const training: UnitIndicator = {
  id: 'C21',
  subject: 'unit',
  label: '党员培训达标率',
  form: 'share',
  base: '花名册党员',
  rule: '本年培训达到规定学时的党员÷花名册党员',
  source: 'C21；党员教育管理工作条例第20条',
  numerator: (f) => (f.inScope ? f.trainedMembers : 0),
  denominator: (f) => (f.inScope ? f.rosterMembers : 0),
};
