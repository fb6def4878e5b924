/** The organizations or instructors that are the base of C18 or C13b on a day, with the names the register has for them now. */
import type { RecordFigureId } from '@shared/figures/figure';
import type { ListedRecord, RecordsAnswer } from '@shared/insights/messages';
import type { Within } from '@shared/insights/within';
import type { Queryable } from '../../db/database';
import { createParams, type FactsScope, rangeSql } from './fact-rows';

export interface RecordListQuestion extends FactsScope {
  readonly day: string;
  readonly within: Within;
  readonly id: RecordFigureId;
  readonly limit: number;
}

/** Table and column that hold the ids, the collection they belong to, and the field that says what one is. */
const sources = {
  C13b: { table: 'unit_facts_served', column: 'instructor_ids', collection: 'instructors', kind: 'role' },
  C18: { table: 'unit_facts', column: 'seat_org_ids', collection: 'partyOrgs', kind: 'tier' },
} as const satisfies Record<RecordFigureId, object>;

/** Whether the caller's device holds document `d`: below her place (SCOPE-1), or at a level above it (SCOPE-2). */
const isHeldSql = (root: string): string => `exists (
  select from org_tree t where t.county_id = $1 and t.org_unit_id = d.body ->> 'orgUnitId' and (${root} = any(t.ancestors)
    or exists (select from org_tree own where own.county_id = $1 and own.org_unit_id = ${root}
         and t.org_unit_id = any(own.ancestors))))`;

/** Ordered by township, then by id. A record the caller may not hold counts, but is not named (SCOPE-8). */
export async function listRecords(on: Queryable, question: RecordListQuestion): Promise<RecordsAnswer> {
  const { id, day, limit, ...scope } = question;
  const { table, column, collection, kind } = sources[id];
  const params = createParams();
  const where = rangeSql({ ...scope, days: [day], series: 'twoNew' }, params);
  const isHeld = scope.rootId === null ? 'true' : isHeldSql(params.add(scope.rootId));
  const rows = await on.query<ListedRecord & { total: number; units: number | string }>(
    `with found as (
       select r.id, count(*) as units, min(f.township_id collate "C") as township_id
       from ${table} f cross join lateral unnest(f.${column}) as r (id)
       where ${where} and f.${column} is not null group by r.id
     )
     select count(*) over () as total, found.id as "recordId", found.units, found.township_id as "townshipId",
       case when ${isHeld} then d.body ->> 'name' end as name, case when ${isHeld} then d.body ->> '${kind}' end as kind
     from found
     left join documents_ever d on d.county_id = $1 and d.collection = '${collection}' and d.id = found.id
     order by found.township_id collate "C", found.id collate "C" limit ${params.add(limit)}`,
    params.values,
  );
  return {
    total: Number(rows[0]?.total ?? 0),
    records: rows.map(({ recordId, name, kind: what, units, townshipId }) => ({
      recordId,
      name,
      kind: what,
      unitCount: Number(units),
      townshipId,
    })),
  };
}
