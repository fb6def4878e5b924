/** C20 六有达标率 on two bases: the assessed units (with an organization or a form) and all in scope. */
import { one, type UnitIndicator } from '../indicator';

export const sixHavesAssessed: UnitIndicator = {
  id: 'C20',
  subject: 'unit',
  label: '六有达标率（已评估）',
  form: 'share',
  base: '已评估单位',
  rule: '六有达标的单位÷已评估单位（有党组织覆盖或有评估表）',
  source: 'C20；S4',
  numerator: (f) => one(f.inScope && f.isSixAssessed && f.isSixPassed),
  denominator: (f) => one(f.inScope && f.isSixAssessed),
};

export const sixHavesInScope: UnitIndicator = {
  id: 'C20b',
  subject: 'unit',
  label: '六有达标率（全部）',
  form: 'share',
  base: '纳入统计单位',
  rule: '六有达标的单位÷纳入统计单位',
  source: 'C20；S4',
  numerator: (f) => one(f.inScope && f.isSixAssessed && f.isSixPassed),
  denominator: (f) => one(f.inScope),
};
