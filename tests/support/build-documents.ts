/** Real documents for tests: drafts go through the schema like everything else, only the bookkeeping is fixed. */
import {
  type CollectionName,
  collectionSchemas,
  type DocumentOf,
  type DraftOf,
} from '@shared/domain/collections';
import { organizationCheckOf } from '@shared/identifiers/organization-code';
import { usccCheckOf } from '@shared/identifiers/uscc';

type Bookkeeping = 'orgUnitId' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy' | 'rev' | 'source';
type WithoutBookkeeping<D> = D extends unknown
  ? Omit<D, Bookkeeping> & Partial<Pick<D, Bookkeeping & keyof D>>
  : never;
/** A draft with its id; everything else an office would not type is filled in. */
export type Draft<C extends CollectionName> = WithoutBookkeeping<DraftOf<C>>;

const bookkeeping = {
  orgUnitId: 'county',
  createdAt: '2023-01-04T01:00:00.000Z',
  createdBy: '测试员',
  updatedAt: '2023-01-04T01:00:00.000Z',
  updatedBy: '测试员',
  rev: 1,
  source: 'manual' as const,
};

export function buildDocument<C extends CollectionName>(collection: C, draft: Draft<C>): DocumentOf<C> {
  // The schema under the key parses to documents of that key; the union of schemas hides it.
  return collectionSchemas[collection].parse({ ...bookkeeping, ...draft }) as DocumentOf<C>;
}

/** A code of the prefix (91, 51, 52 …) that passes every check; the same number always gives the same code. */
export function usccOf(prefix: string, number: number): string {
  const organization = `MA${String(number).padStart(6, '0')}`;
  const body = `${prefix}340123${organization}${organizationCheckOf(organization)}`;
  return body + (usccCheckOf(body) ?? '');
}
