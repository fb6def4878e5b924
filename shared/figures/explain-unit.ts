/** Why a unit counts as it does, in sentences for its page: which organization, since when, by which rule. */

import { formations } from '@shared/domain/party-org';
import type { RuleSet } from '@shared/domain/rule-set';
import { scopeReasons } from '@shared/rules/unit-scope';
import { type BuildList, buildLists, coverageStates, type UnitFacts } from './unit-facts';

export interface UnitExplanation {
  /** 纳入统计 or why not. */
  readonly scope: string;
  /** Kind of coverage, by what and since when. */
  readonly coverage: string;
  /** Which switch of the rule set decides, with its version; null when none plays a part. */
  readonly rule: string | null;
  /** How many members were counted and from where. */
  readonly members: string;
  /** 应建未建 … with the arithmetic; null = on none of the lists. */
  readonly build: string | null;
}

export function explainUnit(facts: UnitFacts, ruleSet: RuleSet): UnitExplanation {
  return {
    scope: scopeReasons[facts.scopeReason],
    coverage: explainCoverage(facts),
    rule: explainRule(facts, ruleSet),
    members: explainMembers(facts),
    build: facts.buildList === null ? null : explainBuild(facts, facts.buildList, ruleSet),
  };
}

function explainCoverage(facts: UnitFacts): string {
  const since = facts.coverSince === null ? '起始时间未填' : `自${facts.coverSince}起`;
  const label = coverageStates[facts.coverageState];
  switch (facts.coverageState) {
    case 'solo':
    case 'joint':
    case 'regional':
    case 'affiliated': {
      const formation =
        facts.coverFormation === null ? '组建方式未填' : formations.labels[facts.coverFormation];
      return `${label}：由${facts.coverOrgName ?? ''}覆盖(${formation})，${since}`;
    }
    case 'work':
      return facts.instructorIds.length === 0
        ? `${label}：台账填报已选派，尚未登记是谁`
        : `${label}：${facts.instructorIds.length}名，${since}；${
            facts.lastVisitOn === null ? '尚无走访记录' : `最近走访${facts.lastVisitOn}`
          }`;
    case 'massOnly':
      return `${label}，${since}`;
    case 'blank':
      return `${label}：没有党组织，没有选派指导员(联络员)，也没有群团组织`;
  }
}

function explainRule({ coverageState }: UnitFacts, ruleSet: RuleSet): string | null {
  const { countsAffiliated, countsRegional, countsMassOrgs } = ruleSet.coverage;
  const counts = (is: boolean): string => (is ? '计入' : '不计入');
  const by = `(${ruleSet.name})`;
  if (coverageState === 'affiliated') return `挂靠${counts(countsAffiliated)}组织覆盖${by}`;
  if (coverageState === 'regional') return `区域性、行业性、网格党组织${counts(countsRegional)}组织覆盖${by}`;
  if (coverageState === 'massOnly') return `群团组织${counts(countsMassOrgs)}工作覆盖${by}`;
  return null;
}

function explainMembers(facts: UnitFacts): string {
  const counted = `关系在本单位党员${facts.membersHere}名(正式${facts.fullMembersHere}名、预备${facts.probationaryHere}名)，关系不在本单位${facts.membersElsewhere}名`;
  const { declaredDifference } = facts;
  if (facts.membersBasis === 'none') return '没有登记党员';
  if (facts.membersBasis === 'roster') return `${counted}；按花名册`;
  const gap =
    declaredDifference === null || declaredDifference === 0
      ? ''
      : `，花名册少${Math.abs(declaredDifference)}名`;
  return `${counted}；按台账填报数${gap}`;
}

function explainBuild(facts: UnitFacts, list: BuildList, ruleSet: RuleSet): string {
  const min = ruleSet.coverage.shouldBuildMinFullMembers;
  const here = facts.countingFullHere;
  const what: Record<BuildList, string> = {
    notBuilt: `正式党员${here}名，达到${min}名，没有党组织覆盖`,
    jointOnly: `正式党员${here}名，达到${min}名，目前只在联合党组织中`,
    potential: `关系在本单位的正式党员${here}名，加上关系不在本单位的${facts.countingFullElsewhere}名达到${min}名`,
  };
  return `${buildLists[list]}：${what[list]}`;
}
