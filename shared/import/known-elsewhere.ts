/**
 * Values a ledger repeats that the register already knows from elsewhere: members counted from the roster, an
 * instructor from the assignments, a venue from the rooms. Storing them again as stated would call a file changed
 * that the register itself printed (decision 002).
 */
import { isSame } from '@shared/domain/changes';
import type { Register } from '@shared/domain/collections';
import { buildRelations } from '@shared/figures/build-relations';
import { deriveUnitFacts } from '@shared/figures/derive-unit-facts';
import type { FactsContext } from '@shared/figures/facts-context';
import { type StatedValues, statedValues } from '@shared/figures/stated-values';
import { rulesOn } from '@shared/rules/rule-set-on';

export class KnownElsewhere {
  #context: FactsContext | null = null;
  readonly #stated = new Map<string, StatedValues | null>();

  constructor(
    private readonly register: Register,
    private readonly asOf: string,
  ) {}

  /** True when the ledgers of the register print just this value in this field of the unit. */
  isRepeated(unitId: string, path: string, value: unknown): boolean {
    const stated = this.#statedOf(unitId);
    if (stated === null || !(path in stated)) return false;
    // `in` was asked just above.
    return isSame(stated[path as keyof StatedValues], value);
  }

  /** null for a unit of the file that the register does not have yet. */
  #statedOf(unitId: string): StatedValues | null {
    const found = this.#stated.get(unitId);
    if (found !== undefined) return found;
    const context = this.#indexed();
    const { relations, ruleSet, criteriaSet } = context;
    const unit = relations.documents.units.get(unitId);
    const stated = unit
      ? statedValues(unit, deriveUnitFacts(unit, relations, ruleSet, criteriaSet, this.asOf), context)
      : null;
    this.#stated.set(unitId, stated);
    return stated;
  }

  /** Indexing the register takes a moment: only when a file has something to ask. */
  #indexed(): FactsContext {
    if (this.#context === null) {
      const relations = buildRelations(this.register);
      this.#context = { relations, ...rulesOn(relations, this.asOf), asOf: this.asOf };
    }
    return this.#context;
  }
}
