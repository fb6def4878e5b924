/** What one round of the exchange works with, and how it ends early. */
import type { CountyPort } from '@renderer/data/county/county-port';
import { keyOf } from '@renderer/data/county/outbox';
import { heldMs } from '@renderer/data/county/replaced-register';
import { syncProblems } from '@shared/problems/sync-problems';
import type { PulledItem } from '@shared/sync/messages';
import { type Clock, isoOf } from '../clock';
import type { Access, ExchangeClient, Failure, Reply } from '../county/county-client';
import type { Activity } from '../status/sync-status';
import type { Memory, SyncLists, SyncMemory } from '../sync-memory';
import type { PushPace } from './push-pace';

export interface CycleContext {
  readonly store: CountyPort;
  readonly client: ExchangeClient;
  /** False: what answers is a package somebody made earlier, not the county now. */
  readonly isLive: boolean;
  readonly memory: Memory<SyncMemory | null>;
  readonly lists: Memory<SyncLists>;
  readonly clock: Clock;
  readonly pace: PushPace;
  /** Edits on their way, or sent without an answer so far. */
  readonly sent: Set<string>;
  readonly showActivity: (activity: Activity) => void;
  /** Something became known beside what is remembered: an edit was sent, a document put aside. */
  readonly showChange: () => void;
  /** Whether documents that could not be read are to be asked for again in this round. */
  readonly isRetryDue: () => boolean;
  /** True when this round is to end at the next safe point. */
  readonly isInterrupted: () => boolean;
}

/** Ends a round: the county could not be asked, or said no. Thrown inside a round only. */
export class RoundFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.problem.code);
  }
}
/** Ends a round because somebody wants it to end. */
export class RoundInterrupted extends Error {}

export function requireValue<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new RoundFailed(reply.failure);
}

/** What the county sent makes no sense; it is not acted upon. */
export const senseless = (): RoundFailed =>
  new RoundFailed({
    problem: syncProblems.unexpectedReply({ status: 200 }),
    status: 200,
    retryAfterMs: null,
  });

/** Asked after every wait, before anything is written: what came meanwhile may be nobody's business any more. */
export function goOn(context: CycleContext): void {
  if (context.isInterrupted()) throw new RoundInterrupted('interrupted');
  requireMemory(context);
}

/** What is remembered while somebody is logged in. Ends the round when she no longer is, or the register is replaced. */
export function requireMemory({
  memory,
  clock,
}: Pick<CycleContext, 'memory' | 'clock'>): SyncMemory & { readonly sessionToken: string } {
  const now = memory.get();
  if (now === null || now.sessionToken === null) throw new RoundInterrupted('nobody is logged in');
  if (isHeld(now, clock)) throw new RoundInterrupted('the register is being replaced');
  return { ...now, sessionToken: now.sessionToken };
}

/** A window that died over replacing the register holds up sync for a while, not for ever. */
export const isHeld = ({ heldUntil }: SyncMemory, clock: Clock): boolean => {
  const leftMs = heldUntil === null ? 0 : Date.parse(heldUntil) - clock.nowMs();
  return leftMs > 0 && leftMs <= heldMs;
};

/** Keys of documents a person lately chose to keep though the county does not have them (GUARD-1). */
export function keptKeys({ lists, clock }: CycleContext): ReadonlySet<string> {
  const { removal } = lists.get();
  const isKept = removal?.answer === 'keep' && (removal.keptUntil ?? '') > isoOf(clock.nowMs());
  return new Set(isKept ? removal.refs.map(({ collection, id }) => keyOf(collection, id)) : []);
}

export const accessOf = (context: CycleContext): Access => requireMemory(context);

/** Keeps how far this clock is from the county's (SKEW-4), and that the county was there. A package tells neither. */
export const heardOf = ({ clock, isLive }: CycleContext, serverTime: string) =>
  isLive ? { clockAheadMs: clock.nowMs() - Date.parse(serverTime), lastContactAt: isoOf(clock.nowMs()) } : {};

/**
 * Changes what is remembered, unless the device was meanwhile given to another county or emptied: an answer of the old
 * one must not be written over that.
 */
export async function remember(context: CycleContext, build: (now: SyncMemory) => SyncMemory): Promise<void> {
  const { deviceToken } = requireMemory(context);
  await context.memory.change((now) => (now?.deviceToken === deviceToken ? build(now) : now));
}

/** PULL-4: which documents wait to be fetched again. Written before any checkpoint that covers them. */
export async function noteUnreadable(
  context: CycleContext,
  seen: readonly PulledItem[],
  unreadable: readonly PulledItem[],
): Promise<void> {
  const known = context.lists.get().unreadable;
  const fresh = new Set(seen.map(({ collection, id }) => keyOf(collection, id)));
  const isSeen = ({ collection, id }: Pick<PulledItem, 'collection' | 'id'>) =>
    fresh.has(keyOf(collection, id));
  if (unreadable.length === 0 && !known.some(isSeen)) return;
  await context.lists.change((now) => ({
    ...now,
    unreadable: [
      ...now.unreadable.filter((one) => !isSeen(one)),
      ...unreadable.map(({ collection, id, seq }) => ({ collection, id, seq })),
    ],
  }));
  context.showChange();
}
