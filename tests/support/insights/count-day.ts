/** The register as a device counts it on a day, from the documents it holds. */
import type { Register } from '@shared/domain/collections';
import { buildRelations } from '@shared/figures/build-relations';
import { deriveAllSites } from '@shared/figures/derive-site-facts';
import { deriveAllFacts } from '@shared/figures/derive-unit-facts';
import { registerOn } from '@shared/figures/register-on';
import type { DayFacts } from '@shared/insights/answer-sums';
import type { Documents } from '@shared/rules/relations';
import { rulesOn } from '@shared/rules/rule-set-on';

export interface CountedDay extends DayFacts {
  readonly documents: Documents;
}

export function countDay(register: Partial<Register>, asOf: string): CountedDay {
  const relations = buildRelations(registerOn(register, asOf));
  const { ruleSet, criteriaSet } = rulesOn(relations, asOf);
  const context = { relations, ruleSet, criteriaSet, asOf };
  const facts = deriveAllFacts(context);
  const sites = deriveAllSites(facts, context);
  return {
    asOf,
    ruleSetVersion: ruleSet.version,
    facts: [...facts.values()],
    sites: [...sites.values()],
    documents: relations.documents,
  };
}
