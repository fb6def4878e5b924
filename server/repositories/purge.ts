/**
 * HORIZON-1: documents deleted long ago leave the county. Their edits stay in the log (HIST-2), and their last state is kept
 * aside for the figures of the days on which they were in the register.
 */
import type { Database } from '../db/database';

export interface Purged {
  readonly count: number;
  /** Devices that pulled less than this are told to begin anew; 0 = nothing was ever purged. */
  readonly horizon: number;
}

/**
 * The age is that of the last edit by the county's clock, not `deletedAt`, which a device with a wrong clock wrote. A
 * document somebody pushes to at this moment is locked and left for the next day. Kept: places, which other records
 * stand on, and what an open conflict or a held edit still waits for.
 */
const purgeSql = `
  with old as (
    select d.collection, d.id, d.seq from documents d
    where d.county_id = $1 and d.is_deleted and d.collection <> 'orgUnits'
      and (select max(e.received_at) from edits e
        where e.county_id = $1 and e.collection = d.collection and e.document_id = d.id) < $2
      and not exists (select from conflicts c where c.county_id = $1 and c.is_open
        and (c.collection = d.collection and c.document_id = d.id or d.collection = 'conflicts' and c.id = d.id))
      and not exists (select from held_edits h where h.county_id = $1 and h.settled_at is null
        and h.collection = d.collection and h.document_id = d.id)
    for update of d skip locked
  ), purged as (
    delete from documents d using old
    where d.county_id = $1 and d.collection = old.collection and d.id = old.id
    returning d.collection, d.id, d.seq, d.body
  ), kept as (
    insert into purged_documents (county_id, collection, id, seq, body)
    select $1, collection, id, seq, body from purged where collection <> 'conflicts'
    on conflict (county_id, collection, id) do update set seq = excluded.seq, body = excluded.body
  ), exits as (
    delete from scope_exits x using old where x.county_id = $1 and x.collection = old.collection and x.id = old.id
  ), settled as (
    delete from conflicts c using old where c.county_id = $1 and old.collection = 'conflicts' and c.id = old.id
  )
  select count(*) as count, coalesce(max(seq), 0) as last from purged`;

/** @param before instant (ISO): what was last edited earlier goes */
export function purgeDeleted(database: Database, countyId: string, before: string): Promise<Purged> {
  return database.transaction(async (tx) => {
    const [purged] = await tx.query<{ readonly count: number; readonly last: number }>(purgeSql, [
      countyId,
      before,
    ]);
    // A device that has seen the last of these numbers has seen every deletion that is gone now: no other starts anew.
    const [county] = await tx.query<{ readonly horizon: number }>(
      `update counties set horizon_seq = greatest(horizon_seq, $2) where county_id = $1 returning horizon_seq as horizon`,
      [countyId, purged?.last ?? 0],
    );
    return { count: purged?.count ?? 0, horizon: county?.horizon ?? 0 };
  });
}
