/** C18 积极分子: per branch a range, for a township the sum of the ranges. */
import type { RuleSet } from '@shared/domain/rule-set';
import type { UnitIndicator } from '../indicator';

export const activists: UnitIndicator = {
  id: 'C18',
  subject: 'unit',
  label: '入党积极分子',
  form: 'count',
  base: '党组织',
  rule: '入党积极分子人数，每个支部5至20人，按党组织数合计目标',
  source: 'C18；S0',
  numerator: (f) => (f.inScope ? f.activists : 0),
  denominator: (f) => (f.inScope ? f.seatOrgs : 0),
};

/** Target of a set of organizations: 12 organizations → 60–240 with the default limits. */
export const activistRange = (orgs: number, rules: RuleSet['orgs']): { min: number; max: number } => ({
  min: orgs * rules.activistsPerBranchMin,
  max: orgs * rules.activistsPerBranchMax,
});
