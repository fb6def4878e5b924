/** The parks, buildings and streets behind C14 or C15 on a day, with the names the register has for them now. */
import type { SiteFigureId } from '@shared/figures/figure';
import type { Part } from '@shared/insights/mark';
import type { ListedSite, SitesAnswer } from '@shared/insights/messages';
import type { Queryable } from '../../db/database';
import { createParams } from './fact-rows';
import { type SiteRange, siteFigureSql, siteRowsSql } from './sum-sites';

export interface SiteListQuestion extends SiteRange {
  readonly id: SiteFigureId;
  readonly part: Part;
  readonly limit: number;
}

/** Ordered by township, then by id. */
export async function listSites(on: Queryable, question: SiteListQuestion): Promise<SitesAnswer> {
  const { id, part, limit } = question;
  const params = createParams();
  const rowsSql = siteRowsSql(question, [], params);
  if (rowsSql === null) return { total: 0, sites: [] };
  const { base, counts } = siteFigureSql[id];
  const asked = { in: counts, base: 'true', out: `not ${counts}` }[part];
  const rows = await on.query<ListedSite & { total: number }>(
    `${rowsSql}
     select count(*) over () as total, r.site_id as "siteId", coalesce(d.body ->> 'name', '（已删除）') as name, r.level,
       coalesce(r.township_id, '') as "townshipId", ${counts} as "isCounted"
     from rows r
     left join documents_ever d on d.county_id = $1 and d.collection = 'orgUnits' and d.id = r.site_id
     where ${base} and ${asked}
     order by coalesce(r.township_id, '') collate "C", r.site_id collate "C" limit ${params.add(limit)}`,
    params.values,
  );
  return {
    total: Number(rows[0]?.total ?? 0),
    sites: rows.map(({ siteId, name, level, townshipId, isCounted }) => ({
      siteId,
      name,
      level,
      townshipId,
      isCounted,
    })),
  };
}
