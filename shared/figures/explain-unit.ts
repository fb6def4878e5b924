/**
 * Why a unit counts as it does, in sentences for its page: which organization, since when, by which rule. What is
 * said agrees with what is counted: a unit outside the count is no blank spot and on no list of units to build in.
 */
import { instructorRoles } from '@shared/domain/instructor';
import type { RuleSet } from '@shared/domain/rule-set';
import type { Relations } from '@shared/rules/relations';
import { isCounted, scopeReasons } from '@shared/rules/unit-scope';
import { type BuildList, buildLists, coverageStates, type UnitFacts } from './unit-facts';

export interface UnitExplanation {
  /** 纳入统计 or 不纳入统计, with the reason. */
  readonly scope: string;
  /** What covers the unit, since when, and what that counts for. */
  readonly coverage: string;
  /** 应建未建 … with the arithmetic; null = on none of the lists, or not counted. */
  readonly build: string | null;
  /** How many members were counted and from where. */
  readonly members: string;
  /** Rule set the words above follow, with its version. */
  readonly rule: string;
}

interface Context {
  readonly relations: Relations;
  readonly ruleSet: RuleSet;
}

export function explainUnit(facts: UnitFacts, context: Context): UnitExplanation {
  const { ruleSet } = context;
  return {
    scope: scopeReasons[facts.scopeReason],
    coverage: explainCoverage(facts, context),
    build:
      isCounted(facts) && facts.buildList !== null ? explainBuild(facts, facts.buildList, ruleSet) : null,
    members: explainMembers(facts),
    rule: ruleSet.name,
  };
}

const blankSpot = '是空白点。选派指导员，或者登记覆盖的党组织，就可以消除';

function explainCoverage(facts: UnitFacts, context: Context): string {
  const counting = (words: string): string => (isCounted(facts) ? `，${words}` : '');
  switch (facts.coverageState) {
    case 'solo':
    case 'joint':
    case 'regional':
    case 'affiliated':
      return `${explainOrg(facts)}${counting(countsAs(facts))}。`;
    case 'work':
      return `没有党组织覆盖；${explainWork(facts, context)}${counting(workCountsAs(facts, context.ruleSet))}。`;
    case 'massOnly': {
      const counted = facts.isWorkCovered ? '计入工作覆盖' : `不计入工作覆盖，${blankSpot}`;
      return `没有党组织和指导员、联络员，只有群团组织${counting(`按现行口径${counted}`)}。`;
    }
    case 'blank':
      return `没有党组织覆盖，也没有选派指导员、联络员${counting(blankSpot)}。`;
  }
}

const sinceText = (day: string | null): string => (day === null ? '起始时间未填' : `自 ${day} 起`);

function explainOrg(facts: UnitFacts): string {
  const others = facts.coverOrgIds.length - 1;
  const also = others > 0 ? `，另有 ${others} 个党组织也覆盖本单位` : '';
  // The form is taken at its word only for the single covered unit or the host of an organization.
  const form =
    facts.coverageState === 'joint' && facts.coverFormation === 'solo'
      ? '填报为单独组建，实际覆盖多家单位，按联合组建统计'
      : coverageStates[facts.coverageState];
  return `由“${facts.coverOrgName ?? ''}”覆盖（${form}），${sinceText(facts.coverSince)}${also}`;
}

const countsAs = ({ isOrgCovered, coverageState }: UnitFacts): string =>
  isOrgCovered ? '计入组织覆盖' : `按现行口径${coverageStates[coverageState]}不计入组织覆盖，只计入工作覆盖`;

function explainWork(facts: UnitFacts, { relations }: Context): string {
  const people = facts.instructorIds.flatMap((id) => {
    const found = relations.documents.instructors.get(id);
    return found === undefined ? [] : [`${instructorRoles.labels[found.role]}${found.name}`];
  });
  if (people.length === 0) return '台账填报已选派指导员，还没有登记是谁';
  const visits = facts.lastVisitOn === null ? '还没有走访记录' : `最近走访 ${facts.lastVisitOn}`;
  return `由${people.join('、')}联系，${sinceText(facts.coverSince)}，${visits}`;
}

function workCountsAs({ isEffectivelyCovered, lastVisitOn }: UnitFacts, { coverage }: RuleSet): string {
  if (isEffectivelyCovered) return '计入工作覆盖';
  const late = lastVisitOn === null ? '' : `${coverage.effectiveVisitMonths} 个月内没有走访，`;
  return `计入工作覆盖；${late}不算有效工作覆盖`;
}

function explainMembers(facts: UnitFacts): string {
  const elsewhere = `关系不在本单位的党员 ${facts.membersElsewhere} 名`;
  if (facts.membersBasis === 'none')
    return facts.membersElsewhere > 0 ? `没有登记关系在本单位的党员；${elsewhere}` : '没有登记党员';
  const here = `关系在本单位的党员 ${facts.membersHere} 名（正式 ${facts.fullMembersHere} 名、预备 ${facts.probationaryHere} 名）；${elsewhere}`;
  if (facts.membersBasis === 'roster') return `${here}；按花名册统计${differenceText(facts)}`;
  const isShort = (facts.declaredDifference ?? 0) < 0;
  return `${here}；${isShort ? '花名册不全，' : ''}按填报数统计${differenceText(facts)}`;
}

function differenceText({ declaredDifference: difference }: UnitFacts): string {
  if (difference === null || difference === 0) return '';
  return difference > 0 ? `，比填报数多 ${difference} 名` : `，花名册少 ${-difference} 名`;
}

function explainBuild(facts: UnitFacts, list: BuildList, ruleSet: RuleSet): string {
  const min = ruleSet.coverage.shouldBuildMinFullMembers;
  // In social organizations only members on the full-time staff count (P13).
  const full = facts.unitType === 'socialOrg' ? '专职人员中的正式党员' : '正式党员';
  const here = `${full} ${facts.countingFullHere} 名，达到 ${min} 名`;
  const what: Record<BuildList, string> = {
    notBuilt: facts.hasOrg
      ? `${here}，现有的${coverageStates[facts.coverageState]}不计入组织覆盖`
      : `${here}，没有党组织覆盖`,
    jointOnly: `${here}，目前只在联合党组织中`,
    potential: `关系在本单位的${full} ${facts.countingFullHere} 名，加上关系不在本单位的 ${facts.countingFullElsewhere} 名达到 ${min} 名`,
  };
  return `${buildLists[list]}：${what[list]}。`;
}
