/** C9 双达标: 50 staff with a member, 100 staff with an organization; met when both are complete. */
import type { Figure } from '../figure';
import { one, type UnitIndicator } from '../indicator';

export const membersIn50: UnitIndicator = {
  id: 'C9a',
  subject: 'unit',
  label: '50人以上单位有党员',
  form: 'share',
  base: '从业人员50人以上的单位',
  rule: '从业人员50人以上单位中有党员的÷50人以上的单位',
  source: 'C9；S1.2',
  numerator: (f) => one(f.inScope && f.has50 && f.membersHere > 0),
  denominator: (f) => one(f.inScope && f.has50),
};

export const orgsIn100: UnitIndicator = {
  id: 'C9b',
  subject: 'unit',
  label: '100人以上单位有党组织',
  form: 'share',
  base: '从业人员100人以上的单位',
  rule: '从业人员100人以上单位中有党组织覆盖的÷100人以上的单位',
  source: 'C9；S1.2',
  numerator: (f) => one(f.inScope && f.has100 && f.isOrgCovered),
  denominator: (f) => one(f.inScope && f.has100),
};

type Fraction = Pick<Figure, 'numerator' | 'denominator'>;

/** Both parts complete; null when there is no unit of either size, so nothing to meet. */
export function isDoubleStandardMet(members: Fraction, orgs: Fraction): boolean | null {
  if (members.denominator + orgs.denominator === 0) return null;
  return members.numerator === members.denominator && orgs.numerator === orgs.denominator;
}
