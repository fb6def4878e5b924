/** The list behind a figure, a bar or a task, made of the very facts it was counted from, so the lengths agree. */
import type { ListRow, OpenedList } from '@renderer/components/list-drawer';
import type { PartyOrg } from '@shared/domain/party-org';
import type { CriteriaSet, RuleSet } from '@shared/domain/rule-set';
import { type DueTerm, dueTerms } from '@shared/duties/due-terms';
import { describeCoverage } from '@shared/figures/describe-coverage';
import type { FigureId } from '@shared/figures/figure';
import { groupings } from '@shared/figures/groupings';
import { getIndicator } from '@shared/figures/indicators/all-indicators';
import { type ListSide, listBehind } from '@shared/figures/summarize';
import { coverageStates, type UnitFacts } from '@shared/figures/unit-facts';
import type { Relations } from '@shared/rules/relations';
import { type GroupRef, isInGroup } from './groupings';
import type { ListSpec, Part } from './list-spec';
import { taskLabels, unitsOfTask } from './tasks';

export interface ListContext {
  readonly facts: readonly UnitFacts[];
  readonly orgs: readonly PartyOrg[];
  readonly relations: Relations;
  readonly ruleSet: RuleSet;
  readonly criteriaSet: CriteriaSet;
  readonly asOf: string;
}

const partWords: Readonly<Record<Part, string>> = { in: '计入', base: '基数', out: '未计入' };

/** Units a spec stands for. A figure lists whoever adds anything to the part that was asked for. */
export function unitsOf(spec: ListSpec, facts: readonly UnitFacts[], asOf: string): UnitFacts[] {
  switch (spec.kind) {
    case 'figure':
      return behind(spec.id, spec.part, facts);
    case 'sixMet':
      return assessed(facts).filter((unit) => unit.sixMet === spec.met);
    case 'sixItem':
      return assessed(facts).filter((unit) => (unit.sixItems[spec.code] === true) === spec.isMet);
    case 'state':
      return facts.filter((unit) => unit.inScope && unit.coverageState === spec.state);
    case 'task':
      return spec.task === 'termDue' ? [] : unitsOfTask(spec.task, facts, asOf);
  }
}

const assessed = (facts: readonly UnitFacts[]): UnitFacts[] =>
  facts.filter((unit) => unit.inScope && unit.isSixAssessed);

const sides = { in: 'numerator', base: 'denominator', out: 'rest' } as const satisfies Record<Part, ListSide>;

function behind(id: FigureId, part: Part, facts: readonly UnitFacts[]): UnitFacts[] {
  const ids = new Set(listBehind(id, sides[part], facts));
  return facts.filter((unit) => ids.has(unit.unitId));
}

export function titleOf(spec: ListSpec, criteriaSet: CriteriaSet): string {
  switch (spec.kind) {
    case 'figure': {
      const { label, base, form } = getIndicator(spec.id);
      if (spec.part === 'base') return `${label} · 基数：${base}`;
      return form === 'count' ? label : `${label} · ${partWords[spec.part]}的单位`;
    }
    case 'sixMet':
      return `六有达到 ${spec.met} 项的单位`;
    case 'sixItem': {
      const label = criteriaSet.items.find((item) => item.code === spec.code)?.label ?? spec.code;
      return spec.isMet ? `${label} · 达到的单位` : `${label} · 未达到的单位`;
    }
    case 'state':
      return coverageStates[spec.state];
    case 'task':
      return taskLabels[spec.task];
  }
}

function detailOf(spec: ListSpec, unit: UnitFacts, criteriaSet: CriteriaSet): string {
  if (
    spec.kind === 'sixMet' ||
    spec.kind === 'sixItem' ||
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
    link: { to: '/ledger/$table', params: { table: 'partyOrgs' }, search: { record: org.id } },
  };
}

export function openList(spec: ListSpec, group: GroupRef | null, context: ListContext): OpenedList {
  const { facts, orgs, relations, ruleSet, criteriaSet, asOf } = context;
  const place = group ? `${groupings[group.grouping].labelOf(group.key, relations)} · ` : '';
  const title = place + titleOf(spec, criteriaSet);
  if (spec.kind === 'task' && spec.task === 'termDue') {
    const rows = dueTerms(orgs, ruleSet.orgs, asOf).map((term) => termRow(term, context));
    return { title, measure: '个', asOf, rows };
  }
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
