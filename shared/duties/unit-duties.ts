/** Duties that follow from the facts of a unit: 应建未建 (C6), 空白点 (C4) and members that do not add up (V7). */
import type { UnitFacts } from '@shared/figures/unit-facts';
import type { Duty } from './duty';
import { type DutyContext, dutyOf, placesOfUnit } from './duty-context';
import { lastDayOf } from './duty-days';

/**
 * The roster and what the ledger declares differ. A roster nobody began to fill in is no contradiction: after a first
 * import it would be every unit.
 */
export const isMemberCountOpen = (facts: UnitFacts): boolean =>
  facts.rosterMembers > 0 && facts.declaredDifference !== null && facts.declaredDifference !== 0;

type Finding = Pick<Duty, 'kind' | 'situation' | 'rule' | 'source' | 'dueOn'>;

export function unitDuties(context: DutyContext): Duty[] {
  return [...context.facts.values()].flatMap((facts) => {
    if (!facts.inScope) return [];
    const found = [buildFinding(facts, context), blankFinding(facts), countFinding(facts)];
    return found.flatMap((finding) => (finding === null ? [] : [unitDuty(facts, finding, context)]));
  });
}

const unitDuty = ({ unitId, name }: UnitFacts, finding: Finding, context: DutyContext): Duty =>
  dutyOf(
    {
      ...finding,
      id: `${finding.kind}:${unitId}`,
      subject: { collection: 'units', id: unitId },
      name,
      placeIds: placesOfUnit(unitId, context),
    },
    context,
  );

/** Satisfied by an organization that covers the unit. The day is the office's own plan (拟建时间). */
function buildFinding(facts: UnitFacts, { relations, ruleSet }: DutyContext): Finding | null {
  if (facts.buildList !== 'notBuilt') return null;
  const planned = relations.documents.units.get(facts.unitId)?.plannedBuildOn ?? null;
  return {
    kind: 'buildOrg',
    situation: `正式党员 ${facts.countingFullHere} 名，${planned === null ? '未填拟建时间' : `拟建 ${planned}`}`,
    rule: `正式党员 ${ruleSet.coverage.shouldBuildMinFullMembers} 名以上应当建立党组织`,
    source: '党章第三十条',
    dueOn: planned === null ? null : lastDayOf(planned),
  };
}

/** Satisfied by an organization, an instructor or (by the office's setting) a mass organization. */
const blankFinding = (facts: UnitFacts): Finding | null =>
  facts.isBlank
    ? {
        kind: 'blank',
        situation: '没有党组织，也没有选派指导员、联络员',
        rule: '暂不具备组建条件的，选派指导员、联络员实现工作覆盖',
        source: '两新组织“两个覆盖”要求',
        dueOn: null,
      }
    : null;

/** Satisfied by correcting the roster or the number the ledger declares. */
function countFinding(facts: UnitFacts): Finding | null {
  const { declaredDifference: difference } = facts;
  if (!isMemberCountOpen(facts) || difference === null) return null;
  return {
    kind: 'memberCount',
    situation: `花名册比填报数${difference > 0 ? `多 ${difference} 人` : `少 ${-difference} 人`}`,
    rule: '花名册与填报的党员数应当一致',
    source: '台账数据自查',
    dueOn: null,
  };
}
