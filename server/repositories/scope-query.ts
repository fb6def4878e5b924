/**
 * SQL over the documents a device may hold: everything in its subtree, and from the levels above what is shared
 * downwards (SPEC.md, SCOPE-1 and SCOPE-2). Used inside larger statements, so that a page, a count and a digest mean the
 * same documents and one snapshot covers them.
 */
import type { CollectionName } from '@shared/domain/collections';

/** Whose documents a statement reads. */
export interface Scope {
  readonly countyId: string;
  readonly rootId: string;
  /** Collections the caller may read at all (ROLE-4). */
  readonly readable: readonly CollectionName[];
  /** Of those, the ones it also reads from the levels above. */
  readonly shared: readonly CollectionName[];
}

/** $1 county, $2 root of the scope, $3 readable collections, $4 shared ones. */
export const scopeParams = ({ countyId, rootId, readable, shared }: Scope): readonly unknown[] => [
  countyId,
  rootId,
  readable,
  shared,
];

/** Org units the scope reads, and which collections of each. */
export const placesSql = `
  select t.org_unit_id, $3::text[] as collections from org_tree t
  where t.county_id = $1 and $2 = any(t.ancestors)
  union all
  select above.org_unit_id, $4::text[] from org_tree t
  cross join lateral unnest(t.ancestors) as above (org_unit_id)
  where t.county_id = $1 and t.org_unit_id = $2 and above.org_unit_id <> $2`;

/**
 * Ids and numbers of all documents in the scope, place by place through the index: `offset 0` keeps the planner from
 * reading the whole county for a township of it.
 */
export const numberedSql = `
  select d.collection, d.id, d.seq from (${placesSql}) p
  cross join lateral (
    select d.collection, d.id, d.seq from documents d
    where d.county_id = $1 and d.org_unit_id = p.org_unit_id and d.collection = any(p.collections) offset 0) d`;
