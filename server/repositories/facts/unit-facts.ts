/** Rows of `unit_facts`, replaced unit by unit. */
import type { Queryable } from '../../db/database';
import { followUnitFacts } from './beside-facts';
import { factColumnList } from './fact-columns';

export interface UnitFactsRow {
  readonly unitId: string;
  /** YYYY-MM-DD. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** `factValuesOf` the days of the row. */
  readonly values: string;
}

const columns = factColumnList.map(([name]) => name).join(', ');
const typedColumns = factColumnList.map(([name, { type }]) => `${name} ${type}`).join(', ');

/** Two statements: one that both deletes and inserts could not insert a key it deletes. */
export async function replaceUnitFacts(
  tx: Queryable,
  countyId: string,
  unitIds: readonly string[],
  rows: readonly UnitFactsRow[],
): Promise<void> {
  await tx.query('delete from unit_facts where county_id = $1 and unit_id = any($2::text[])', [
    countyId,
    unitIds,
  ]);
  if (rows.length > 0)
    await tx.query(
      `insert into unit_facts (county_id, unit_id, valid_from, valid_to, ${columns})
       select $1, unit_id, valid_from, valid_to, ${columns} from json_to_recordset($2::json) as t (
         unit_id text, valid_from date, valid_to date, ${typedColumns})`,
      [countyId, `[${rows.map(toJson).join(',')}]`],
    );
  await followUnitFacts(tx, countyId, unitIds);
}

function toJson({ unitId, validFrom, validTo, values }: UnitFactsRow): string {
  const key = JSON.stringify({ unit_id: unitId, valid_from: validFrom, valid_to: validTo });
  return `${key.slice(0, -1)},${values.slice(1)}`;
}

/** Units that were the seat of one of the organizations on any day. */
export async function listSeatsOf(
  on: Queryable,
  countyId: string,
  orgIds: readonly string[],
  amongUnitIds: readonly string[],
): Promise<readonly string[]> {
  if (orgIds.length === 0 || amongUnitIds.length === 0) return [];
  const rows = await on.query<{ unit_id: string }>(
    `select distinct unit_id from unit_facts
     where county_id = $1 and unit_id = any($2::text[]) and seat_org_ids && $3::text[]`,
    [countyId, amongUnitIds, orgIds],
  );
  return rows.map((row) => row.unit_id);
}
