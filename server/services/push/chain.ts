/** The chain of digests through the log of edits, one per org unit (SPEC.md, HIST-2). */
import { createHash } from 'node:crypto';
import type { Queryable } from '../../db/database';
import {
  type ChainHead,
  type LogEntry,
  listChain,
  listChainHeads,
  listChainsWithoutHead,
} from '../../repositories/edit-log';
import type { WrittenHead } from '../../repositories/push-write';

/** What the first row of a chain hangs on. */
const genesis = '0'.repeat(64);

/** A row of the log before it has its place in a chain. */
export type UnchainedEntry = Omit<LogEntry, 'height' | 'previousHash' | 'hash'>;

/** Everything a row says, so that nothing of it can be changed unnoticed. */
function hashOf(countyId: string, entry: Omit<LogEntry, 'hash'>): string {
  const said = [
    entry.previousHash,
    countyId,
    entry.placeId,
    entry.height,
    entry.editId,
    entry.collection,
    entry.documentId,
    entry.outcome,
    entry.seq,
    entry.userId,
    entry.deviceId,
    entry.sentAt,
    entry.receivedAt,
    entry.entry,
    entry.answer,
    entry.refusedTo,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

export interface Chained {
  readonly entries: readonly LogEntry[];
  readonly heads: readonly WrittenHead[];
}

/** @param heads present ends of the chains; an org unit without one begins its chain */
export function chainEntries(
  countyId: string,
  heads: readonly ChainHead[],
  entries: readonly UnchainedEntry[],
): Chained {
  const known = new Set(heads.map(({ placeId }) => placeId));
  const ends = new Map(heads.map((head) => [head.placeId, head]));
  const chained = entries.map((entry): LogEntry => {
    const end = ends.get(entry.placeId) ?? { placeId: entry.placeId, height: 0, hash: genesis };
    const linked = { ...entry, height: end.height + 1, previousHash: end.hash };
    const whole = { ...linked, hash: hashOf(countyId, linked) };
    ends.set(entry.placeId, { placeId: entry.placeId, height: whole.height, hash: whole.hash });
    return whole;
  });
  return {
    entries: chained,
    heads: [...ends.values()].map((end) => ({ ...end, isNew: !known.has(end.placeId) })),
  };
}

/** One org unit's chain, recomputed from its beginning. */
export interface CheckedChain {
  readonly placeId: string;
  /** Rows that fit, one after the other. */
  readonly intactCount: number;
  /** Height of the first row that does not fit, or is not there; null when all do. */
  readonly brokenAt: number | null;
}
const pageSize = 1000;

/** Recomputes every chain of a county, those included that have lost their head. */
export async function verifyChains(on: Queryable, countyId: string): Promise<CheckedChain[]> {
  const chains: CheckedChain[] = [];
  for (const head of await listChainHeads(on, countyId)) chains.push(await verifyChain(on, countyId, head));
  const headless = await listChainsWithoutHead(on, countyId);
  return [...chains, ...headless.map((placeId) => ({ placeId, intactCount: 0, brokenAt: 1 }))];
}

/** Rows above the head came while this was running and are left for the next time. */
async function verifyChain(on: Queryable, countyId: string, head: ChainHead): Promise<CheckedChain> {
  let end: ChainHead = { placeId: head.placeId, height: 0, hash: genesis };
  const checked = (brokenAt: number | null) => {
    return { placeId: head.placeId, intactCount: end.height, brokenAt };
  };
  while (end.height < head.height) {
    const page = await listChain(on, countyId, head.placeId, end.height, pageSize);
    const rows = page.filter(({ height }) => height <= head.height);
    if (rows.length === 0) return checked(end.height + 1);
    for (const row of rows) {
      if (!isNext(countyId, end, row)) return checked(end.height + 1);
      end = row;
    }
  }
  return checked(end.hash === head.hash ? null : end.height);
}

const isNext = (countyId: string, end: ChainHead, row: LogEntry): boolean =>
  row.height === end.height + 1 && row.previousHash === end.hash && row.hash === hashOf(countyId, row);
