/** The findings of the audit by township: its own sums, and the records that lie in it. */
import type { Summary } from './accumulator';
import { type AuditFinding, auditRecords, auditWhole } from './audit-register';
import type { FactsContext } from './facts-context';
import { townshipAbove } from './township-above';
import type { UnitFacts } from './unit-facts';

export interface PlacedFinding extends AuditFinding {
  /** V1 … V12. */
  readonly rule: string;
  /** null: a record above the townships. */
  readonly townshipId: string | null;
}

/** `figure.v10SubsetLarger` → V10. */
const ruleOf = (code: string): string => `V${/^figure\.v(\d+)/.exec(code)?.[1] ?? ''}`;

/** @param sums by township */
export function auditPlaces(
  facts: ReadonlyMap<string, UnitFacts>,
  sums: ReadonlyMap<string, Summary>,
  context: FactsContext,
): PlacedFinding[] {
  const byTownship = new Map<string, UnitFacts[]>();
  for (const unit of facts.values()) {
    const list = byTownship.get(unit.townshipId) ?? [];
    list.push(unit);
    byTownship.set(unit.townshipId, list);
  }
  const ofPlaces = [...sums].flatMap(([townshipId, summary]) =>
    auditWhole(byTownship.get(townshipId) ?? [], summary, context).map((problem) => ({
      problem,
      about: null,
      rule: ruleOf(problem.code),
      townshipId,
    })),
  );
  const { documents } = context.relations;
  const ofRecords = auditRecords(facts, context).map((finding) => {
    const { collection, id } = finding.about;
    const unit = collection === 'units' ? facts.get(id) : undefined;
    const orgUnitId = documents.partyOrgs.get(id)?.orgUnitId ?? null;
    return {
      ...finding,
      rule: ruleOf(finding.problem.code),
      townshipId: unit?.townshipId ?? townshipAbove(orgUnitId, documents.orgUnits),
    };
  });
  return [...ofPlaces, ...ofRecords];
}
