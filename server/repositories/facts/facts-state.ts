/** How far the facts have followed the register, and which units are due. */
import type { Queryable } from '../../db/database';

export interface FactsState {
  readonly through: number;
  readonly isRebuilding: boolean;
}

/** Lets one process at a time keep the facts of a county, until its transaction ends; false: another one does. */
export async function tryLockFacts(tx: Queryable, countyId: string): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('facts of ' || $1::text, 0)) as locked`,
    [countyId],
  );
  return row?.locked === true;
}

export async function readFactsState(tx: Queryable, countyId: string): Promise<FactsState> {
  await tx.query('insert into facts_state (county_id) values ($1) on conflict do nothing', [countyId]);
  const [row] = await tx.query<{ through: number; is_rebuilding: boolean }>(
    'select through, is_rebuilding from facts_state where county_id = $1',
    [countyId],
  );
  return { through: row?.through ?? 0, isRebuilding: row?.is_rebuilding ?? true };
}

export async function writeFactsState(tx: Queryable, countyId: string, state: FactsState): Promise<void> {
  await tx.query(
    `insert into facts_state (county_id, through, is_rebuilding) values ($1, $2, $3)
     on conflict (county_id) do update set through = excluded.through, is_rebuilding = excluded.is_rebuilding`,
    [countyId, state.through, state.isRebuilding],
  );
}

/** These units have to be derived again at once. */
export async function markDue(tx: Queryable, countyId: string, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return;
  await tx.query(
    `insert into unit_facts_due (county_id, unit_id, due_on) select $1, id, '-infinity' from unnest($2::text[]) as id
     on conflict (county_id, unit_id) do update set due_on = excluded.due_on`,
    [countyId, unitIds],
  );
}

/** Every unit there ever was: deleted ones count on the days before. */
export async function markAllDue(tx: Queryable, countyId: string): Promise<void> {
  await tx.query(
    `insert into unit_facts_due (county_id, unit_id, due_on)
     select $1, id, '-infinity' from documents_ever where county_id = $1 and collection = 'units'
     on conflict (county_id, unit_id) do update set due_on = excluded.due_on`,
    [countyId],
  );
}

/** Units to derive by `today`, longest due first; neighbours in the register mostly lie side by side. */
export async function listDue(
  on: Queryable,
  countyId: string,
  today: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await on.query<{ unit_id: string }>(
    `select unit_id from unit_facts_due where county_id = $1 and due_on <= $2
     order by due_on, unit_id limit $3`,
    [countyId, today, limit],
  );
  return rows.map((row) => row.unit_id);
}

/** @param days when each unit is due next; null = never */
export async function setDue(
  tx: Queryable,
  countyId: string,
  days: readonly { readonly unitId: string; readonly dueOn: string | null }[],
): Promise<void> {
  await tx.query(
    `update unit_facts_due d set due_on = n.due_on
     from unnest($2::text[], $3::date[]) as n (unit_id, due_on)
     where d.county_id = $1 and d.unit_id = n.unit_id`,
    [countyId, days.map(({ unitId }) => unitId), days.map(({ dueOn }) => dueOn)],
  );
}
