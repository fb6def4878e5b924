/** The counties of a database; an ordinary one holds one. */
import type { Queryable, Row } from '../../db/database';

export interface CountyRow {
  readonly id: string;
  readonly name: string;
}

export const listCounties = (on: Queryable): Promise<readonly CountyRow[]> =>
  on.query<CountyRow & Row>('select county_id as id, name from counties order by created_at, county_id');
