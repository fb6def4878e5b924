/** Rows of `unit_facts` a question is about, as parts of a statement: which days, whose units, which of them. */
import type { Series } from '@shared/figures/accumulator';
import type { GroupingName } from '@shared/figures/groupings';
import { notFilled } from '@shared/figures/groupings';
import { type Narrowing, type Within, withinEntries } from '@shared/insights/within';

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

interface GroupSql {
  /** One value per row; '' = not filled in. */
  readonly key: string;
  /** A list column: a unit that lies in two parks counts in both. */
  readonly list?: string;
}
const listOf = (column: string): GroupSql => ({ key: '', list: column });
const value = (column: string): GroupSql => ({ key: `coalesce(f.${column}, '')` });

const groupSql: Readonly<Record<GroupingName, GroupSql>> = {
  all: { key: `'all'` },
  township: { key: 'f.township_id' },
  village: listOf('village_ids'),
  park: listOf('park_ids'),
  building: listOf('building_ids'),
  industry: value('industry_section'),
  sizeClass: value('size_class'),
  ownership: value('ownership'),
  unitType: { key: 'f.unit_type' },
  socialType: value('social_type'),
  keyField: listOf('key_fields'),
};

/** Condition on rows `f`: who is counted. */
export const seriesSql: Readonly<Record<FactRange['series'], string>> = {
  twoNew: `f.in_scope and f.unit_type <> 'individualBusiness'`,
  soleTraders: 'f.is_sole_trader_in_scope',
  everything: 'true',
};

/** Keys of the groups as columns k0, k1 …, and the joins they come from. */
export function groupColumns(groupBy: readonly GroupingName[]): {
  readonly keys: readonly string[];
  readonly joins: string;
} {
  const joins = groupBy.flatMap((name, i) => {
    const { list } = groupSql[name];
    return list === undefined
      ? []
      : [`cross join lateral unnest(coalesce(f.${list}, '{""}')) as g${i} (key)`];
  });
  return {
    keys: groupBy.map((name, i) => (groupSql[name].list === undefined ? groupSql[name].key : `g${i}.key`)),
    joins: joins.join(' '),
  };
}

/** Collects the values of a statement. */
export function createParams(first: readonly unknown[] = []) {
  const values: unknown[] = [...first];
  return {
    values,
    add: (one: unknown): string => `$${values.push(one)}`,
  };
}
export type Params = ReturnType<typeof createParams>;

function narrowedTo(name: Narrowing, key: string, params: Params): string {
  const { list, key: column } = groupSql[name];
  if (list === undefined) return `${column} = ${params.add(key)}`;
  return key === notFilled ? `f.${list} is null` : `${params.add(key)} = any(f.${list})`;
}

/** Units whose document lies in the caller's subtree, as her own device holds them (SCOPE-1). */
const inSubtree = (countyId: string, rootId: string): string =>
  `exists (select from documents d join org_tree t on t.county_id = d.county_id and t.org_unit_id = d.org_unit_id
     where d.county_id = ${countyId} and d.collection = 'units' and d.id = f.unit_id and ${rootId} = any(t.ancestors))`;

/** Condition on rows `f` of `unit_facts`: what a question is about, and of that what holds on any day from first to last. */
export function rangeSql(range: FactRange, params: Params): string {
  const { countyId, rootId, days, within, series } = range;
  const county = params.add(countyId);
  const [first, last] = [`${params.add(days[0] ?? '')}::date`, `${params.add(days.at(-1) ?? '')}::date`];
  const conditions = [
    `f.county_id = ${county}`,
    `f.valid_from <= ${last} and (f.valid_to is null or f.valid_to > ${first})`,
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
