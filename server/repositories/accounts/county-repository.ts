/** The counties of a database; an ordinary one holds one. */
import type { Queryable, Row } from '../../db/database';

export interface CountyRow {
  readonly id: string;
  readonly name: string;
}

export const listCounties = (on: Queryable): Promise<readonly CountyRow[]> =>
  on.query<CountyRow & Row>('select county_id as id, name from counties order by created_at, county_id');

/** Until the end of the transaction nobody else begins a county. */
export async function lockCounties(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [countiesKey]);
}
/** Any number no other lock of one key has. */
const countiesKey = 772_002;
