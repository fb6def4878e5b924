/** What every report is built from: the register, the facts derived from it on one day, and who asks. */
import type { OrgUnit } from '@shared/domain/org-unit';
import { comparePlaces } from '@shared/domain/place-order';
import type { CriteriaSet, RuleSet } from '@shared/domain/rule-set';
import type { Office } from '@shared/domain/setting';
import type { Unit } from '@shared/domain/unit';
import type { UnitFacts } from '@shared/figures/unit-facts';
import type { Relations } from '@shared/rules/relations';
import type { TableFrame } from './build-table';
import type { ReportCode } from './report-model';
import { createWords, type SignStyle, type Words } from './words';

export interface ReportInput {
  readonly relations: Relations;
  /** Facts of all units on `asOf`, by unit id. */
  readonly facts: ReadonlyMap<string, UnitFacts>;
  readonly office: Office | null;
  /** County, township, village or site the table is about: the unit's subtree. */
  readonly scopeOrgUnitId: string;
  /** YYYY-MM-DD; the 填报时间 as well. */
  readonly asOf: string;
  /** 年度 in the title, and the year whose meetings, visits and uses are counted. */
  readonly year: number;
  readonly ruleSet: RuleSet;
  /** 六有 or the set the office judges by: the columns of F6. */
  readonly criteriaSet: CriteriaSet;
  readonly signs: SignStyle;
  /** Hides phones and the membership of single people (B0). */
  readonly isMasked: boolean;
}

/** A unit with what is known about it on the day. */
export interface UnitRow {
  readonly unit: Unit;
  readonly facts: UnitFacts;
}

export const wordsOf = (input: ReportInput): Words => createWords(input.signs, input.isMasked);

export const orgUnitOf = (input: ReportInput, id: string): OrgUnit | undefined =>
  input.relations.documents.orgUnits.get(id);

/** Ids of the org unit the table is about and of all below it. */
export function scopeOf(input: ReportInput): ReadonlySet<string> {
  const scope = new Set([input.scopeOrgUnitId]);
  const rest = new Map([...input.relations.documents.orgUnits].filter(([id]) => !scope.has(id)));
  for (let found = true; found; ) {
    found = false;
    for (const [id, { parentId }] of rest) {
      if (parentId === null || !scope.has(parentId)) continue;
      scope.add(id);
      rest.delete(id);
      found = true;
    }
  }
  return scope;
}

/**
 * Units of some types that lie in the scope, in scope of the figures or not, ordered by village and name. Branch
 * offices without a code of their own and units that did not exist on the day are no units of their own.
 */
export function unitsOf(input: ReportInput, types: readonly UnitFacts['unitType'][]): UnitRow[] {
  const scope = scopeOf(input);
  const rows: UnitRow[] = [];
  for (const facts of input.facts.values()) {
    const unit = input.relations.documents.units.get(facts.unitId);
    if (!unit || !types.includes(facts.unitType)) continue;
    if (facts.scopeReason === 'notYet' || facts.scopeReason === 'branchOffice') continue;
    if (scope.has(facts.townshipId) || facts.siteIds.some((id) => scope.has(id))) rows.push({ unit, facts });
  }
  const place = placeOrder(input);
  const keyed = rows.map((row) => ({ row, key: place(row.facts.townshipId, mainSite(row.facts)) }));
  keyed.sort((a, b) => byPlace(a.key, b.key) || byName(a.row.unit.name, b.row.unit.name));
  return keyed.map(({ row }) => row);
}

const collator = new Intl.Collator('zh-CN');
/** Pinyin order, as Chinese lists are sorted. */
export const byName = (a: string, b: string): number => collator.compare(a, b);

/** Position of every place. Summaries and ledgers share this order. */
export const placeRanks = ({ relations }: ReportInput): ReadonlyMap<string, number> =>
  new Map([...relations.documents.orgUnits.values()].sort(comparePlaces).map(({ id }, index) => [id, index]));

/** Position of a township, and of a place inside it. */
export type PlaceKey = readonly [township: number, place: number];
export const byPlace = (a: PlaceKey, b: PlaceKey): number => a[0] - b[0] || a[1] - b[1];

/**
 * Where something stands in a ledger: by township, then by the place inside it. Ids of no known place, such as that of
 * an office, stand behind all others.
 */
export function placeOrder(
  input: ReportInput,
): (townshipId: string | undefined, placeId: string | undefined) => PlaceKey {
  const ranks = placeRanks(input);
  const rankOf = (id: string | undefined): number => ranks.get(id ?? '') ?? Number.MAX_SAFE_INTEGER;
  return (townshipId, placeId) => [rankOf(townshipId), rankOf(placeId)];
}

/** The place a unit is counted in. */
export const mainSite = ({ villageIds, parkIds, siteIds }: UnitFacts): string | undefined =>
  villageIds[0] ?? parkIds[0] ?? siteIds[0];

/** Village the unit reports through; else the park or other place; else its township. */
export function villageName(input: ReportInput, facts: UnitFacts): string | null {
  return orgUnitOf(input, mainSite(facts) ?? facts.townshipId)?.name ?? null;
}

/** Title, paper and signatures as all tables have them: A4 lying, one frozen column. */
export function frameOf(
  input: ReportInput,
  code: ReportCode,
  tableName: string,
  more: Partial<TableFrame> = {},
): TableFrame {
  const { office } = input;
  const place = orgUnitOf(input, input.scopeOrgUnitId)?.name ?? '';
  return {
    code,
    title: `${place}${input.year}年${tableName}`,
    sheetName: tableName,
    paper: 'A4',
    orientation: 'landscape',
    reportingUnit: office?.name ?? '',
    reportedOn: input.asOf,
    memo: [],
    foot: {
      filler: office?.filler ?? null,
      reviewer: office?.reviewer ?? null,
      phone: office?.phone ?? null,
    },
    frozenColumns: 2,
    ...more,
  };
}
