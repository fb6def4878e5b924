/** C19 流动党员 among the members, with the shares of the scopes. */

import type { UnitIndicator } from '../indicator';
import type { UnitFacts } from '../unit-facts';

export const floating: UnitIndicator = {
  id: 'C19',
  subject: 'unit',
  label: '流动党员比例',
  form: 'share',
  base: '党员',
  rule: '流出党员÷党员（关系在本单位）',
  source: 'C19；S2',
  numerator: (f) => (f.inScope ? Math.min(f.floatingOut, f.membersHere) : 0),
  denominator: (f) => (f.inScope ? f.membersHere : 0),
};

/** Members away by scope, over units in scope; their sum is compared with the total by V6. */
export function floatingByScope(facts: Iterable<UnitFacts>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const unit of facts)
    if (unit.inScope)
      for (const [scope, count] of Object.entries(unit.floatingByScope))
        sums[scope] = (sums[scope] ?? 0) + count;
  return sums;
}
