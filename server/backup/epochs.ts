import type { Queryable } from '../db/database';
import type { BackupHeader } from './backup-format';

export interface KnownEpoch {
  readonly ordinal: number;
  readonly epoch: string;
  readonly started_at: string;
  readonly restored_to: number | null;
}

/** What the database knew of the county before the restore; `seq` 0 and no epochs when it did not know it. */
export interface EpochsBefore {
  readonly seq: number;
  readonly epochs: readonly KnownEpoch[];
}

export async function readEpochs(tx: Queryable, countyId: string): Promise<EpochsBefore> {
  const [county] = await tx.query<{ readonly seq: number }>('select last_number($1) as seq from counties', [
    countyId,
  ]);
  const epochs = await tx.query<KnownEpoch & Record<string, unknown>>(
    'select ordinal, epoch, started_at, restored_to from epochs where county_id = $1 order by ordinal',
    [countyId],
  );
  return { seq: county?.seq ?? 0, epochs };
}

/**
 * EPOCH-1, EPOCH-2: names the life that begins with a restore and moves the counter past every number that may have been
 * given. Lives between the backup and now stay known: a device of one of them has to learn what survived of it.
 */
export async function beginEpoch(
  tx: Queryable,
  { county, seq }: BackupHeader,
  before: EpochsBefore,
  begin: { readonly epoch: string; readonly now: string; readonly gap: number },
): Promise<{ readonly epoch: string; readonly seq: number }> {
  await tx.query(
    `insert into epochs (county_id, ordinal, epoch, started_at, restored_to)
     select $1, ordinal, epoch, started_at, restored_to
     from json_to_recordset($2::json) as known (ordinal integer, epoch text, started_at timestamptz, restored_to bigint)
     on conflict do nothing`,
    [county.id, JSON.stringify(before.epochs)],
  );
  await tx.query(
    `insert into epochs (county_id, ordinal, epoch, started_at, restored_to)
     select $1, max(ordinal) + 1, $2, $3, $4 from epochs where county_id = $1`,
    [county.id, begin.epoch, begin.now, seq],
  );
  const next = Math.max(seq, before.seq) + begin.gap;
  await tx.query('update counties set seq = $2 where county_id = $1', [county.id, next]);
  return { epoch: begin.epoch, seq: next };
}
