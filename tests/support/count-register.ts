/** Facts and summary of a register on a day, with the rules in force on it. */
import type { Register } from '@shared/domain/collections';
import type { RuleSet } from '@shared/domain/rule-set';
import { buildRelations } from '@shared/figures/build-relations';
import { deriveAllSites } from '@shared/figures/derive-site-facts';
import { deriveAllFacts } from '@shared/figures/derive-unit-facts';
import { summarizeAll } from '@shared/figures/summarize';
import { rulesOn } from '@shared/rules/rule-set-on';

export function countRegister(
  register: Partial<Register>,
  asOf: string,
  switches: Partial<RuleSet['coverage']> = {},
) {
  const relations = buildRelations(register);
  const rules = rulesOn(relations, asOf);
  const ruleSet = { ...rules.ruleSet, coverage: { ...rules.ruleSet.coverage, ...switches } };
  const context = { ...rules, relations, ruleSet, asOf };
  const facts = deriveAllFacts(context);
  const sites = deriveAllSites(facts, context);
  const summary = summarizeAll(facts.values(), { asOf, ruleSetVersion: ruleSet.version }, sites.values());
  return { context, facts, sites, summary, ruleSet };
}
