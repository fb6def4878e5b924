/** Why a unit counts as covered or not, in one or two sentences. Pure. */

import { instructorRoles } from '@shared/domain/instructor';
import { formations } from '@shared/domain/party-org';
import { type CoverageFacts, coverageStates, type UnitFacts } from '@shared/figures/unit-facts';
import { scopeReasons } from '@shared/rules/unit-scope';
import type { LedgerContext } from '../tables/table-model';

type Context = Pick<LedgerContext, 'relations' | 'ruleSet'>;

export function coverageSentence(facts: UnitFacts, context: Context): string {
  const { name, version } = context.ruleSet;
  const scope = facts.inScope ? '' : `统计口径：${scopeReasons[facts.scopeReason]}。`;
  return `${scope}${reasonOf(facts, context)}（依据：${name} ${version}）`;
}

function reasonOf(facts: UnitFacts, context: Context): string {
  switch (facts.coverageState) {
    case 'solo':
    case 'joint':
    case 'regional':
    case 'affiliated':
      return orgReason(facts);
    case 'work':
      return workReason(facts, context);
    case 'massOnly':
      return facts.isWorkCovered
        ? '没有党组织和指导员、联络员，建有群团组织，按现行口径计入工作覆盖。'
        : '没有党组织和指导员、联络员，只有群团组织，按现行口径不计入工作覆盖。';
    case 'blank':
      if (!facts.inScope) return '没有党组织覆盖，也没有选派指导员、联络员。';
      return '没有党组织覆盖，也没有选派指导员、联络员，是空白点。选派指导员，或者登记覆盖的党组织，就可以消除。';
  }
}

const since = (day: string | null): string => (day === null ? '起始时间未填' : `自 ${day} 起`);

function orgReason(facts: CoverageFacts): string {
  const formation = facts.coverFormation === null ? '组建方式未填' : formations.labels[facts.coverFormation];
  const others = facts.coverOrgIds.length - 1;
  const also = others > 0 ? `，另有 ${others} 个党组织也覆盖本单位` : '';
  const counted = facts.isOrgCovered
    ? '计入组织覆盖'
    : `按现行口径${coverageStates[facts.coverageState]}不计入组织覆盖`;
  return `由“${facts.coverOrgName ?? ''}”覆盖（${formation}），${since(facts.coverSince)}${also}，${counted}。`;
}

function workReason(facts: CoverageFacts, { relations, ruleSet }: Context): string {
  const people = facts.instructorIds.flatMap((id) => {
    const found = relations.documents.instructors.get(id);
    return found === undefined ? [] : [`${instructorRoles.labels[found.role]}${found.name}`];
  });
  const visits = facts.lastVisitOn === null ? '还没有走访记录' : `最近走访 ${facts.lastVisitOn}`;
  const effective = facts.isEffectivelyCovered
    ? ''
    : `，${ruleSet.coverage.effectiveVisitMonths} 个月内没有走访，不算有效工作覆盖`;
  return `没有党组织覆盖；由${people.join('、')}联系，${since(facts.coverSince)}，${visits}${effective}，计入工作覆盖。`;
}
