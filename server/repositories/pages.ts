/** Pages of what is new for a scope (SPEC.md, PULL-1 to PULL-3). */
import type { CollectionName } from '@shared/domain/collections';
import type { Queryable, Row } from '../db/database';
import { type CountyPosition, positionSql } from './county-position';
import { numberedSql, placesSql, type Scope, scopeParams } from './scope-query';

export interface PageItem {
  readonly collection: CollectionName;
  readonly id: string;
  readonly seq: number;
  /** JSON as it was written; null: the document left the scope (SCOPE-4). */
  readonly body: string | null;
}
export interface Page {
  readonly items: readonly PageItem[];
  /** Where the county stood in the snapshot the page was read from. */
  readonly position: CountyPosition;
}

interface ItemRow extends Row, CountyPosition {
  /** null in the one row that stands for an empty page. */
  readonly collection: CollectionName | null;
  readonly id: string;
  readonly seq: number;
  readonly body: string | null;
}

/**
 * The first rows after $5 of every org unit's own list, merged: what a page costs depends on the scope, not on how
 * large the rest of the county is. Bodies are read for the rows of the page only.
 */
const itemsInPlaces = `
  select * from (
    select d.collection, d.id, d.seq, false as is_gone from (${placesSql}) p
    cross join lateral (
      select d.collection, d.id, d.seq from documents d
      where d.county_id = $1 and d.org_unit_id = p.org_unit_id and d.seq > $5 and d.collection = any(p.collections)
      order by d.seq limit $6) d
    union all
    (select x.collection, x.id, x.seq, true from scope_exits x
     where x.county_id = $1 and x.scope_id = $2 and x.seq > $5 and x.collection = any($3::text[])
     order by x.seq limit $6)) found
  order by seq limit $6`;

/** For the whole county one list is enough, and nothing ever leaves it. */
const itemsInOrder = `
  select d.collection, d.id, d.seq, false as is_gone from documents d
  where d.county_id = $1 and d.seq > $5 and d.collection = any($3::text[])
  order by d.seq limit $6`;

/** The position is read once, not for every row. $2 and $4 are named, so that both statements take the same values. */
const pageSql = (items: string): string => `
  with position as materialized (${positionSql}), items as materialized (${items})
  select position.*, i.collection, i.id, i.seq, d.body::text as body
  from position
  left join items i on $2::text is not null and $4::text[] is not null
  left join documents d on not i.is_gone and d.county_id = $1 and d.collection = i.collection and d.id = i.id
  order by i.seq`;
const sqlInPlaces = pageSql(itemsInPlaces);
const sqlInOrder = pageSql(itemsInOrder);

/** @param isWholeCounty the scope's root is the county itself */
export async function readPage(
  on: Queryable,
  scope: Scope,
  isWholeCounty: boolean,
  since: number,
  limit: number,
): Promise<Page> {
  const rows = await on.query<ItemRow>(isWholeCounty ? sqlInOrder : sqlInPlaces, [
    ...scopeParams(scope),
    since,
    limit,
  ]);
  const [first] = rows;
  if (!first) throw new Error('the county is not there');
  const { epoch, through, horizon } = first;
  return { items: rows.filter(isItem), position: { epoch, through, horizon } };
}
const isItem = (row: ItemRow): row is ItemRow & PageItem => row.collection !== null;

/** Documents in the scope, for showing how far a first pull is. */
export async function countInScope(on: Queryable, scope: Scope): Promise<number> {
  const [row] = await on.query<{ total: number }>(
    `select count(*) as total from (${numberedSql}) d`,
    scopeParams(scope),
  );
  return row?.total ?? 0;
}
