/** What the duties are derived from, and the few questions several of them ask. */
import type { PartyOrg } from '@shared/domain/party-org';
import type { RuleSet } from '@shared/domain/rule-set';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { addDays } from '@shared/lib/day';
import { openCovers } from '@shared/rules/org-state';
import type { Relations } from '@shared/rules/relations';
import type { Duty } from './duty';
import { stateOn } from './duty';

export interface DutyContext {
  readonly relations: Relations;
  /** Facts of all units on `asOf`. */
  readonly facts: ReadonlyMap<string, UnitFacts>;
  readonly ruleSet: RuleSet;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

export type DutyRule = RuleSet['duties'][string];

/** A rule of the rule set in force; null when the office has taken it out. */
export const ruleOf = ({ ruleSet }: DutyContext, name: string): DutyRule | null =>
  ruleSet.duties[name] ?? null;

/** Whether the reminder for a day has begun. Without reminder days it begins on the day itself. */
export const isReminded = (dueOn: string, { remindDays }: DutyRule, asOf: string): boolean =>
  addDays(dueOn, -Math.max(0, ...remindDays)) <= asOf;

/** A duty with its state, which follows from its day. */
export const dutyOf = (
  duty: Omit<Duty, 'state'>,
  { asOf }: DutyContext,
  rule: Pick<DutyRule, 'graceDays'> | null = null,
): Duty => ({ ...duty, state: stateOn(duty.dueOn, rule?.graceDays ?? 0, asOf) });

/** Township and villages of a unit; empty for a unit that is gone. */
export function placesOfUnit(unitId: string, { facts }: DutyContext): readonly string[] {
  const unit = facts.get(unitId);
  return unit ? [unit.townshipId, ...unit.villageIds] : [];
}

/** Places of the units an organization covers, and the place that keeps it (a village branch covers none of its own). */
export function placesOfOrg(org: PartyOrg, context: DutyContext): readonly string[] {
  const covered = openCovers(org, context.asOf).flatMap(({ unitId }) => placesOfUnit(unitId, context));
  return [...new Set([org.orgUnitId, ...covered])];
}
