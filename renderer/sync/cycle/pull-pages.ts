/** Reads what is new until nothing is (SPEC, PULL). */
import { mayWrite } from '@shared/sync/access';
import type { Checkpoint, PullReply } from '@shared/sync/messages';
import { documentsPerPage } from '@shared/sync/protocol';
import { isoOf } from '../clock';
import type { SyncMemory } from '../sync-memory';
import {
  accessOf,
  type CycleContext,
  goOn,
  heardOf,
  noteUnreadable,
  remember,
  requireMemory,
  requireValue,
  senseless,
} from './cycle-context';
import { mayRemoveUnasked } from './removal-guard';

type Page = Extract<PullReply, { kind: 'page' }>;
type Reset = Extract<PullReply, { kind: 'reset' }>;

/** What the county answered, and how far its clock was when the answer came: it may lie for a while before it is taken. */
interface Answer {
  readonly reply: PullReply;
  readonly heard: ReturnType<typeof heardOf>;
}
/** A page asked for before it is known that the device will stand where it begins. */
interface AskedAhead {
  readonly from: Checkpoint;
  readonly answer: Promise<Answer>;
}

/** @returns `reset`: the device stands at 0 under new names, and pushes before it goes on */
export async function pullPages(context: CycleContext): Promise<'done' | 'reset'> {
  let ahead: AskedAhead | null = null;
  for (;;) {
    goOn(context);
    const { checkpoint } = requireMemory(context);
    context.showActivity('pulling');
    const { reply, heard } = await (ahead !== null && isSame(ahead.from, checkpoint)
      ? ahead.answer
      : ask(context, checkpoint));
    goOn(context);
    if (reply.kind === 'reset') {
      await takeReset(context, reply, heard);
      return 'reset';
    }
    if (checkpoint === null) throw senseless();
    const isAhead =
      reply.through > checkpoint.through || (reply.isDone && reply.through === checkpoint.through);
    if (!isAhead || isEmptied(reply)) throw senseless();
    ahead = askAhead(context, checkpoint, reply);
    await takePage(context, checkpoint, reply, heard);
    if (reply.isDone) return 'done';
  }
}

async function ask(context: CycleContext, from: Checkpoint | null): Promise<Answer> {
  const { epoch = '', scope = '', through: since = 0 } = from ?? {};
  const reply = requireValue(
    await context.client.pull(accessOf(context), { epoch, scope, since, limit: documentsPerPage }),
  );
  return { reply, heard: heardOf(context, reply.serverTime) };
}

/**
 * The county works on the next page while this one is being stored. It is used only if the device then stands where that
 * page begins (PULL-4); a package is read as it lies, and nothing is gained.
 */
function askAhead(context: CycleContext, from: Checkpoint, { isDone, through }: Page): AskedAhead | null {
  if (isDone || !context.isLive) return null;
  const next = { ...from, through };
  const answer = ask(context, next);
  // When storing this page fails nobody waits for the next one any more.
  answer.catch(() => {});
  return { from: next, answer };
}

/** PULL-4: documents first, then those put aside, then the checkpoint. A page cut off anywhere is read again. */
async function takePage(
  context: CycleContext,
  from: Checkpoint,
  page: Page,
  heard: Answer['heard'],
): Promise<void> {
  const { store, clock } = context;
  const mayRemove = await mayRemoveUnasked(context, store.leavingCount(page.items));
  const { unreadable, writtenCount } = await store.takeItems(page.items, mayRemove);
  await noteUnreadable(context, page.items, unreadable);
  await remember(context, (now) => ({
    ...now,
    ...heard,
    checkpoint: movedOn(now.checkpoint, from, page.through),
    fullPull: progressOf(now.fullPull, from, page),
    lastPullAt: isoOf(clock.nowMs()),
    lastPullCount: pulledCount(now, from, writtenCount),
  }));
}

/**
 * PULL-3: documents are counted and none is shown; something on the way answered. Comparing would not notice after an
 * upgrade: the device has the documents and their numbers, and reads them again for what it could not read before (SKEW-2).
 */
const isEmptied = ({ items, total }: Page): boolean => items.length === 0 && (total ?? 0) > 0;

const isSame = (from: Checkpoint, now: Checkpoint | null): boolean =>
  now?.epoch === from.epoch && now.scope === from.scope && now.through === from.through;

/** Another window may have read further, or begun anew. */
const movedOn = (now: Checkpoint | null, from: Checkpoint, through: number): Checkpoint | null =>
  now?.epoch === from.epoch && now.scope === from.scope && now.through >= from.through
    ? { ...now, through: Math.max(now.through, through) }
    : now;

/** What people are told was received last: all pages of a full pull together, and not the many times nothing was new. */
function pulledCount(
  { fullPull, lastPullCount }: SyncMemory,
  from: Checkpoint,
  writtenCount: number,
): number {
  if (from.through === 0) return writtenCount;
  if (fullPull !== null) return lastPullCount + writtenCount;
  return writtenCount > 0 ? writtenCount : lastPullCount;
}

function progressOf(now: SyncMemory['fullPull'], from: Checkpoint, page: Page): SyncMemory['fullPull'] {
  if (page.isDone) return null;
  const isFirst = now?.isFirst === true;
  if (from.through === 0) return { done: page.items.length, total: page.total, isFirst };
  return now && { ...now, done: now.done + page.items.length };
}

/**
 * PULL-6. Every step may be repeated: the old checkpoint stands until the documents are ready for the new one, and with
 * it the county answers `reset` again. A register whose county or time is not known (a backup was put back, the device
 * was enrolled anew) offers all it knows: offering twice changes nothing (PUSH-2), keeping back would lose.
 */
async function takeReset(context: CycleContext, reset: Reset, heard: Answer['heard']): Promise<void> {
  const { reason, restoredTo, checkpoint } = reset;
  const isFirst = requireMemory(context).checkpoint === null;
  if (isFirst || reason === 'firstSync' || reason === 'epoch')
    await offerAgain(context, isFirst ? 0 : (restoredTo ?? 0));
  await remember(context, (now) => ({
    ...now,
    ...heard,
    checkpoint: { ...checkpoint, through: 0 },
    fullPull: {
      done: 0,
      total: null,
      isFirst: isFirst || reason === 'firstSync' || reason === 'scope' || now.fullPull?.isFirst === true,
    },
    agreement: null,
  }));
}

/** EPOCH-3. Who may not write has nothing to offer; only her numbers name nothing any more. */
async function offerAgain(context: CycleContext, restoredTo: number): Promise<void> {
  const { me } = requireMemory(context);
  const { store } = context;
  const isReader = me !== null && !mayWrite(me.role, 'units', {});
  await (isReader ? store.forgetNumbers() : store.reoffer(restoredTo));
}
