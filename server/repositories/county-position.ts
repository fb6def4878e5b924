/** Where a county stands: the name of its life and its last number. */
import type { Queryable } from '../db/database';

export interface CountyPosition {
  readonly epoch: string;
  /** Everything up to this number is visible to whoever read this (PULL-3). */
  readonly through: number;
  /** Highest number ever purged; 0 = nothing was (HORIZON-1). */
  readonly horizon: number;
}

/** Columns of the position, to be read in one snapshot with whatever else the statement reads. $1 is the county. */
export const positionSql = `
  select last_number(c.county_id) as through, c.horizon_seq as horizon,
    (select e.epoch from epochs e where e.county_id = c.county_id order by e.ordinal desc limit 1) as epoch
  from counties c where c.county_id = $1`;

/** null: there is no such county. */
export async function findPosition(on: Queryable, countyId: string): Promise<CountyPosition | null> {
  const [row] = await on.query<{ epoch: string; through: number; horizon: number }>(positionSql, [countyId]);
  return row ?? null;
}

/**
 * EPOCH-3: the last number of `epoch` that survived every restore since. An epoch nobody remembers (a restore took its
 * name away too) gets the lowest number any restore left: offering an edit twice changes nothing, keeping one back
 * would lose it.
 */
export async function survivingNumber(on: Queryable, countyId: string, epoch: string): Promise<number> {
  const [row] = await on.query<{ surviving: number | null }>(
    `select min(later.restored_to) as surviving from epochs later
     where later.county_id = $1 and later.ordinal > coalesce(
       (select own.ordinal from epochs own where own.county_id = $1 and own.epoch = $2), -1)`,
    [countyId, epoch],
  );
  return row?.surviving ?? 0;
}

/** The last of the numbers taken. Other pushes of the county wait from here to the commit (PULL-1). */
export async function takeNumbers(on: Queryable, countyId: string, howMany: number): Promise<number> {
  const [row] = await on.query<{ last: number }>('select take_numbers($1, $2) as last', [countyId, howMany]);
  if (!row) throw new Error('the county has no counter');
  return row.last;
}

/** A county with its counter at 0 and its first epoch. */
export async function addCounty(
  tx: Queryable,
  county: { readonly id: string; readonly name: string; readonly epoch: string; readonly at: string },
): Promise<void> {
  const { id, name, epoch, at } = county;
  await tx.query('insert into counties (county_id, name, created_at) values ($1, $2, $3)', [id, name, at]);
  await tx.query('insert into epochs (county_id, ordinal, epoch, started_at) values ($1, 0, $2, $3)', [
    id,
    epoch,
    at,
  ]);
}
