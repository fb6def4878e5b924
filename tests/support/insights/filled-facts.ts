/** A county of any size in `unit_facts`, with three years in which every unit changes every few months. */
import type { Database } from '@server/db/database';
import { addCounty } from '@server/repositories/county-position';
import { followUnitFacts } from '@server/repositories/facts/beside-facts';
import { factColumnList, factValuesOf } from '@server/repositories/facts/fact-columns';
import { replaceUnitFacts, type UnitFactsRow } from '@server/repositories/facts/unit-facts';
import { buildRelations } from '@shared/figures/build-relations';
import { deriveAllFacts } from '@shared/figures/derive-unit-facts';
import { defaultCriteriaSets } from '@shared/rules/default-criteria-sets';
import { rulesOn } from '@shared/rules/rule-set-on';
import { buildLargeCounty } from '../large-county';

const asOf = '2025-12-31';
const codes = defaultCriteriaSets[0].items.map(({ code }) => `'${code}'`).join(', ');
const batch = 2000;
/** Runs of a unit: the first, then one about every six months. */
export const runsPerUnit = 6;

export async function fillFacts(database: Database, countyId: string, size: number): Promise<void> {
  await addCounty(database, { id: countyId, name: '青澜县', epoch: 'epoch', at: '2026-01-01T00:00:00.000Z' });
  const relations = buildRelations(buildLargeCounty(size));
  const context = { relations, asOf, ...rulesOn(relations, asOf) };
  const rows = [...deriveAllFacts(context).values()].map(
    (facts): UnitFactsRow => ({
      unitId: facts.unitId,
      validFrom: '2023-01-01',
      validTo: '2023-06-30',
      values: factValuesOf(facts, context),
    }),
  );
  for (let start = 0; start < rows.length; start += batch) {
    const part = rows.slice(start, start + batch);
    await replaceUnitFacts(
      database,
      countyId,
      part.map(({ unitId }) => unitId),
      part,
    );
  }
  await addRuns(database, countyId);
  const unitIds = rows.map(({ unitId }) => unitId);
  await followUnitFacts(database, countyId, unitIds);
  for (const table of ['unit_facts', 'unit_facts_served', 'facts_rules'])
    await database.query(`analyze ${table}`);
}

/** Later runs are the first one with some other coverage, criteria and scope, each beginning on a day of its own. */
async function addRuns(database: Database, countyId: string): Promise<void> {
  const names = factColumnList.map(([name]) => name);
  const changed: Readonly<Record<string, string>> = {
    is_org_covered: '(h + i) % 5 < 3',
    is_work_covered: '(h + i) % 10 < 9',
    is_blank: '(h + i) % 10 = 9',
    six_met: '(h + i) % 7',
    six_met_items: `(array[${codes}])[1:nullif((h + i) % 7, 0)]`,
    is_six_passed: '(h + i) % 7 = 6',
    in_scope: 'in_scope and (h + i) % 20 > 0',
    scope_reason: `case when (h + i) % 20 = 0 then 'suspended' else scope_reason end`,
  };
  await database.query(
    `with base as (select f.*, abs(hashtext(unit_id)) % 180 as h from unit_facts f where county_id = $1)
     insert into unit_facts (county_id, unit_id, valid_from, valid_to, ${names.join(', ')})
     select county_id, unit_id,
       case when i = 1 then date '2023-06-30' else date '2023-06-30' + (i - 1) * 180 + h end,
       case when i = ${runsPerUnit - 1} then null else date '2023-06-30' + i * 180 + h end,
       ${names.map((name) => changed[name] ?? name).join(', ')}
     from base cross join generate_series(1, ${runsPerUnit - 1}) as i`,
    [countyId],
  );
}
