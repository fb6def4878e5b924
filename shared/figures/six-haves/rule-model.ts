/** What an automatic rule of a criteria set sees and says. */
import type { CodeOf } from '@shared/domain/define';
import type { PartyOrg } from '@shared/domain/party-org';
import type { autoRules, Criterion } from '@shared/domain/rule-set';
import type { Unit } from '@shared/domain/unit';
import type { FactsContext } from '../facts-context';

export interface RuleInput extends FactsContext {
  readonly unit: Unit;
  /** The organization behind the coverage of the unit; null = none. */
  readonly org: PartyOrg | null;
}

/** One thing that is still needed, in two lengths. */
export interface Shortfall {
  /** As the unit's page says it: what to do. */
  readonly toDo: string;
  /** As a narrow column prints it: what is short. */
  readonly gap: string;
}

export interface Explanation {
  /** What was found, in Chinese. */
  readonly why: string;
  /** What is still needed, one by one; empty when nothing is. */
  readonly shortfalls: readonly Shortfall[];
  /** The quantity table F6 prints: ㎡, 元, 次, 项 or 条; absent where there is nothing to count. */
  readonly amount?: number;
}

/** Sentences are made only when somebody opens the unit: counting 50,000 units must not build 300,000 of them. */
export interface RuleAnswer {
  readonly isMet: boolean;
  readonly explain: () => Explanation;
}

export type AutoRuleCode = CodeOf<typeof autoRules>;
export type AutoRule = (input: RuleInput, criterion: Criterion) => RuleAnswer;

/** A threshold of the criterion, or the rule's own default. */
export const limit = (criterion: Criterion, name: string, fallback: number): number =>
  criterion.thresholds[name] ?? fallback;
