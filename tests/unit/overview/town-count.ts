/** Example town T as the overview sees it. */
import { buildRelations } from '@shared/figures/build-relations';
import { deriveAllSites } from '@shared/figures/derive-site-facts';
import { deriveAllFacts } from '@shared/figures/derive-unit-facts';
import type { GroupingName } from '@shared/figures/groupings';
import { summarize, summarizeAll } from '@shared/figures/summarize';
import { rulesOn } from '@shared/rules/rule-set-on';
import { buildTownT, townTAsOf } from '../../support/town-t';

export function countTown(asOf = townTAsOf) {
  const register = buildTownT();
  const relations = buildRelations(register);
  const rules = rulesOn(relations, asOf);
  const facts = deriveAllFacts({ relations, ...rules, asOf });
  const sumContext = { asOf, ruleSetVersion: rules.ruleSet.version };
  const sites = [...deriveAllSites(facts, { relations, ...rules, asOf }).values()];
  const summary = summarizeAll(facts.values(), sumContext, sites);
  const groupsBy = (groupBy: GroupingName) => summarize(facts.values(), groupBy, sumContext);
  return { register, relations, ...rules, asOf, facts: [...facts.values()], sites, summary, groupsBy };
}
