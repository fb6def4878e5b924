/**
 * Runs the validators over the register's own numbers: what an auditor would find by adding up. Findings name the
 * record they are about, so that every one can be opened (table F16).
 */
import { floatScopes } from '@shared/domain/case';
import type { CollectionName } from '@shared/domain/collections';
import { metaOf } from '@shared/domain/define';
import type { Unit } from '@shared/domain/unit';
import { declaredSchema } from '@shared/domain/unit-declared';
import type { Problem } from '@shared/problems/problem';
import type { Summary } from './accumulator';
import type { FactsContext } from './facts-context';
import type { UnitFacts } from './unit-facts';
import { membersPerBranch } from './validators/v01-members-per-branch';
import { definitionGap } from './validators/v05-definition-gap';
import { partsTotal } from './validators/v06-parts-total';
import { oneValue } from './validators/v07-one-value';
import { subset } from './validators/v10-subset';
import { dateOrder } from './validators/v11-date-order';

export interface AuditFinding {
  readonly problem: Problem;
  /** The record to open; null = the register as a whole. */
  readonly about: { readonly collection: CollectionName; readonly id: string; readonly name: string } | null;
}

export function auditRegister(
  facts: ReadonlyMap<string, UnitFacts>,
  summary: Summary,
  context: FactsContext,
): AuditFinding[] {
  const whole = auditWhole([...facts.values()], summary, context);
  return [...whole.map((problem) => ({ problem, about: null })), ...auditRecords(facts, context)];
}

/** Findings about single records. */
export function auditRecords(
  facts: ReadonlyMap<string, UnitFacts>,
  context: FactsContext,
): (AuditFinding & { readonly about: NonNullable<AuditFinding['about']> })[] {
  const { documents } = context.relations;
  const units = [...documents.units.values()].flatMap((unit) => {
    const own = facts.get(unit.id);
    const about = { collection: 'units', id: unit.id, name: unit.name } as const;
    return own?.inScope ? auditUnit(unit, own).map((problem) => ({ problem, about })) : [];
  });
  const orgs = [...documents.partyOrgs.values()].flatMap((org) => {
    const steps = [
      { label: '成立', on: org.foundedOn },
      { label: '本届起', on: org.termStart },
    ];
    const about = { collection: 'partyOrgs', id: org.id, name: org.name } as const;
    return dateOrder.check({ label: org.name, steps }).map((problem) => ({ problem, about }));
  });
  return [...units, ...orgs];
}

/** Sums of the register: enough members for its branches, parts and totals. */
export function auditWhole(facts: readonly UnitFacts[], summary: Summary, context: FactsContext): Problem[] {
  const inScope = facts.filter((unit) => unit.inScope);
  const sum = (count: (unit: UnitFacts) => number): number =>
    inScope.reduce((total, unit) => total + count(unit), 0);
  const { C19 } = summary.figures;
  const branchesOf = (unit: UnitFacts): number =>
    (unit.seatByTier.branch ?? 0) + (unit.seatByTier.jointBranch ?? 0);
  const { unknown: withoutScope = 0, ...byScope } = summary.floatingByScope;
  const parts = Object.entries(byScope).map(([scope, value]) => ({ label: scope, value: value ?? 0 }));
  return [
    ...membersPerBranch.check({
      branches: sum(branchesOf),
      members: sum((unit) => unit.fullMembersHere),
      minPerBranch: context.ruleSet.orgs.branchMinFullMembers,
    }),
    ...(parts.length > 0 || withoutScope > 0
      ? partsTotal.check({
          label: `流动党员（${Object.values(floatScopes.labels).join('、')}）`,
          parts,
          total: { value: C19.numerator },
        })
      : []),
    ...auditScale(inScope, context),
  ];
}

/** The 50–99 definition of 规上 leaves out every larger firm (V5). */
function auditScale(inScope: readonly UnitFacts[], { ruleSet }: FactsContext): Problem[] {
  if (ruleSet.coverage.aboveScaleBasis !== 's1_2') return [];
  const largest = inScope.reduce((max, unit) => Math.max(max, unit.staff ?? 0), 0);
  return [
    ...definitionGap.check({
      label: '规模以上企业',
      defined: { from: 50, to: 99 },
      needed: { from: 50, to: Math.max(largest, 50) },
      measure: '人',
    }),
  ];
}

const partNames = ['probationary', 'floating', 'under35', 'middle', 'technical', 'frontline'] as const;
const declaredShape = declaredSchema.unwrap().shape;

function auditUnit(unit: Unit, facts: UnitFacts): Problem[] {
  const { members } = unit.declared;
  const staff = { label: '从业人员', value: unit.staff ?? Number.POSITIVE_INFINITY };
  const parts = partNames.flatMap((name) => {
    const value = unit.declared[name];
    if (value === null || members === null) return [];
    const { label } = metaOf(declaredShape[name]);
    return subset.check({ part: { label, value }, whole: { label: '填报党员总数', value: members } });
  });
  const twoCounts =
    members === null || facts.rosterMembers === 0
      ? []
      : oneValue.check({
          label: '党员数',
          values: [
            { value: members, where: '台账填报' },
            { value: facts.rosterMembers, where: '花名册' },
          ],
        });
  return [
    ...subset.check({ part: { label: '党员', value: facts.membersWorking }, whole: staff }),
    ...parts,
    ...twoCounts,
  ];
}
