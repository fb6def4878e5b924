/** The chain of digests through the log of edits, one per org unit (SPEC.md, HIST-2). */
import { createHash } from 'node:crypto';
import type { Queryable } from '../../db/database';
import {
  type ChainHead,
  findChainWithoutHead,
  type LogEntry,
  listChain,
  listChainHeads,
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

export interface ChainReport {
  readonly isIntact: boolean;
  /** Rows looked at. */
  readonly checkedCount: number;
  /** Where the first break is; null when there is none. */
  readonly firstBreak: { readonly placeId: string; readonly height: number } | null;
}
const pageSize = 1000;

/** Recomputes every chain of a county from its beginning; stops at the first row that does not fit. */
export async function verifyChain(on: Queryable, countyId: string): Promise<ChainReport> {
  let checkedCount = 0;
  const headless = await findChainWithoutHead(on, countyId);
  if (headless !== null)
    return { isIntact: false, checkedCount, firstBreak: { placeId: headless, height: 1 } };
  for (const head of await listChainHeads(on, countyId)) {
    let end: ChainHead = { placeId: head.placeId, height: 0, hash: genesis };
    while (end.height < head.height) {
      const page = await listChain(on, countyId, head.placeId, end.height, pageSize);
      // Rows above the head came while this was running.
      const rows = page.filter(({ height }) => height <= head.height);
      const broken = rows.length === 0 ? end.height + 1 : findBreak(countyId, end, rows);
      if (broken !== null)
        return { isIntact: false, checkedCount, firstBreak: { placeId: head.placeId, height: broken } };
      checkedCount += rows.length;
      // Not empty: an empty page is a break.
      end = rows.at(-1) as LogEntry;
    }
    if (end.hash !== head.hash)
      return { isIntact: false, checkedCount, firstBreak: { placeId: head.placeId, height: end.height } };
  }
  return { isIntact: true, checkedCount, firstBreak: null };
}

function findBreak(countyId: string, before: ChainHead, rows: readonly LogEntry[]): number | null {
  let end = before;
  for (const row of rows) {
    const fits =
      row.height === end.height + 1 && row.previousHash === end.hash && row.hash === hashOf(countyId, row);
    if (!fits) return row.height;
    end = row;
  }
  return null;
}
