/** The tree of org units as scopes need it. */
import type { Queryable } from '../db/database';

export interface Place {
  readonly id: string;
  readonly parentId: string | null;
  readonly level: string;
  readonly name: string;
  /** From the county down to this place, both included. */
  readonly ancestors: readonly string[];
}
interface PlaceRow {
  readonly [column: string]: unknown;
  readonly org_unit_id: string;
  readonly parent_id: string | null;
  readonly level: string;
  readonly name: string;
  readonly ancestors: readonly string[];
}
const toPlace = (row: PlaceRow): Place => ({
  id: row.org_unit_id,
  parentId: row.parent_id,
  level: row.level,
  name: row.name,
  ancestors: row.ancestors,
});

export async function listPlaces(on: Queryable, countyId: string): Promise<Place[]> {
  const rows = await on.query<PlaceRow>('select * from org_tree where county_id = $1', [countyId]);
  return rows.map(toPlace);
}

export async function listPlacesById(
  on: Queryable,
  countyId: string,
  ids: readonly string[],
): Promise<Place[]> {
  const rows = await on.query<PlaceRow>(
    'select * from org_tree where county_id = $1 and org_unit_id = any($2::text[])',
    [countyId, ids],
  );
  return rows.map(toPlace);
}

/**
 * Keeps the tree as it is until the commit; with `toChange`, nobody else pushes meanwhile. A place that moves takes all
 * its documents along, and a push that judged them by the old tree must not come in between.
 */
export async function lockTree(tx: Queryable, countyId: string, toChange: boolean): Promise<void> {
  const lock = toChange ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await tx.query(`select ${lock}(hashtextextended('org tree of ' || $1::text, 0))`, [countyId]);
}

/** The county's own place; null before it has one. */
export async function findRootId(on: Queryable, countyId: string): Promise<string | null> {
  const [row] = await on.query<{ org_unit_id: string }>(
    'select org_unit_id from org_tree where county_id = $1 and parent_id is null',
    [countyId],
  );
  return row?.org_unit_id ?? null;
}
