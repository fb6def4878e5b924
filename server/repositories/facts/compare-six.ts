/** 六有 of units on two days: how many moved from how many items to how many, and who gained or lost one. */
import type { FlowAnswer, FlowUnit } from '@shared/insights/messages';
import type { Within } from '@shared/insights/within';
import type { Queryable } from '../../db/database';
import { createParams, type FactsScope, rangeSql } from './fact-rows';

export interface FlowRange extends FactsScope {
  readonly from: string;
  readonly to: string;
  readonly within: Within;
}

const mostUnits = 5000;

function statesSql(range: FlowRange) {
  const params = createParams();
  const assessedOn = (day: string): string => {
    const { where } = rangeSql({ ...range, days: [day], series: 'twoNew' }, params);
    return `select f.county_id, f.unit_id, f.township_id, f.six_met,
        coalesce((select array_agg(item order by item collate "C") from unnest(f.six_met_items) as item), '{}') as items
      from unit_facts f where ${where} and f.is_six_assessed`;
  };
  const sql = `with first as (${assessedOn(range.from)}), second as (${assessedOn(range.to)}), states as (
      select coalesce(second.unit_id, first.unit_id) as unit_id, coalesce(second.township_id, first.township_id) as township_id,
        coalesce(second.county_id, first.county_id) as county_id,
        first.six_met as met_then, second.six_met as met_now, first.items as items_then, second.items as items_now
      from first full join second on second.unit_id = first.unit_id)`;
  return { sql, values: params.values };
}

export async function compareSix(on: Queryable, range: FlowRange): Promise<FlowAnswer> {
  const { sql, values } = statesSql(range);
  const moves = await on.query<{ before: number | null; after: number | null; count: number }>(
    `${sql} select met_then as before, met_now as after, count(*)::int as count from states
     group by met_then, met_now order by met_then nulls first, met_now nulls first`,
    values,
  );
  const changed = await on.query<{ unit: FlowUnit }>(
    `${sql} select json_build_object('unitId', s.unit_id, 'name', coalesce(u.body ->> 'name', '（已删除）'),
       'townshipId', s.township_id,
       'before', case when met_then is not null then json_build_object('met', met_then, 'items', items_then) end,
       'after', case when met_now is not null then json_build_object('met', met_now, 'items', items_now) end) as unit
     from states s
     left join documents_ever u on u.county_id = s.county_id and u.collection = 'units' and u.id = s.unit_id
     where items_then is distinct from items_now
     order by s.township_id collate "C", s.unit_id collate "C" limit ${mostUnits}`,
    values,
  );
  return { moves: [...moves], changed: changed.map(({ unit }) => unit) };
}
