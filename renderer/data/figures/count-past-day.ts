/** The register recounted as it stood on another day, in slices that leave the page free to paint. */
import type { Register } from '@shared/domain/collections';
import { buildRelations } from '@shared/figures/build-relations';
import { deriveAllSites } from '@shared/figures/derive-site-facts';
import { deriveUnitFacts } from '@shared/figures/derive-unit-facts';
import { registerOn } from '@shared/figures/register-on';
import { summarize } from '@shared/figures/summarize';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { rulesOn } from '@shared/rules/rule-set-on';
import { type FactsView, remember } from './facts-view';

/** Units between two breaths: well under one long task on an old office PC. */
const sliceSize = 300;

/**
 * @param breathe resolves when the page is idle again
 * @param isStale true once the answer is no longer wanted
 * @returns null when it went stale on the way
 */
export async function countPastDay(
  register: Register,
  asOf: string,
  breathe: () => Promise<void>,
  isStale: () => boolean,
): Promise<FactsView | null> {
  const then = registerOn(register, asOf);
  await breathe();
  const relations = buildRelations(then);
  const { ruleSet, criteriaSet } = rulesOn(relations, asOf);
  const facts = new Map<string, UnitFacts>();
  for (const unit of relations.documents.units.values()) {
    if (facts.size % sliceSize === 0) await breathe();
    if (isStale()) return null;
    facts.set(unit.id, deriveUnitFacts(unit, relations, ruleSet, criteriaSet, asOf));
  }
  const sites = deriveAllSites(facts, { relations, ruleSet, criteriaSet, asOf });
  const sumContext = { asOf, ruleSetVersion: ruleSet.version };
  return {
    asOf,
    isToday: false,
    isRecounting: false,
    facts,
    sites,
    relations,
    ruleSet,
    criteriaSet,
    sums: remember((groupBy) => summarize(facts.values(), groupBy, sumContext, sites.values())),
  };
}
