/** Rows of `site_facts`, replaced site by site. */
import type { Queryable } from '../../db/database';
import { followSiteFacts } from './beside-facts';

export interface SiteFactsRow {
  readonly siteId: string;
  /** YYYY-MM-DD. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly ruleSetVersion: string;
  readonly level: string;
  readonly townshipId: string | null;
  readonly isDue: boolean;
  readonly hasRoom: boolean;
}

export async function replaceSiteFacts(
  tx: Queryable,
  countyId: string,
  siteIds: readonly string[],
  rows: readonly SiteFactsRow[],
): Promise<void> {
  await tx.query('delete from site_facts where county_id = $1 and site_id = any($2::text[])', [
    countyId,
    siteIds,
  ]);
  await tx.query(
    `insert into site_facts (county_id, site_id, valid_from, valid_to, rule_set_version, level, township_id, is_due, has_room)
     select $1, "siteId", "validFrom", "validTo", "ruleSetVersion", "level", "townshipId", "isDue", "hasRoom"
     from json_to_recordset($2::json) as t ("siteId" text, "validFrom" date, "validTo" date, "ruleSetVersion" text,
       "level" text, "townshipId" text, "isDue" boolean, "hasRoom" boolean)`,
    [countyId, JSON.stringify(rows)],
  );
  await followSiteFacts(tx, countyId, siteIds);
}
