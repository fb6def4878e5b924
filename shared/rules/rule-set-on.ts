/** Which dated rules apply on a day. What an office stored comes before what the program brings along. */
import type { CriteriaSet, RuleSet } from '@shared/domain/rule-set';
import { defaultCriteriaCode, defaultCriteriaSets } from './default-criteria-sets';
import { defaultRuleSets } from './default-rule-sets';
import type { Relations } from './relations';

interface Dated {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The newest of the sets in force on the day (validFrom ≤ day < validTo); null when none is. */
export function findInForce<S extends Dated>(day: string, sets: readonly S[]): S | null {
  return sets.reduce<S | null>(
    (best, set) =>
      set.validFrom <= day &&
      (set.validTo === null || day < set.validTo) &&
      (best === null || set.validFrom > best.validFrom)
        ? set
        : best,
    null,
  );
}

/** @param stored sets of the office. Before the first known set, the first known set applies. */
export const ruleSetOn = (day: string, stored: readonly RuleSet[] = []): RuleSet =>
  findInForce(day, stored) ?? findInForce(day, defaultRuleSets) ?? defaultRuleSets[0];

export function criteriaSetOn(
  day: string,
  stored: readonly CriteriaSet[] = [],
  code: string = defaultCriteriaCode,
): CriteriaSet {
  const ofCode = (sets: readonly CriteriaSet[]) => sets.filter((set) => set.code === code);
  const brought = ofCode(defaultCriteriaSets);
  return (
    findInForce(day, ofCode(stored)) ?? findInForce(day, brought) ?? brought[0] ?? defaultCriteriaSets[0]
  );
}

export interface RulesInForce {
  readonly ruleSet: RuleSet;
  readonly criteriaSet: CriteriaSet;
}

/** Rules in force on a day with the settings of this register; the office chooses its criteria set by code. */
export function rulesOn(relations: Relations, day: string): RulesInForce {
  // Two sets that begin on one day must be told apart the same way everywhere, whatever order they are found in.
  const settings = [...relations.documents.settings.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const office = settings.find((setting) => setting.kind === 'office');
  return {
    ruleSet: ruleSetOn(
      day,
      settings.filter((setting) => setting.kind === 'ruleSet'),
    ),
    criteriaSet: criteriaSetOn(
      day,
      settings.filter((setting) => setting.kind === 'criteriaSet'),
      office?.criteriaCode ?? defaultCriteriaCode,
    ),
  };
}
