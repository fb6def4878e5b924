/** All rows of a county at once: copied, put back as a restore does (SPEC, EPOCH-1 and EPOCH-2), thrown away. */
import type { BackupHeader } from '@server/backup/backup-format';
import { beginEpoch, readEpochs } from '@server/backup/epochs';
import type { Database, Queryable } from '@server/db/database';
import { restoreGap } from '@shared/sync/protocol';

/** JSON text of the rows, by table. */
export type CountyCopy = ReadonlyMap<string, string>;

export async function copyCounty(database: Database, countyId: string): Promise<CountyCopy> {
  const copy = new Map<string, string>();
  for (const table of await tablesOf(database)) {
    const [row] = await database.query<{ rows: string }>(
      `select coalesce(json_agg(t), '[]')::text as rows from ${table} t where county_id = $1`,
      [countyId],
    );
    copy.set(table, row?.rows ?? '[]');
  }
  return copy;
}

/** @returns the number the new life begins after */
export async function putBack(
  database: Database,
  countyId: string,
  copy: CountyCopy,
  epoch: string,
  now: string,
): Promise<number> {
  return database.transaction(async (tx) => {
    const before = await readEpochs(tx, countyId);
    // The log refuses to be rewritten; a restore is the one who may.
    await tx.query('set local session_replication_role = replica');
    for (const [table, rows] of copy) {
      await tx.query(`delete from ${table} where county_id = $1`, [countyId]);
      await tx.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
        rows,
      ]);
    }
    const [county] = await tx.query<{ seq: number }>('select seq from counties where county_id = $1', [
      countyId,
    ]);
    const header = { county: { id: countyId }, seq: county?.seq ?? 0 };
    // Of the header of a backup file, only the county and its last number are looked at.
    const begun = await beginEpoch(tx, header as BackupHeader, before, { epoch, now, gap: restoreGap });
    return begun.seq;
  });
}

/** Nothing of an earlier county is left, not even the places its rows took: the next one is the same wherever it runs. */
export async function emptyDatabase(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    // The log refuses to be thrown away, too.
    await tx.query('set local session_replication_role = replica');
    await tx.query(`truncate ${(await tablesOf(tx)).join(', ')} restart identity`);
  });
}

async function tablesOf(on: Queryable): Promise<string[]> {
  const rows = await on.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'county_id' and table_name in (
       select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE')
     order by table_name = 'counties' desc, table_name`,
  );
  return rows.map(({ name }) => name);
}
