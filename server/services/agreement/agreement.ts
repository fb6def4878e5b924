/** Lets a device compare what it holds with what the county holds, and fetch what differs (SPEC.md, AGREE). */
import { type CollectionName, collectionNames } from '@shared/domain/collections';
import { digestOf } from '@shared/sync/digest';
import type { AgreementReply, FetchReply, FetchRequest, ListingReply } from '@shared/sync/messages';
import { listInScope, readDigests, readListing } from '../../repositories/agreement';
import { keyText } from '../../repositories/documents';
import type { PageItem } from '../../repositories/pages';
import type { Caller } from '../caller';
import { getPosition, getScopeAncestors, requireReading } from '../county';
import type { Environment } from '../environment';
import { itemText, parsedItem, shownTo } from '../pull/page-items';
import { isStorableText } from '../push/storable';
import { scopeNameOf, scopeOf } from '../scope';

const digestOfNothing = digestOf([]);

/** AGREE-1, in one snapshot with `through`. @throws Refusal `deviceDraining` */
export async function readAgreement(environment: Environment, caller: Caller): Promise<AgreementReply> {
  requireReading(caller);
  const { database, now } = environment;
  const { epoch } = await getPosition(database, caller.countyId);
  const ancestors = await getScopeAncestors(database, caller);
  const { through, collections } = await readDigests(database, scopeOf(caller));
  const found = new Map(collections.map((one) => [one.collection, one]));
  return {
    epoch,
    scope: scopeNameOf(caller, ancestors),
    through,
    collections: collectionNames.map(
      (collection) => found.get(collection) ?? { collection, count: 0, digest: digestOfNothing },
    ),
    serverTime: now(),
  };
}

/** AGREE-3: ids and numbers of one collection in the caller's scope. @throws Refusal `deviceDraining` */
export async function listNumbers(
  { database }: Environment,
  caller: Caller,
  collection: CollectionName,
): Promise<ListingReply> {
  requireReading(caller);
  await getPosition(database, caller.countyId);
  return readListing(database, scopeOf(caller), collection);
}

/** AGREE-3 and PULL-4. Ids outside the scope are answered like ids nobody has (SCOPE-8). */
export async function fetchDocuments(
  environment: Environment,
  caller: Caller,
  request: FetchRequest,
): Promise<FetchReply> {
  const items = await readItems(environment, caller, request);
  return { items: items.map(parsedItem) };
}

/** The same as JSON text. */
export async function fetchDocumentsText(
  environment: Environment,
  caller: Caller,
  request: FetchRequest,
): Promise<string> {
  const items = await readItems(environment, caller, request);
  return `{"items":[${items.map(itemText).join(',')}]}`;
}

async function readItems(
  { database }: Environment,
  caller: Caller,
  { collection, ids }: FetchRequest,
): Promise<PageItem[]> {
  requireReading(caller);
  const keys = ids.filter(isStorableText).map((id) => ({ collection, id }));
  const found = await listInScope(database, scopeOf(caller), keys);
  return ids.map((id) => {
    const item = found.get(keyText({ collection, id }));
    return item ? shownTo(caller, item) : { collection, id, seq: 0, body: null };
  });
}
