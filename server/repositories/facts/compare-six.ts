/** 六有 of units on two days: how many moved from how many items to how many, and who gained or lost one. */
import type { FlowAnswer, FlowUnit } from '@shared/insights/messages';
import type { Within } from '@shared/insights/within';
import type { Queryable } from '../../db/database';
import { createParams, type FactsScope, rangeSql, spanSql } from './fact-rows';

export interface FlowRange extends FactsScope {
  readonly from: string;
  readonly to: string;
  readonly within: Within;
}

const mostUnits = 5000;

/** null stays null: the unit was not assessed on that day. */
const sorted = (items: string): string =>
  `case when ${items} is not null then
     coalesce((select array_agg(item order by item collate "C") from unnest(${items}) as item), '{}') end`;

/** Rows are read once for both days, and items put in order only where the two differ as they lie there. */
function statesSql(range: FlowRange) {
  const params = createParams();
  const days = [...new Set([range.from, range.to])].sort();
  const where = rangeSql({ ...range, days, series: 'twoNew' }, params);
  const { lo, hi } = spanSql(days, params);
  const holdsOn = (day: string): string => `lo <= ${days.indexOf(day)} and hi > ${days.indexOf(day)}`;
  const sql = `with found as materialized (
      select f.county_id, f.unit_id, f.township_id, f.six_met, coalesce(f.six_met_items, '{}') as items, ${lo} as lo, ${hi} as hi
      from unit_facts f where ${where} and f.is_six_assessed
    ), first as (select * from found where ${holdsOn(range.from)}
    ), second as (select * from found where ${holdsOn(range.to)}
    ), states as materialized (
      select coalesce(second.unit_id, first.unit_id) as unit_id, coalesce(second.township_id, first.township_id) as township_id,
        coalesce(second.county_id, first.county_id) as county_id, first.six_met as met_then, second.six_met as met_now,
        first.items as items_then, second.items as items_now
      from first full join second on second.unit_id = first.unit_id
    ), moves as (
      select met_then, met_now, count(*)::int as count from states group by met_then, met_now
    ), moved as (
      select unit_id, township_id, county_id, met_then, met_now, ${sorted('items_then')} as items_then,
        ${sorted('items_now')} as items_now
      from states where items_then is distinct from items_now
    ), changed as (
      select * from moved where items_then is distinct from items_now
      order by township_id collate "C", unit_id collate "C" limit ${mostUnits})`;
  return { sql, values: params.values };
}

interface FlowRow {
  readonly [column: string]: unknown;
  /** A line of one of the two lists; the other is null. */
  readonly move: FlowAnswer['moves'][number] | null;
  readonly unit: FlowUnit | null;
}

export async function compareSix(on: Queryable, range: FlowRange): Promise<FlowAnswer> {
  const { sql, values } = statesSql(range);
  const rows = await on.query<FlowRow>(
    `${sql}, lines as (
       select 0 as part, row_number() over (order by met_then nulls first, met_now nulls first) as place,
         json_build_object('before', met_then, 'after', met_now, 'count', count) as move, null::json as unit
       from moves
       union all
       select 1, row_number() over (order by c.township_id collate "C", c.unit_id collate "C"), null,
         json_build_object('unitId', c.unit_id, 'name', coalesce(u.body ->> 'name', '（已删除）'), 'townshipId', c.township_id,
           'before', case when met_then is not null then json_build_object('met', met_then, 'items', items_then) end,
           'after', case when met_now is not null then json_build_object('met', met_now, 'items', items_now) end)
       from changed c
       left join documents_ever u on u.county_id = c.county_id and u.collection = 'units' and u.id = c.unit_id)
     select move, unit from lines order by part, place`,
    values,
  );
  return {
    moves: rows.flatMap(({ move }) => move ?? []),
    changed: rows.flatMap(({ unit }) => unit ?? []),
  };
}
