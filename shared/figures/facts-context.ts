/** What every derivation needs beside the unit itself. */
import type { CriteriaSet, RuleSet } from '@shared/domain/rule-set';
import type { Relations } from '@shared/rules/relations';

export interface FactsContext {
  readonly relations: Relations;
  readonly ruleSet: RuleSet;
  readonly criteriaSet: CriteriaSet;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}
