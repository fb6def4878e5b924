/** C2 单独组建率. */
import { one, type UnitIndicator } from '../indicator';

export const soloRate: UnitIndicator = {
  id: 'C2',
  subject: 'unit',
  label: '单独组建率',
  form: 'share',
  base: '纳入统计单位',
  rule: '单独建立党组织的单位÷纳入统计单位',
  source: 'C2；中办发〔2012〕11号',
  numerator: (f) => one(f.inScope && f.coverageState === 'solo'),
  denominator: (f) => one(f.inScope),
};
