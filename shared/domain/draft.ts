/** A document before it is stored: what somebody writes of it, without the bookkeeping that the store fills in. */
import type { CollectionName, DraftOf } from './collections';

type StoreFilled =
  | 'id'
  | 'orgUnitId'
  | 'createdAt'
  | 'createdBy'
  | 'updatedAt'
  | 'updatedBy'
  | 'rev'
  | 'deletedAt'
  | 'source'
  | 'importBatchId'
  | 'history'
  | 'seq'
  | 'pending'
  | 'isPending';
// Distributes over the kinds of records, cases, assessments and settings, which a plain Omit would merge.
type WithoutStoreFilled<D> = D extends unknown ? Omit<D, StoreFilled> : never;

export type ContentOf<C extends CollectionName> = WithoutStoreFilled<DraftOf<C>>;

/** Content with its id given beforehand, so that other new documents can point to it. */
export type IdentifiedContentOf<C extends CollectionName> = ContentOf<C> & {
  readonly id: string;
  readonly orgUnitId: string;
};
