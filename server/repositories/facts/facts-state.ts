/** How far the facts have followed the register, and which units and sites are due. */
import type { Queryable } from '../../db/database';

export interface FactsState {
  readonly through: number;
  readonly isRebuilding: boolean;
}

const lockKey = `hashtextextended('facts of ' || $1::text, 0)`;

/** Lets one process at a time keep the facts of a county, until its transaction ends; false: another one does. */
export async function tryLockFacts(tx: Queryable, countyId: string): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    `select pg_try_advisory_xact_lock(${lockKey}) as locked`,
    [countyId],
  );
  return row?.locked === true;
}

/** The same, waiting for the step another process is at. */
export async function lockFacts(tx: Queryable, countyId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${lockKey})`, [countyId]);
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

export type FactsSubject = 'units' | 'sites';
const tables: Readonly<Record<FactsSubject, { table: string; id: string; collection: string }>> = {
  units: { table: 'unit_facts_due', id: 'unit_id', collection: 'units' },
  sites: { table: 'site_facts_due', id: 'site_id', collection: 'orgUnits' },
};

/** These have to be derived again at once. */
export async function markDue(
  tx: Queryable,
  countyId: string,
  subject: FactsSubject,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const { table, id } = tables[subject];
  await tx.query(
    `insert into ${table} (county_id, ${id}, due_on) select $1, id, '-infinity' from unnest($2::text[]) as id
     on conflict (county_id, ${id}) do update set due_on = excluded.due_on`,
    [countyId, ids],
  );
}

/** All there ever were: deleted ones count on the days before. */
export async function markAllDue(tx: Queryable, countyId: string, subject: FactsSubject): Promise<void> {
  const { table, id, collection } = tables[subject];
  await tx.query(
    `insert into ${table} (county_id, ${id}, due_on)
     select $1, id, '-infinity' from documents_ever where county_id = $1 and collection = '${collection}'
     on conflict (county_id, ${id}) do update set due_on = excluded.due_on`,
    [countyId],
  );
}

/** What to derive by `today`, longest due first; neighbours in the register mostly lie side by side. */
export async function listDue(
  on: Queryable,
  countyId: string,
  subject: FactsSubject,
  today: string,
  limit: number,
): Promise<readonly string[]> {
  const { table, id } = tables[subject];
  const rows = await on.query<{ id: string }>(
    `select ${id} as id from ${table} where county_id = $1 and due_on <= $2 order by due_on, ${id} limit $3`,
    [countyId, today, limit],
  );
  return rows.map((row) => row.id);
}

/** When something is due next; null = never. */
export interface DueDay {
  readonly id: string;
  readonly dueOn: string | null;
}

export async function setDue(
  tx: Queryable,
  countyId: string,
  subject: FactsSubject,
  days: readonly DueDay[],
): Promise<void> {
  const { table, id } = tables[subject];
  await tx.query(
    `update ${table} d set due_on = n.due_on from unnest($2::text[], $3::date[]) as n (id, due_on)
     where d.county_id = $1 and d.${id} = n.id`,
    [countyId, days.map((day) => day.id), days.map(({ dueOn }) => dueOn)],
  );
}

export interface FactsPosition {
  /** Number of the last change of the register. */
  readonly seq: number;
  /** The last one that was looked at. */
  readonly through: number;
  /** Everything up to `seq` is in the facts of every day up to `today`. */
  readonly isSettled: boolean;
}

/** null: there is no such county. */
export async function findFactsPosition(
  on: Queryable,
  countyId: string,
  today: string,
): Promise<FactsPosition | null> {
  const [row] = await on.query<{ seq: number; through: number; settled: boolean }>(
    `select last_number(c.county_id) as seq, coalesce(s.through, 0) as through,
       coalesce(not s.is_rebuilding and s.through >= last_number(c.county_id), false)
         and not exists (select from unit_facts_due u where u.county_id = c.county_id and u.due_on <= $2)
         and not exists (select from site_facts_due u where u.county_id = c.county_id and u.due_on <= $2) as settled
     from counties c left join facts_state s on s.county_id = c.county_id where c.county_id = $1`,
    [countyId, today],
  );
  return row ? { seq: Number(row.seq), through: Number(row.through), isSettled: row.settled } : null;
}
