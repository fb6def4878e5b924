/** C4 双覆盖: C1 and C3 as a pair; 全覆盖 only when nobody is left on either list of uncovered units. */
import type { Figure } from '../figure';
import { one, type UnitIndicator } from '../indicator';

/** 空白点: units reached neither by organization nor by work. */
export const blankSpots: UnitIndicator = {
  id: 'C4',
  subject: 'unit',
  label: '空白点',
  form: 'count',
  base: '纳入统计单位',
  rule: '既没有党组织覆盖、也没有工作覆盖的单位；两张未覆盖清单都为空才是全覆盖',
  source: 'C4；S4',
  numerator: (f) => one(f.inScope && f.isBlank),
  denominator: (f) => one(f.inScope),
};

export interface DualCoverage {
  readonly org: Figure;
  readonly work: Figure;
  /** Units missing in each; 全覆盖 needs both to be 0 and the base not to be empty. */
  readonly withoutOrg: number;
  readonly withoutWork: number;
  readonly isFull: boolean;
}

export function dualCoverage(org: Figure, work: Figure): DualCoverage {
  const withoutOrg = org.denominator - org.numerator;
  const withoutWork = work.denominator - work.numerator;
  return {
    org,
    work,
    withoutOrg,
    withoutWork,
    isFull: org.denominator > 0 && withoutOrg + withoutWork === 0,
  };
}
