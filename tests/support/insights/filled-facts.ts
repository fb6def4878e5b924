/** A county of any size in `unit_facts`, with three years in which every unit changes every few months. */
import type { Database } from '@server/db/database';
import { addCounty } from '@server/repositories/county-position';
import { factColumnList, factValuesOf } from '@server/repositories/facts/fact-columns';
import { replaceUnitFacts, type UnitFactsRow } from '@server/repositories/facts/unit-facts';
import { buildRelations } from '@shared/figures/build-relations';
import { deriveAllFacts } from '@shared/figures/derive-unit-facts';
import { rulesOn } from '@shared/rules/rule-set-on';
import { buildLargeCounty } from '../large-county';

const asOf = '2025-12-31';
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
  await database.query('analyze unit_facts');
}

/** Later runs are the first one with some other coverage, each beginning on a day of its own. */
async function addRuns(database: Database, countyId: string): Promise<void> {
  const names = factColumnList.map(([name]) => name);
  const changed: Readonly<Record<string, string>> = {
    is_org_covered: '(h + i) % 5 < 3',
    is_work_covered: '(h + i) % 10 < 9',
    is_blank: '(h + i) % 10 = 9',
    six_met: '(h + i) % 7',
    is_six_passed: '(h + i) % 7 = 6',
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
