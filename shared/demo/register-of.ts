/** Drafts made into whole documents, as the store would: for figures and measurements without a database. */
import {
  type CollectionName,
  collectionNames,
  collectionSchemas,
  type Register,
} from '@shared/domain/collections';
import type { DemoDrafts } from './demo-model';

/** @param at instant written as time of entry */
export function registerOf(drafts: Partial<DemoDrafts>, at: string): Register {
  const bookkeeping = {
    createdAt: at,
    createdBy: '演示',
    updatedAt: at,
    updatedBy: '演示',
    rev: 0,
    source: 'demo',
  };
  const complete = (collection: CollectionName) =>
    (drafts[collection] ?? []).map((draft) =>
      collectionSchemas[collection].parse({ ...draft, ...bookkeeping }),
    );
  // fromEntries forgets that every list holds documents of its own collection.
  return Object.fromEntries(collectionNames.map((name) => [name, complete(name)])) as unknown as Register;
}
