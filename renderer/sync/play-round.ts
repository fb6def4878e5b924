/** One round, and what its end means for the device: go on, wait, log in again, or stop being this county's device. */
import type { UnlockDeposit } from '@shared/sync/unlock-help';
import type { CountyClient, Failure } from './county/county-client';
import {
  type CycleContext,
  isHeld,
  RoundFailed,
  RoundInterrupted,
  remember,
  requireMemory,
} from './cycle/cycle-context';
import { runRound } from './cycle/run-round';
import { emptyWhenDelivered, endDraining, type WipeOptions, wipeRegister } from './device-end';
import { problemOfDisk } from './disk-problem';
import { finishJoining, needsJoining } from './joining';
import type { RoundEnd } from './round-runner';
import type { StatusBoard } from './status-board';
import { askedForPassword, type SyncMemory } from './sync-memory';

export interface RoundOptions extends WipeOptions {
  readonly client: CountyClient;
  readonly context: CycleContext;
  readonly board: Pick<StatusBoard, 'show'>;
  /** What the county is to keep for this device (DEVICE-4); null = nothing. */
  readonly deposit: () => UnlockDeposit | null;
}

const done: RoundEnd = { kind: 'done', retryAfterMs: null };
const stopped: RoundEnd = { kind: 'stopped', retryAfterMs: null };

/** @returns plays one round; never rejects */
export function createRounds(options: RoundOptions): () => Promise<RoundEnd> {
  const { context, board } = options;
  const reporter = createReporter(options);
  return async () => {
    const now = context.memory.get();
    if (now === null || now.sessionToken === null || now.standing === 'wiped') return stopped;
    if (now.serverUrl === '') return offNetwork(options);
    // ROLE-5: everything but a new password would be refused; choosing one begins the next round.
    if (now.me?.mustChangePassword === true) return stopped;
    if (isHeld(now, context.clock)) return done;
    try {
      const end = await play(options, reporter);
      board.show({ activity: 'idle' });
      return end;
    } catch (error) {
      board.show({ activity: 'idle' });
      return await endOf(error, options);
    }
  };
}

/** PACKAGE-9: a device that was never told where its county is asks nobody; only its end it meets alone (DEVICE-2). */
async function offNetwork(options: RoundOptions): Promise<RoundEnd> {
  const { context, memory } = options;
  if (memory.get()?.standing !== 'active' && (await emptyWhenDelivered(context))) await wipeRegister(options);
  return stopped;
}

async function play(options: RoundOptions, report: () => Promise<void>): Promise<RoundEnd> {
  const { context, board } = options;
  if (needsJoining(options)) await remember(context, askedToJoin);
  const { joining, standing } = requireMemory(context);
  if (joining) {
    const problem = await finishJoining(options);
    if (problem) throw new RoundFailed({ problem, status: null, retryAfterMs: null });
    board.show({ isReachable: true, problem: null });
    if (requireMemory(context).joining) return stopped;
  }
  const problem = standing === 'wiping' ? null : await runRound(context);
  board.show({ isReachable: true, problem });
  const untold = await endDraining(context, options);
  if (untold) throw new RoundFailed(untold);
  if (context.memory.get()?.sessionToken != null) await report();
  return done;
}

/** A register made elsewhere took the place of this device's (a backup was put back): its places are matched first. */
const askedToJoin = (now: SyncMemory): SyncMemory => ({ ...now, joining: now.joining ?? { places: null } });

/** What the session, the device or this computer can no longer do is settled here; everything else is tried again. */
async function endOf(error: unknown, options: RoundOptions): Promise<RoundEnd> {
  const { board, context } = options;
  if (error instanceof RoundInterrupted) return stopped;
  if (!(error instanceof RoundFailed)) {
    board.show({ problem: problemOfDisk(error) });
    return { kind: 'failed', retryAfterMs: null };
  }
  const { failure } = error;
  board.show({ isReachable: isAnswer(failure), problem: failure.problem });
  switch (failure.problem.code) {
    case 'account.sessionExpired':
    case 'account.notLoggedIn':
    case 'account.unknownDevice':
      await forgetSession(context);
      return stopped;
    case 'account.mustChangePassword':
      await remember(context, askedForPassword);
      board.show({ problem: null });
      return stopped;
    case 'account.deviceWiped':
      await wipeRegister(options);
      return stopped;
    case 'account.deviceDraining':
      await remember(context, (now) => ({
        ...now,
        standing: now.standing === 'active' ? 'draining' : now.standing,
      }));
      return { kind: 'failed', retryAfterMs: null };
    default:
      return { kind: 'failed', retryAfterMs: failure.retryAfterMs };
  }
}

/** A proxy that says the county is not there is no answer of the county. */
const isAnswer = ({ status }: Failure): boolean => status !== null && (status < 502 || status > 504);

/** Edits stay; the next login goes on. */
async function forgetSession(context: CycleContext): Promise<void> {
  await remember(context, (now) => ({ ...now, sessionToken: null, me: null }));
}

/**
 * Tells the county how this device stands, for its list of devices, and asks who is logged in, when there is something
 * to tell and once after every start. A county that does not answer will hear it the next time.
 */
function createReporter({ context, client, deposit }: RoundOptions): () => Promise<void> {
  let lastTold = '';
  let isKnown = false;
  return async () => {
    const { serverUrl, sessionToken, agreement, checkpoint, me } = requireMemory(context);
    const access = { serverUrl, sessionToken };
    if (!isKnown || me === null) {
      const reply = await client.me(access);
      isKnown = reply.ok;
      if (reply.ok) await remember(context, (now) => ({ ...now, me: reply.value }));
    }
    const report = {
      unsentCount: context.store.unsentCount.get(),
      agreedAt: agreement?.isAgreed ? agreement.at : null,
      pulledThrough: checkpoint?.through ?? null,
      deposit: deposit(),
    };
    const text = JSON.stringify({ ...report, agreedAt: report.agreedAt !== null });
    if (text === lastTold) return;
    const told = await client.reportDevice(access, report);
    if (told.ok) lastTold = text;
  };
}
