/**
 * The facts of units on every day of a span, as runs of equal facts. The register is led from the oldest day to the
 * newest; a unit is derived again only on days on which something about it can have changed, by the same function
 * that counts a single day.
 */
import type { Register } from '@shared/domain/collections';
import { deriveUnitFacts } from './derive-unit-facts';
import type { FactsContext } from './facts-context';
import { walkRegister } from './register-walk';
import type { UnitFacts } from './unit-facts';

export interface Run<K> {
  readonly from: string;
  /** First day after the run; null = it lasts. */
  readonly to: string | null;
  readonly kept: K;
}

export interface Timeline<K> {
  /** Oldest first. Before the first, and between two that do not meet, there was nothing to keep. */
  readonly runs: readonly Run<K>[];
  /** First day after the last one on which the facts may change by date alone; null = none. */
  readonly nextOn: string | null;
}

export interface TimelineRequest<K> {
  readonly unitIds: ReadonlySet<string>;
  /** Everything these units' facts depend on, deleted documents too. The whole register is always enough. */
  readonly register: Partial<Register>;
  /** First and last day asked for, both included. */
  readonly first: string;
  readonly last: string;
  /** What is kept of a day's facts; null = nothing. Runs are maximal by `isSame` of it. */
  readonly keep: (facts: UnitFacts, context: FactsContext) => K | null;
  readonly isSame: (a: K, b: K) => boolean;
}

/** Timeline of every unit asked for, also of one that never was. */
export function factsOverTime<K>(request: TimelineRequest<K>): Map<string, Timeline<K>> {
  const { unitIds, first, last } = request;
  const walk = walkRegister(request.register, first);
  const builders = new Map([...unitIds].map((id) => [id, createRuns(request.isSame)]));
  const record = (ids: ReadonlySet<string>): void => {
    for (const id of ids) builders.get(id)?.put(walk.context.asOf, keptOf(request, id, walk.context));
  };
  record(unitIds);
  for (const day of walk.days(last)) record(walk.step(day) ?? unitIds);
  const { byUnit, ofAll } = walk.nextDays();
  return new Map(
    [...builders].map(([id, builder]) => [
      id,
      { runs: builder.list(), nextOn: earlier(byUnit.get(id) ?? null, ofAll) },
    ]),
  );
}

function keptOf<K>({ keep }: TimelineRequest<K>, id: string, context: FactsContext): K | null {
  const { relations, ruleSet, criteriaSet, asOf } = context;
  const unit = relations.documents.units.get(id);
  return unit ? keep(deriveUnitFacts(unit, relations, ruleSet, criteriaSet, asOf), context) : null;
}

/** The sooner of two days; null = never. */
const earlier = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;

/** Collects runs from values given in the order of their days. */
export function createRuns<K>(isSame: (a: K, b: K) => boolean) {
  const runs: { from: string; to: string | null; kept: K }[] = [];
  return {
    put(day: string, kept: K | null): void {
      const last = runs.at(-1);
      const open = last?.to === null ? last : undefined;
      if (open && kept !== null && isSame(open.kept, kept)) return;
      if (open) open.to = day;
      if (kept !== null) runs.push({ from: day, to: null, kept });
    },
    list: (): readonly Run<K>[] => runs,
  };
}
