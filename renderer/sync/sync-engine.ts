/**
 * The exchange of one register with its county, in one window. Everything from outside (network, clock, timers, chance,
 * other windows) is given to it; it keeps no state but its own.
 */
import type { OpenedRegister } from '@renderer/data/open-register';
import type { Observable } from '@renderer/data/register-store';
import type { FillRandom } from '@shared/sync/packages/keys';
import type { UnlockDeposit } from '@shared/sync/unlock-help';
import { type AccountOptions, createAccountActions } from './account-actions';
import { type Clock, isoOf, type RandomNumber, type Timers } from './clock';
import { createCountyClient } from './county/county-client';
import type { Transport } from './county/transport';
import type { CycleContext } from './cycle/cycle-context';
import { PushPace } from './cycle/push-pace';
import { createRetryTimes } from './cycle/retry-times';
import { createJoining } from './joining';
import { createLead, type Surroundings } from './lead';
import { createPackageActions, type PackageOptions } from './packages/package-actions';
import { createPings } from './pings';
import { createRounds } from './play-round';
import { type RoundEnd, RoundRunner } from './round-runner';
import type { SyncActions, SyncStatus } from './status/sync-status';
import { createStatusBoard, type StatusBoard } from './status-board';
import { syncListsOf, syncMemoryOf } from './sync-memory';
import { onlyWindow, type Windows } from './windows';

export interface SyncOptions {
  readonly register: OpenedRegister;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: RandomNumber;
  /** For keys: crypto.getRandomValues, which is there on plain-http pages too. */
  readonly fillRandom: FillRandom;
  /** Shown to the county's administrator in the list of devices. */
  readonly deviceName: string;
  /** Who unlocked the register; default: nobody has a password. */
  readonly localUserId?: () => string | null;
  /** What the county is to keep for this device (DEVICE-4); default: nothing. */
  readonly deposit?: () => UnlockDeposit | null;
  /** Default: no other window has the register open. */
  readonly windows?: Windows;
  readonly surroundings?: Surroundings;
  /** The county took this device out of service and the register was emptied: for what is kept outside of it. */
  readonly onWiped?: () => void;
}

export interface SyncEngine {
  readonly status: Observable<SyncStatus>;
  readonly actions: SyncActions;
  /** Edits on their way to the county, or sent without an answer so far; only the window that syncs knows. */
  readonly sentEdits: Observable<ReadonlySet<string>>;
  /** Begins to sync by itself, once this window has the lead. A register that was never enrolled makes no request. */
  start(): void;
  /** One whole round now, whatever is planned. For tests and the simulator; works without `start`. */
  round(): Promise<RoundEnd>;
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

/** Nothing by itself for this long after somebody stopped a round. */
const pauseMs = 5 * 60_000;

export function createSyncEngine(options: SyncOptions): SyncEngine {
  const { register, transport, clock, timers, windows = onlyWindow, onWiped = () => {} } = options;
  const { localUserId = () => null, deposit = () => null } = options;
  const stopped = new AbortController();
  const memory = syncMemoryOf(register.county.memory);
  const lists = syncListsOf(register.county.lists);
  const client = createCountyClient(transport, timers, stopped.signal);
  const board = createStatusBoard({ store: register.county, memory, lists, windows });
  const shared = { register, client, memory, lists, clock, onWiped, deposit };
  const pause = { isAsked: false };
  const isInterrupted = () => stopped.signal.aborted || pause.isAsked;
  const context = contextOf(shared, board, isInterrupted);
  const playRound = createRounds({ ...shared, board, context });
  const runner = new RoundRunner({
    ...options,
    async round() {
      pause.isAsked = false;
      const end = await playRound();
      if (pause.isAsked) runner.rest(pauseMs);
      pings.follow(end.kind === 'done' && !stopped.signal.aborted);
      return end;
    },
    onPlan: (atMs) => board.show({ nextTryAt: atMs === null ? null : isoOf(atMs) }),
  });
  const pings = createPings(options, memory, () => runner.now());
  const onPause = () => {
    pause.isAsked = true;
  };
  const letGo = register.county.onReplace(() => runner.settled());
  const lead = createLead({ ...options, windows, memory, lists, runner, onLead: board.lead, onPause });
  return {
    status: board.status,
    sentEdits: board.sentEdits,
    actions: actionsOf({ ...options, ...shared, localUserId, context, runner, client }, lead.ask),
    start: lead.take,
    round: () => runner.once(),
    async stop() {
      stopped.abort();
      letGo();
      lead.leave();
      pings.follow(false);
      await runner.stop();
      board.close();
    },
  };
}

const actionsOf = (
  options: AccountOptions & PackageOptions,
  ask: (wish: 'syncNow' | 'pause') => void,
): SyncActions => ({
  ...createAccountActions(options),
  ...createJoining(options),
  ...createPackageActions(options, () => ask('syncNow')),
  syncNow: () => ask('syncNow'),
  pause: () => ask('pause'),
});

const contextOf = (
  {
    register,
    ...shared
  }: Pick<CycleContext, 'client' | 'memory' | 'lists' | 'clock'> & { register: OpenedRegister },
  { sent, show, refresh }: StatusBoard,
  isInterrupted: () => boolean,
): CycleContext => ({
  ...shared,
  store: register.county,
  isLive: true,
  pace: new PushPace(shared.clock),
  sent,
  showActivity: (activity) => show({ activity }),
  showChange: refresh,
  isInterrupted,
  isRetryDue: createRetryTimes(shared.clock),
});
