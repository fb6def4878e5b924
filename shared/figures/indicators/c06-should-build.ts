/** C6 应建未建 and its two companion lists: 应单独未单独 and 潜在应建. A unit is on one of them at most. */
import { one, type UnitIndicator } from '../indicator';

export const shouldBuildNotBuilt: UnitIndicator = {
  id: 'C6',
  subject: 'unit',
  label: '应建未建',
  form: 'count',
  base: '应建单位',
  rule: '关系在本单位的正式党员达到规定人数而没有党组织覆盖；社会组织只计专职人员',
  source: 'C6；P13',
  numerator: (f) => one(f.inScope && f.buildList === 'notBuilt'),
  denominator: (f) => one(f.inScope && f.isShouldBuild),
};

export const shouldBuildJointOnly: UnitIndicator = {
  id: 'C6b',
  subject: 'unit',
  label: '应单独未单独',
  form: 'count',
  base: '应建单位',
  rule: '正式党员达到规定人数，但只在联合党组织中',
  source: 'C6',
  numerator: (f) => one(f.inScope && f.buildList === 'jointOnly'),
  denominator: (f) => one(f.inScope && f.isShouldBuild),
};

export const potentialBuild: UnitIndicator = {
  id: 'C6c',
  subject: 'unit',
  label: '潜在应建',
  form: 'count',
  base: '纳入统计单位',
  rule: '加上关系不在本单位的正式党员后达到规定人数，没有党组织覆盖',
  source: 'C6',
  numerator: (f) => one(f.inScope && f.buildList === 'potential'),
  denominator: (f) => one(f.inScope),
};
