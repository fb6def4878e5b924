/** Looks at documents in the order of their numbers and notes the units and sites they touch. */
import type { CollectionName } from '@shared/domain/collections';
import { factLinksOf } from '@shared/figures/fact-links';
import type { Queryable } from '../../db/database';
import type { DocumentKey } from '../../repositories/documents';
import { forgetRules } from '../../repositories/facts/beside-facts';
import { type DocumentLinks, replaceLinks } from '../../repositories/facts/fact-links';
import { type FactsDocument, listChangedSince } from '../../repositories/facts/facts-documents';
import { markAllDue, markDue, readFactsState, writeFactsState } from '../../repositories/facts/facts-state';
import { findTouchedSites } from './derive-sites';
import { readDocument } from './read-document';
import { findTouchedUnits } from './touched-units';

export interface Followed {
  /** 0 = there is none left to look at. */
  readonly documents: number;
  /** Documents no figures can be derived from. */
  readonly unreadable: readonly DocumentKey[];
}

/** @param limit most documents to look at */
export async function followDocuments(tx: Queryable, countyId: string, limit: number): Promise<Followed> {
  const { through, isRebuilding } = await readFactsState(tx, countyId);
  const page = await listChangedSince(tx, countyId, through, limit);
  if (page.documents.length === 0 && !isRebuilding) return { documents: 0, unreadable: [] };
  const read = page.documents.map(readLinks);
  const links = read.flatMap((one) => one.links ?? []);
  if (isRebuilding) {
    await replaceLinks(tx, countyId, links);
    if (page.isLast) await markEverything(tx, countyId);
  } else await noteTouched(tx, countyId, page.documents, links);
  await writeFactsState(tx, countyId, {
    through: page.through,
    isRebuilding: isRebuilding && !page.isLast,
  });
  const unreadable = read.flatMap(({ key, links: found }) => (found === null ? key : []));
  return { documents: page.documents.length, unreadable };
}

interface ReadLinks {
  readonly key: DocumentKey;
  /** null = unreadable. */
  readonly links: DocumentLinks | null;
}

function readLinks({ collection, id, body }: FactsDocument): ReadLinks {
  const key = { collection, id };
  const document = readDocument<CollectionName>(collection, body);
  if (document === null) return { key, links: null };
  return { key, links: { documentId: id, links: factLinksOf(collection, document) } };
}

async function markEverything(tx: Queryable, countyId: string): Promise<void> {
  await forgetRules(tx, countyId);
  await markAllDue(tx, countyId, 'units');
  await markAllDue(tx, countyId, 'sites');
}

async function noteTouched(
  tx: Queryable,
  countyId: string,
  documents: readonly FactsDocument[],
  links: readonly DocumentLinks[],
): Promise<void> {
  if (links.some(isOfEveryUnit)) {
    await replaceLinks(tx, countyId, links);
    return markEverything(tx, countyId);
  }
  // Dated relations are known as they are today (register-on.ts): one that was taken away has to touch its unit too.
  await markTouched(tx, countyId, documents);
  await replaceLinks(tx, countyId, links);
  await markTouched(tx, countyId, documents);
}

const isOfEveryUnit = ({ links }: DocumentLinks): boolean => links.some(({ name }) => name === 'rules');

/** Notes what these documents count for by the links that are there now. */
async function markTouched(
  tx: Queryable,
  countyId: string,
  documents: readonly FactsDocument[],
): Promise<void> {
  const changed: Partial<Record<CollectionName, Set<string>>> = {};
  for (const { collection, id } of documents) {
    const ids = changed[collection] ?? new Set();
    changed[collection] = ids.add(id);
  }
  const { units = new Set<string>(), partyRooms = new Set<string>() } = changed;
  await markDue(tx, countyId, 'units', [...(await findTouchedUnits(tx, countyId, changed))]);
  // Any place may lie above any site, and there are few.
  if (changed.orgUnits) await markAllDue(tx, countyId, 'sites');
  else
    await markDue(tx, countyId, 'sites', [...(await findTouchedSites(tx, countyId, { units, partyRooms }))]);
}
