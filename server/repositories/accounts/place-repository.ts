/** Places as accounts and devices need them, read from the tree that the register keeps. */
import type { OrgUnit } from '@shared/domain/org-unit';
import type { Queryable, Row } from '../../db/database';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly level: OrgUnit['level'];
  readonly parentId: string | null;
  /** From the county down to this place, both included. */
  readonly ancestors: readonly string[];
}

/** Where somebody may act: the subtree of `rootId`; null = the whole county. */
export interface Realm {
  readonly countyId: string;
  readonly rootId: string | null;
}

const columns = `org_unit_id as id, name, level, parent_id as "parentId", ancestors`;

/**
 * SQL condition: the place in `column` lies in the realm bound to $1 (county) and $2 (root or null). The column stands
 * outside the subquery, where no column of the tree can be mistaken for it.
 */
export const inRealm = (column: string): string => `($2::text is null or ${column} in (
  select realm.org_unit_id from org_tree as realm where realm.county_id = $1 and $2 = any(realm.ancestors)))`;

/** @returns null when the place does not exist, or lies outside the realm */
export async function findPlace(on: Queryable, realm: Realm, id: string): Promise<Place | null> {
  const rows = await on.query<Place & Row>(
    `select ${columns} from org_tree
      where county_id = $1 and ($2::text is null or $2 = any(ancestors)) and org_unit_id = $3`,
    [realm.countyId, realm.rootId, id],
  );
  return rows[0] ?? null;
}

/** All places of the county by id. */
export async function listPlaces(on: Queryable, countyId: string): Promise<ReadonlyMap<string, Place>> {
  const rows = await on.query<Place & Row>(`select ${columns} from org_tree where county_id = $1`, [
    countyId,
  ]);
  return new Map(rows.map((place) => [place.id, place]));
}
