/** Rows of `unit_facts` a question is about, as parts of a statement: which days, whose units, which of them. */
import type { Series } from '@shared/figures/accumulator';
import { notFilled } from '@shared/figures/groupings';
import { type Narrowing, type Within, withinEntries } from '@shared/insights/within';
import { groupColumnOf } from './group-columns';

/** Whose facts may be read. */
export interface FactsScope {
  readonly countyId: string;
  /** Root of the subtree whose documents the caller holds; null = the whole county. */
  readonly rootId: string | null;
}

export interface FactRange extends FactsScope {
  /** Different days, earliest first. */
  readonly days: readonly string[];
  readonly within: Within;
  readonly series: Series | 'everything';
}

/** Condition on rows `f`: who is counted. */
export const seriesSql: Readonly<Record<FactRange['series'], string>> = {
  // Sole traders are never in scope: they have a series of their own.
  twoNew: 'f.in_scope',
  soleTraders: 'f.is_sole_trader_in_scope',
  everything: 'true',
};

/** Collects the values of a statement. */
export function createParams(first: readonly unknown[] = []) {
  const values: unknown[] = [...first];
  return {
    values,
    add: (one: unknown): string => `$${values.push(one)}`,
  };
}
export type Params = ReturnType<typeof createParams>;

/** Parts of a list of columns that something follows. */
export const listed = (parts: readonly string[]): string => parts.map((part) => `${part}, `).join('');

function narrowedTo(grouping: Narrowing, key: string, params: Params): string {
  const column = groupColumnOf(grouping);
  if (column === null) return key === 'all' ? 'true' : 'false';
  const { name, isList } = column;
  if (key !== notFilled)
    return isList ? `${params.add(key)} = any(f.${name})` : `f.${name} = ${params.add(key)}`;
  return isList ? `f.${name} is null` : `(f.${name} is null or f.${name} = '')`;
}

/** Units whose document lies in the caller's subtree, as her own device holds them (SCOPE-1). */
const inSubtree = (countyId: string, rootId: string): string =>
  `exists (select from documents d join org_tree t on t.county_id = d.county_id and t.org_unit_id = d.org_unit_id
     where d.county_id = ${countyId} and d.collection = 'units' and d.id = f.unit_id and ${rootId} = any(t.ancestors))`;

/** So many days are looked for one by one: what holds only between them is never counted, a tenth less work for two days. */
const fewDays = 4;

function daysSql(days: readonly string[], params: Params): string {
  const dayOf = (day = ''): string => `${params.add(day)}::date`;
  const holds = (first: string, last: string): string =>
    `(f.valid_from <= ${last} and (f.valid_to is null or f.valid_to > ${first}))`;
  if (days.length > fewDays) return holds(dayOf(days[0]), dayOf(days.at(-1)));
  const each = days.map((day) => dayOf(day));
  return `(${each.map((day) => holds(day, day)).join(' or ')})`;
}

/** Condition on rows `f` of `unit_facts`: what a question is about, and of that what may hold on one of the days. */
export function rangeSql(range: FactRange, params: Params): string {
  const { countyId, rootId, days, within, series } = range;
  const county = params.add(countyId);
  const conditions = [
    `f.county_id = ${county}`,
    daysSql(days, params),
    `(${seriesSql[series]})`,
    ...withinEntries(within).map(([name, key]) => narrowedTo(name, key, params)),
    ...(rootId === null ? [] : [inSubtree(county, params.add(rootId))]),
  ];
  return conditions.join(' and ');
}

export interface Span {
  readonly lo: string;
  readonly hi: string;
}

/**
 * Positions of the first day a row `f` holds on and of the first after it (`lo <= i < hi`, counted from 0). A row that holds
 * on none of the days has `lo = hi`.
 */
export function spanSql(days: readonly string[], params: Params): Span {
  if (days.length === 1) return { lo: '0', hi: '1' };
  const all = `${params.add(days)}::date[]`;
  return {
    lo: `width_bucket(f.valid_from - 1, ${all})`,
    hi: `case when f.valid_to is null then ${days.length} else width_bucket(f.valid_to - 1, ${all}) end`,
  };
}
