/** C17 发展结构 of the members who joined this year; whoever fits twice counts once. */
import type { UnitIndicator } from '../indicator';

export const developmentStructure: UnitIndicator = {
  id: 'C17',
  subject: 'unit',
  label: '发展党员结构',
  form: 'share',
  base: '本年新发展党员',
  rule: '一线、大专以上学历或35岁以下的新党员（不重复计）÷本年新发展党员',
  source: 'C17；S3',
  numerator: (f) => (f.inScope ? f.newMembersPreferred : 0),
  denominator: (f) => (f.inScope ? f.newMembers : 0),
};
