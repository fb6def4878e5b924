/** Documents as the figures need them: those that were purged too, because they count on the days of then. */
import type { CollectionName } from '@shared/domain/collections';
import type { Queryable } from '../../db/database';
import type { DocumentKey } from '../documents';

export interface FactsDocument extends DocumentKey {
  readonly seq: number;
  /** JSON as it was written. */
  readonly body: string;
}
interface FactsDocumentRow extends FactsDocument {
  readonly [column: string]: unknown;
}
export interface ChangedPage {
  readonly documents: readonly FactsDocument[];
  /** Everything up to this number has been seen, whatever its collection. */
  readonly through: number;
  readonly isLast: boolean;
}
const columns = 'd.collection, d.id, d.seq, d.body::text as body';

/**
 * The next documents numbered above `since`. A page seen up to a number never gains a document below it (PULL-1), so
 * following the numbers misses nothing.
 */
export async function listChangedSince(
  on: Queryable,
  countyId: string,
  since: number,
  limit: number,
): Promise<ChangedPage> {
  const documents = await on.query<FactsDocumentRow>(
    `select ${columns} from documents_ever d where d.county_id = $1 and d.seq > $2 order by d.seq limit $3`,
    [countyId, since, limit],
  );
  return { documents, through: documents.at(-1)?.seq ?? since, isLast: documents.length < limit };
}

export const listDocumentsEver = (
  on: Queryable,
  countyId: string,
  keys: readonly DocumentKey[],
): Promise<readonly FactsDocument[]> =>
  on.query<FactsDocumentRow>(
    `select ${columns} from documents_ever d
     join unnest($2::text[], $3::text[]) as wanted (collection, id) using (collection, id)
     where d.county_id = $1`,
    [countyId, keys.map(({ collection }) => collection), keys.map(({ id }) => id)],
  );

export async function listIdsEver(
  on: Queryable,
  countyId: string,
  collection: CollectionName,
): Promise<ReadonlySet<string>> {
  const rows = await on.query<{ id: string }>(
    'select id from documents_ever where county_id = $1 and collection = $2',
    [countyId, collection],
  );
  return new Set(rows.map((row) => row.id));
}
