/** Which documents name which (shared/figures/fact-links.ts). */
import type { FactLink, FactLinkName } from '@shared/figures/fact-links';
import type { Queryable } from '../../db/database';

export interface DocumentLinks {
  readonly documentId: string;
  readonly links: readonly FactLink[];
}

export async function replaceLinks(
  tx: Queryable,
  countyId: string,
  documents: readonly DocumentLinks[],
): Promise<void> {
  if (documents.length === 0) return;
  await tx.query('delete from fact_links where county_id = $1 and document_id = any($2::text[])', [
    countyId,
    documents.map(({ documentId }) => documentId),
  ]);
  const rows = documents.flatMap(({ documentId, links }) => links.map((link) => ({ documentId, ...link })));
  if (rows.length === 0) return;
  await tx.query(
    `insert into fact_links (county_id, name, key, document_id)
     select $1, name, key, id from unnest($2::text[], $3::text[], $4::text[]) as t (name, key, id)`,
    [
      countyId,
      rows.map(({ name }) => name),
      rows.map(({ key }) => key),
      rows.map(({ documentId }) => documentId),
    ],
  );
}

/** Documents that name one of the keys. */
export async function listNaming(
  on: Queryable,
  countyId: string,
  names: readonly FactLinkName[],
  keys: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const wanted = [...keys];
  if (wanted.length === 0) return new Set();
  const rows = await on.query<{ document_id: string }>(
    `select distinct document_id from fact_links
     where county_id = $1 and name = any($2::text[]) and key = any($3::text[])`,
    [countyId, names, wanted],
  );
  return new Set(rows.map((row) => row.document_id));
}

/** Keys that the documents name. */
export async function listNamed(
  on: Queryable,
  countyId: string,
  names: readonly FactLinkName[],
  documentIds: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const wanted = [...documentIds];
  if (wanted.length === 0) return new Set();
  const rows = await on.query<{ key: string }>(
    `select distinct key from fact_links
     where county_id = $1 and document_id = any($3::text[]) and name = any($2::text[])`,
    [countyId, names, wanted],
  );
  return new Set(rows.map((row) => row.key));
}
