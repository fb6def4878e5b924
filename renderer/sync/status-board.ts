/** Puts together what people see of sync, in every window: what is remembered, and what the syncing window does. */
import type { CountyPort } from '@renderer/data/county/county-port';
import { createObservable } from '@renderer/data/observable';
import type { Observable } from '@renderer/data/register-store';
import { isSame } from '@shared/domain/changes';
import { problemMessage } from '@shared/sync/messages';
import { z } from 'zod';
import { heldCountOf } from './cycle/removal-guard';
import { deriveStatus, type Moment, namedRemovals, quietMoment } from './status/derive-status';
import type { RemovalQuestion, SyncStatus } from './status/sync-status';
import type { Memory, SyncLists, SyncMemory } from './sync-memory';
import type { Windows } from './windows';

export interface StatusBoard {
  readonly status: Observable<SyncStatus>;
  readonly sentEdits: Observable<ReadonlySet<string>>;
  /** Edits on their way; the one who changes it calls `refresh`. */
  readonly sent: Set<string>;
  show(more: Partial<Moment>): void;
  refresh(): void;
  /** From now on this window says how things stand. */
  lead(): void;
  close(): void;
}

export interface BoardOptions {
  readonly store: CountyPort;
  readonly memory: Memory<SyncMemory | null>;
  readonly lists: Memory<SyncLists>;
  readonly windows: Windows;
}

const momentMessage = z.object({
  kind: z.literal('moment'),
  moment: z.object({
    activity: z.enum(['idle', 'pushing', 'pulling', 'checking']),
    isReachable: z.boolean().nullable(),
    problem: problemMessage.nullable(),
    nextTryAt: z.string().nullable(),
  }),
});
const helloMessage = z.object({ kind: z.literal('hello') });

export function createStatusBoard(options: BoardOptions): StatusBoard {
  const { store, memory, lists, windows } = options;
  let moment = quietMoment;
  let isLeading = false;
  const sent = new Set<string>();
  const sentEdits = createObservable<ReadonlySet<string>>(new Set());
  const status = createObservable(statusOf(options, moment));
  const refresh = () => {
    const next = statusOf(options, moment);
    if (!isSame(next, status.get())) status.set(next);
    if (!isSameSet(sent, sentEdits.get())) sentEdits.set(new Set(sent));
  };
  const tell = () => windows.tell({ kind: 'moment', moment });
  const hear = (message: unknown) => {
    if (isLeading && helloMessage.safeParse(message).success) tell();
    const heard = momentMessage.safeParse(message);
    if (isLeading || !heard.success) return;
    moment = heard.data.moment;
    refresh();
  };
  const sources = [memory.subscribe, lists.subscribe, store.unsentCount.subscribe];
  const stops = [...sources.map((subscribe) => subscribe(refresh)), windows.hear(hear)];
  windows.tell({ kind: 'hello' });
  return {
    status,
    sentEdits,
    sent,
    refresh,
    show(more) {
      moment = { ...moment, ...more };
      if (isLeading) tell();
      refresh();
    },
    lead() {
      isLeading = true;
    },
    close() {
      for (const stop of stops) stop();
    },
  };
}

const statusOf = ({ store, memory, lists }: BoardOptions, moment: Moment): SyncStatus =>
  deriveStatus({
    memory: memory.get(),
    lists: lists.get(),
    moment,
    unsentCount: store.unsentCount.get(),
    removal: removalOf(store, lists.get()),
  });

const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));

function removalOf(store: CountyPort, { removal }: SyncLists): RemovalQuestion | null {
  if (removal === null || removal.answer !== null || removal.refs.length === 0) return null;
  const labels = store.labelsOf(removal.refs.slice(0, namedRemovals));
  return { count: removal.refs.length, total: heldCountOf(store), labels };
}
