/** The units behind a mark on a day, with the names the register has for them now. */

import type { Mark, Part } from '@shared/insights/mark';
import type { ListedUnit } from '@shared/insights/messages';
import type { Within } from '@shared/insights/within';
import type { Queryable } from '../../db/database';
import { createParams, type FactsScope, type Params, rangeSql } from './fact-rows';
import { type UnitFigureId, unitFigureSql } from './indicator-sql';

export interface ListQuestion extends FactsScope {
  readonly day: string;
  readonly within: Within;
  readonly mark: Mark;
  readonly limit: number;
}

/** A figure over one unit says whether that unit is in the list: the sums are the only definition. */
function figureCondition(id: UnitFigureId, part: Part): string {
  const { numerator, denominator } = unitFigureSql[id];
  const people = 'max(coalesce(cardinality(instructor_ids), 0))';
  const base = id === 'C13b' ? people : denominator;
  const test = { in: `${numerator} > 0`, base: `${base} > 0`, out: `${base} > ${numerator}` }[part];
  return `(select ${test} from (select f.*) as own)`;
}

/** What C14 and C15 count are places: no unit stands behind them. */
const isOfUnits = (id: string): id is UnitFigureId => id in unitFigureSql;

function markCondition(mark: Mark, params: Params): string {
  const meets = (code: string) => `${params.add(code)} = any(coalesce(f.six_met_items, '{}'))`;
  switch (mark.kind) {
    case 'figure':
      return isOfUnits(mark.id) ? figureCondition(mark.id, mark.part) : 'false';
    case 'sixMet':
      return `f.is_six_assessed and f.six_met = ${params.add(mark.met)}`;
    case 'sixItem':
      return `f.is_six_assessed and ${mark.isMet ? '' : 'not '}${meets(mark.code)}`;
    case 'nearlySix':
      return `f.is_six_assessed and f.is_six_basic${mark.code === null ? '' : ` and not ${meets(mark.code)}`}`;
    case 'state':
      return `f.coverage_state = ${params.add(mark.state)}`;
    case 'scope':
      return `f.scope_reason = ${params.add(mark.reason)} and f.unit_type <> 'individualBusiness'`;
  }
}

interface ListRow {
  readonly [column: string]: unknown;
  readonly total: number;
}

/** Ordered by township, then by id. */
export async function listUnits(
  on: Queryable,
  question: ListQuestion,
): Promise<{ readonly total: number; readonly units: readonly ListedUnit[] }> {
  const { mark, day, limit, ...scope } = question;
  const params = createParams();
  const series = mark.kind === 'scope' ? 'everything' : 'twoNew';
  const where = rangeSql({ ...scope, days: [day], series }, params);
  const rows = await on.query<ListRow & { unit: ListedUnit }>(
    `with found as (
       select f.*, count(*) over () as total from unit_facts f where ${where} and ${markCondition(mark, params)}
       order by f.township_id collate "C", f.unit_id collate "C" limit ${params.add(limit)}
     )
     select found.total, json_build_object('unitId', found.unit_id, 'name', coalesce(u.body ->> 'name', '（已删除）'),
       'townshipId', found.township_id, 'scopeReason', found.scope_reason, 'coverageState', found.coverage_state,
       'coverOrgName', o.body ->> 'name', 'fullMembersHere', found.full_members_here,
       'membersHere', found.members_here, 'floatingOut', least(found.floating_out, found.members_here), 'staff', found.staff,
       'sixMetItems', coalesce((select array_agg(item order by item collate "C") from unnest(found.six_met_items) as item), '{}'),
       'isSixAssessed', found.is_six_assessed) as unit
     from found
     left join documents_ever u on u.county_id = found.county_id and u.collection = 'units' and u.id = found.unit_id
     left join documents_ever o on o.county_id = found.county_id and o.collection = 'partyOrgs' and o.id = found.cover_org_id
     order by found.township_id collate "C", found.unit_id collate "C"`,
    params.values,
  );
  return { total: Number(rows[0]?.total ?? 0), units: rows.map(({ unit }) => unit) };
}
