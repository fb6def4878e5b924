/** A county whose register is filled by pushing the edits of a wild register, in any order. */
import { factColumnList } from '@server/repositories/facts/fact-columns';
import { deriveSites } from '@server/services/facts/derive-sites';
import { deriveUnits } from '@server/services/facts/derive-units';
import { readDocument } from '@server/services/facts/read-document';
import { createRandom, type Random } from '@shared/demo/random';
import { type CollectionName, collectionNames, type Register } from '@shared/domain/collections';
import { chinaDayOf } from '@shared/lib/day';
import type { PushedEdit } from '@shared/sync/messages';
import { shuffledEdits, wildEdits } from '../../support/wild-register/wild-edits';
import { wildRegister } from '../../support/wild-register/wild-register';
import type { SmallCounty } from '../county/small-county';

export type FactsRow = Readonly<Record<string, unknown>>;

const columns = ['unit_id', 'valid_from', 'valid_to', ...factColumnList.map(([name]) => name)].join(', ');

export const factsOf = (county: SmallCounty): Promise<readonly FactsRow[]> =>
  county.environment.database.query(
    `select ${columns} from unit_facts where county_id = $1 order by unit_id, valid_from`,
    [county.id],
  );

const servedColumns = [
  'unit_id',
  'valid_from',
  'valid_to',
  'unit_type',
  'in_scope',
  'is_sole_trader_in_scope',
  'instructor_ids',
  'township_id',
  'village_ids',
  'park_ids',
  'building_ids',
  'industry_section',
  'size_class',
  'ownership',
  'social_type',
  'key_fields',
];

export const servedOf = (county: SmallCounty): Promise<readonly FactsRow[]> =>
  county.environment.database.query(
    `select ${servedColumns.join(', ')} from unit_facts_served where county_id = $1 order by unit_id, valid_from`,
    [county.id],
  );

/** Of the rows of all units, those that have an instructor. */
export const expectedServed = (facts: readonly FactsRow[]): readonly FactsRow[] =>
  facts
    .filter((row) => row['instructor_ids'] !== null)
    .map((row) => Object.fromEntries(servedColumns.map((name) => [name, row[name]])));

/** Edits of a wild register in an order drawn from the same seed. */
export const editsOf = (county: SmallCounty, seed: number): PushedEdit[] =>
  shuffledEdits(createRandom(seed + 1), wildEdits(wildRegister(seed), county.id));

const siteColumns = 'site_id, valid_from, valid_to, rule_set_version, level, township_id, is_due, has_room';

export const siteFactsOf = (county: SmallCounty): Promise<readonly FactsRow[]> =>
  county.environment.database.query(
    `select ${siteColumns} from site_facts where county_id = $1 order by site_id, valid_from`,
    [county.id],
  );

/** @param between called after each push; some days nothing comes in */
export async function pushInBatches(
  county: SmallCounty,
  edits: readonly PushedEdit[],
  random: Random,
  between: () => Promise<void> = async () => {},
): Promise<void> {
  for (let start = 0; start < edits.length; ) {
    const batch = edits.slice(start, start + random.int(1, 40));
    start += batch.length;
    await county.push(county.organizer, batch);
    passHours(county, random.int(1, 700));
    await between();
  }
}

export function passHours({ clock }: SmallCounty, hours: number): void {
  clock.now = new Date(Date.parse(clock.now) + hours * 3_600_000).toISOString();
}

/** The county's documents as they are stored. */
export async function registerOf({ id, environment }: SmallCounty): Promise<Register> {
  const lists = Object.fromEntries(collectionNames.map((name) => [name, [] as unknown[]]));
  const rows = await environment.database.query<{ collection: CollectionName; body: string }>(
    'select collection, body::text as body from documents_ever where county_id = $1',
    [id],
  );
  for (const { collection, body } of rows) lists[collection]?.push(readDocument(collection, body));
  // Every document was put into the list of its own collection.
  return lists as unknown as Register;
}

/** The rows there should be, from the whole register at once. */
export async function expectedFacts(county: SmallCounty): Promise<readonly FactsRow[]> {
  const register = await registerOf(county);
  const unitIds = new Set(register.units.map(({ id }) => id));
  const { rows } = deriveUnits(register, unitIds, chinaDayOf(county.clock.now));
  return rows
    .map(({ unitId, validFrom, validTo, values }) => ({
      unit_id: unitId,
      valid_from: validFrom,
      valid_to: validTo,
      // Made by this program a moment ago.
      ...(JSON.parse(values) as FactsRow),
    }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The rows of sites there should be, from the whole register at once. */
export async function expectedSiteFacts(county: SmallCounty): Promise<readonly FactsRow[]> {
  const register = await registerOf(county);
  const siteIds = new Set(register.orgUnits.map(({ id }) => id));
  const { rows } = deriveSites(register, siteIds, chinaDayOf(county.clock.now));
  return rows
    .map((row) => ({
      site_id: row.siteId,
      valid_from: row.validFrom,
      valid_to: row.validTo,
      rule_set_version: row.ruleSetVersion,
      level: row.level,
      township_id: row.townshipId,
      is_due: row.isDue,
      has_room: row.hasRoom,
    }))
    .sort((a, b) => (`${a.site_id} ${a.valid_from}` < `${b.site_id} ${b.valid_from}` ? -1 : 1));
}

const keyOf = (row: FactsRow): string => `${String(row['unit_id'])} ${String(row['valid_from'])}`;
