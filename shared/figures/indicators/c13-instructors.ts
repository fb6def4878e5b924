/** C13 指导员配备率 of the uncovered units, and units per instructor. */
import { one, type UnitIndicator } from '../indicator';

export const instructorRate: UnitIndicator = {
  id: 'C13',
  subject: 'unit',
  label: '指导员配备率',
  form: 'share',
  base: '未建党组织的单位',
  rule: '未建党组织且已选派指导员（联络员）的单位÷未建党组织的单位',
  source: 'C13；S1.4、P11',
  numerator: (f) => one(f.inScope && !f.hasOrg && f.hasInstructor),
  denominator: (f) => one(f.inScope && !f.hasOrg),
};

export const instructorLoad: UnitIndicator = {
  id: 'C13b',
  subject: 'unit',
  label: '指导员人均联系单位',
  form: 'ratio',
  base: '在岗指导员',
  rule: '有指导员（联络员）的单位÷在岗指导员（联络员）人数',
  source: 'C13；P11',
  numerator: (f) => one(f.inScope && f.instructorIds.length > 0),
  denominator: () => 0,
  distinctDenominator: (f) => (f.inScope ? f.instructorIds : []),
  decimals: 1,
};
