/** Flat facts of one unit on one day, put together from its parts. */
import type { CriteriaSet, RuleSet } from '@shared/domain/rule-set';
import type { Unit } from '@shared/domain/unit';
import type { Relations } from '@shared/rules/relations';
import { deriveScope } from '@shared/rules/unit-scope';
import { deriveCoverage } from './derive-coverage';
import { deriveIdentity } from './derive-identity';
import { deriveMembers } from './derive-members';
import { deriveSeat } from './derive-seat';
import type { FactsContext } from './facts-context';
import { joinFacts } from './join-facts';
import { deriveSixHaves } from './six-haves/derive-six-haves';
import type { UnitFacts } from './unit-facts';

/**
 * @param relations the register on `asOf`: the present one for today, `registerOn` for a past day.
 * @param asOf YYYY-MM-DD; decides status, relations, assignments, stages and the periods of 六有.
 */
export function deriveUnitFacts(
  unit: Unit,
  relations: Relations,
  ruleSet: RuleSet,
  criteriaSet: CriteriaSet,
  asOf: string,
): UnitFacts {
  return deriveIn(unit, { relations, ruleSet, criteriaSet, asOf });
}

function deriveIn(unit: Unit, context: FactsContext): UnitFacts {
  const members = deriveMembers(unit, context);
  const coverage = deriveCoverage(unit, members, context);
  return joinFacts(
    deriveIdentity(unit, context),
    deriveScope(unit, context),
    members,
    coverage,
    deriveSeat(unit, context),
    deriveSixHaves(unit, coverage, context),
  );
}

/** Facts of every unit of the register, by unit id. */
export function deriveAllFacts(context: FactsContext): Map<string, UnitFacts> {
  const all = new Map<string, UnitFacts>();
  for (const unit of context.relations.documents.units.values()) all.set(unit.id, deriveIn(unit, context));
  return all;
}
