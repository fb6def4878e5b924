/** C5 组建率 of the units that have to build (three full members by default), and its solo variant. */
import { one, type UnitIndicator } from '../indicator';

export const formationRate: UnitIndicator = {
  id: 'C5',
  subject: 'unit',
  label: '组建率',
  form: 'share',
  base: '应建单位',
  rule: '应建单位中已有党组织覆盖的÷应建单位（正式党员达到规定人数）',
  source: 'C5',
  numerator: (f) => one(f.inScope && f.isShouldBuild && f.isOrgCovered),
  denominator: (f) => one(f.inScope && f.isShouldBuild),
};

export const soloFormationRate: UnitIndicator = {
  id: 'C5s',
  subject: 'unit',
  label: '单独组建率（应建单位）',
  form: 'share',
  base: '应建单位',
  rule: '应建单位中单独建立党组织的÷应建单位（正式党员达到规定人数）',
  source: 'C5',
  numerator: (f) => one(f.inScope && f.isShouldBuild && f.coverageState === 'solo'),
  denominator: (f) => one(f.inScope && f.isShouldBuild),
};
