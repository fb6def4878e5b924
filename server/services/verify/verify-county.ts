/** Checks that nobody has changed a county's records or their log behind the program's back (SPEC.md, HIST-2). */
import { collectionLabels } from '@shared/domain/collections';
import type { Problem } from '@shared/problems/problem';
import { serverProblems } from '@shared/problems/server-problems';
import type { Queryable } from '../../db/database';
import type { DocumentKey } from '../../repositories/documents';
import { listPlacesById } from '../../repositories/org-tree';
import { listLoggedDocuments, listLostDocuments, readCounter } from '../../repositories/verify-log';
import { type CheckedChain, verifyChains } from '../push/chain';
import { verifyDocument } from './verify-document';

export interface Verification {
  readonly chains: readonly (CheckedChain & { readonly place: string })[];
  readonly documentCount: number;
  /** The first hundred of each kind of check; empty when everything fits. */
  readonly problems: readonly Problem[];
}

const pageSize = 500;
const problemsTold = 100;

/** Reads only. Works beside running servers: each part is looked at as of one moment. */
export async function verifyCounty(on: Queryable, countyId: string): Promise<Verification> {
  const chains = await nameChains(on, countyId, await verifyChains(on, countyId));
  const documents = await verifyDocuments(on, countyId);
  const lost = await listLostDocuments(on, countyId, problemsTold);
  const { counter, highest } = await readCounter(on, countyId);
  return {
    chains,
    documentCount: documents.count,
    problems: [
      ...chains.flatMap(({ place, brokenAt }) =>
        brokenAt === null ? [] : [serverProblems.chainBroken({ place, height: brokenAt })],
      ),
      ...documents.problems.slice(0, problemsTold),
      ...lost.map(({ collection, id }) =>
        serverProblems.documentLost({ collection: collectionLabels[collection], id }),
      ),
      ...(counter < highest ? [serverProblems.counterBehind({ counter, highest })] : []),
    ],
  };
}

/** A chain may belong to a place nobody knows any more: it is named by its id then. */
async function nameChains(on: Queryable, countyId: string, chains: readonly CheckedChain[]) {
  const places = await listPlacesById(
    on,
    countyId,
    chains.map(({ placeId }) => placeId),
  );
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return chains.map((chain) => ({ ...chain, place: names.get(chain.placeId) ?? chain.placeId }));
}

async function verifyDocuments(on: Queryable, countyId: string) {
  const problems: Problem[] = [];
  let count = 0;
  for (let after: DocumentKey | null = null; ; ) {
    const page = await listLoggedDocuments(on, countyId, after, pageSize);
    for (const document of page) problems.push(...verifyDocument(document));
    count += page.length;
    after = page.at(-1) ?? null;
    if (page.length < pageSize) return { count, problems };
  }
}
