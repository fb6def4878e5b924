/** The list behind a figure, a bar or a task, made of the very facts it was counted from, so the lengths agree. */
import type { ListRow, OpenedList } from '@renderer/components/list-drawer';
import { siteRow } from '@renderer/data/insights/site-row';
import { linkInTable } from '@renderer/data/record-title';
import type { PartyOrg } from '@shared/domain/party-org';
import type { CriteriaSet, RuleSet } from '@shared/domain/rule-set';
import { type DueTerm, dueTerms } from '@shared/duties/due-terms';
import { describeCoverage } from '@shared/figures/describe-coverage';
import { isSiteFigure, type SiteFigureId } from '@shared/figures/figure';
import { groupings } from '@shared/figures/groupings';
import type { SiteFacts, UnitFacts } from '@shared/figures/unit-facts';
import { answerSites } from '@shared/insights/answer-sites';
import { type Part, titleOfMark, unitsBehind } from '@shared/insights/mark';
import type { Relations } from '@shared/rules/relations';
import { type GroupRef, isInGroup } from './groupings';
import type { ListSpec } from './list-spec';
import { taskLabels, unitsOfTask } from './tasks';

export interface ListContext {
  readonly facts: readonly UnitFacts[];
  readonly sites: Iterable<SiteFacts>;
  readonly orgs: readonly PartyOrg[];
  readonly relations: Relations;
  readonly ruleSet: RuleSet;
  readonly criteriaSet: CriteriaSet;
  readonly asOf: string;
}

/** Units a spec stands for. A figure lists whoever adds anything to the part that was asked for. */
export function unitsOf(spec: ListSpec, facts: readonly UnitFacts[], asOf: string): UnitFacts[] {
  if (spec.kind !== 'task') return unitsBehind(spec, facts);
  return spec.task === 'termDue' ? [] : unitsOfTask(spec.task, facts, asOf);
}

export function titleOf(spec: ListSpec, criteriaSet: CriteriaSet): string {
  if (spec.kind === 'task') return taskLabels[spec.task];
  return titleOfMark(spec, (code) => criteriaSet.items.find((item) => item.code === code)?.label ?? code);
}

function detailOf(spec: ListSpec, unit: UnitFacts, criteriaSet: CriteriaSet): string {
  if (
    spec.kind === 'sixMet' ||
    spec.kind === 'sixItem' ||
    spec.kind === 'nearlySix' ||
    (spec.kind === 'task' && spec.task === 'nearlySix')
  ) {
    const missing = criteriaSet.items.filter((item) => unit.sixItems[item.code] !== true);
    return missing.length === 0 ? '六有齐全' : `缺：${missing.map((item) => item.label).join('、')}`;
  }
  if (spec.kind === 'task' && spec.task === 'notVisited')
    return unit.lastVisitOn === null ? '没有走访记录' : `最近走访 ${unit.lastVisitOn}`;
  if (spec.kind === 'task' && spec.task === 'memberDifference')
    return `花名册比填报数${differenceWords(unit.declaredDifference ?? 0)}`;
  return describeCoverage(unit);
}

const differenceWords = (difference: number): string =>
  difference > 0 ? `多 ${difference} 人` : `少 ${-difference} 人`;

const placeName = (orgUnitId: string, { relations }: ListContext): string =>
  relations.documents.orgUnits.get(orgUnitId)?.name ?? '';

function termRow({ org, endsOn, isOverdue }: DueTerm, context: ListContext): ListRow {
  return {
    id: org.id,
    name: org.name,
    place: placeName(org.orgUnitId, context),
    detail: isOverdue ? `已于 ${endsOn} 届满，应尽快换届` : `${endsOn} 届满`,
    link: linkInTable('partyOrgs', org.id),
  };
}

const siteRows = (id: SiteFigureId, part: Part, context: ListContext): ListRow[] =>
  answerSites({ id, part, within: {} }, context.sites).sites.map((site) =>
    siteRow(id, site, (townshipId) => placeName(townshipId, context)),
  );

export function openList(spec: ListSpec, group: GroupRef | null, context: ListContext): OpenedList {
  const { facts, orgs, relations, ruleSet, criteriaSet, asOf } = context;
  const place = group ? `${groupings[group.grouping].labelOf(group.key, relations)} · ` : '';
  const title = place + titleOf(spec, criteriaSet);
  if (spec.kind === 'task' && spec.task === 'termDue') {
    const rows = dueTerms(orgs, ruleSet.orgs, asOf).map((term) => termRow(term, context));
    return { title, measure: '个', asOf, rows };
  }
  if (spec.kind === 'figure' && isSiteFigure(spec.id))
    return { title, measure: '处', asOf, rows: siteRows(spec.id, spec.part, context) };
  const units = unitsOf(spec, facts, asOf).filter((unit) => isInGroup(unit, group));
  const rows = units.map(
    (unit): ListRow => ({
      id: unit.unitId,
      name: unit.name,
      place: placeName(unit.townshipId, context),
      detail: detailOf(spec, unit, criteriaSet),
      link: { to: '/ledger/units/$unitId', params: { unitId: unit.unitId } },
    }),
  );
  return { title, measure: '户', asOf, rows };
}
