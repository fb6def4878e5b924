/** What the county has in a scope, to be compared with what a device has (SPEC.md, AGREE). */
import type { CollectionName } from '@shared/domain/collections';
import type { Queryable, Row } from '../db/database';
import { positionSql } from './county-position';
import { type DocumentKey, keyText } from './documents';
import type { PageItem } from './pages';
import { numberedSql, placesSql, type Scope, scopeParams } from './scope-query';

export interface CollectionState {
  readonly collection: CollectionName;
  readonly count: number;
  readonly digest: string;
}

/** The same digest as shared/sync/digest.ts: lines sorted byte by byte, hashed as one text. */
const digestsSql = `
  with position as materialized (${positionSql}), lines as (
    select collection, (id || ':' || seq || E'\\n') collate "C" as line from (${numberedSql}) d)
  select position.through, digests.* from position left join (
    select collection, count(*) as count, encode(sha256(convert_to(string_agg(line, '' order by line), 'UTF8')), 'hex') as digest
    from lines group by collection) digests on true`;

/** Collections without a document in the scope are left out. */
export async function readDigests(
  on: Queryable,
  scope: Scope,
): Promise<{ readonly through: number; readonly collections: readonly CollectionState[] }> {
  const rows = await on.query<Row & { through: number; collection: CollectionName | null } & CollectionState>(
    digestsSql,
    scopeParams(scope),
  );
  const collections = rows.filter(({ collection }) => collection !== null);
  return {
    through: rows[0]?.through ?? 0,
    collections: collections.map(({ collection, count, digest }) => ({ collection, count, digest })),
  };
}

const listingSql = `
  with position as materialized (${positionSql})
  select position.through, d.id, d.seq from position
  left join (${numberedSql}) d on d.collection = $5
  order by d.seq`;

export async function readListing(
  on: Queryable,
  scope: Scope,
  collection: CollectionName,
): Promise<{ readonly through: number; readonly items: [string, number][] }> {
  const rows = await on.query<{ through: number; id: string | null; seq: number }>(listingSql, [
    ...scopeParams(scope),
    collection,
  ]);
  const items = rows.flatMap(({ id, seq }): [string, number][] => (id === null ? [] : [[id, seq]]));
  return { through: rows[0]?.through ?? 0, items };
}

/** Of the wanted documents, those in the scope. */
export async function listInScope(
  on: Queryable,
  scope: Scope,
  keys: readonly DocumentKey[],
): Promise<ReadonlyMap<string, PageItem>> {
  const rows = await on.query<Row & PageItem>(
    `select d.collection, d.id, d.seq, d.body::text as body
     from unnest($5::text[], $6::text[]) as wanted (collection, id)
     join documents d on d.county_id = $1 and d.collection = wanted.collection and d.id = wanted.id
     join (${placesSql}) p on p.org_unit_id = d.org_unit_id and d.collection = any(p.collections)`,
    [...scopeParams(scope), keys.map(({ collection }) => collection), keys.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [keyText(row), row]));
}
