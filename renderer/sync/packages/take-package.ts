/** Takes a 回执包 or 首次数据包 by the round that is played over the network (SPEC, PACKAGE-7 and PACKAGE-9). */
import type { OpenedRegister } from '@renderer/data/open-register';
import { packageProblems } from '@shared/problems/package-problems';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import type { EditAnswer } from '@shared/sync/messages';
import { keyPairsOf } from '@shared/sync/packages/keys';
import { countyOf } from '../account-actions';
import { isoOf } from '../clock';
import { type CycleContext, isHeld, RoundFailed } from '../cycle/cycle-context';
import { PushPace } from '../cycle/push-pace';
import { runRound } from '../cycle/run-round';
import { freshMemory } from '../device-end';
import { needsJoining, problemOfJoining } from '../joining';
import { settleOffice } from '../settle-office';
import type { TakenPackage } from '../status/sync-status';
import type { Memory, SyncMemory } from '../sync-memory';
import { type OpenedPackage, openPackage } from './open-package';
import { createPackageCounty, type PackageCounty } from './package-county';
import { packageMemoryOf } from './package-memory';

export interface TakeOptions {
  readonly register: OpenedRegister;
  /** Who unlocked the register; null where nobody has a password. */
  readonly localUserId: () => string | null;
  readonly context: CycleContext;
}
export type TakeResult =
  | { readonly ok: true; readonly taken: TakenPackage }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Everything that could refuse the package is looked at before anything is written. One that is cut off in the middle is
 * taken again: its number is remembered last.
 */
export async function takePackage(
  options: TakeOptions,
  bytes: Uint8Array,
  code: string | null,
): Promise<TakeResult> {
  const { context } = options;
  const read = openPackage(bytes, code, context.memory.get());
  if (!read.ok) return read;
  const { opened } = read;
  const county = createPackageCounty(opened.parts, opened.about.serverTime);
  const problem = problemOfTaking(options, opened, county);
  if (problem) return { ok: false, problem };
  if (opened.enrolment) await enrolByPackage(context, opened, opened.enrolment);
  await becomePerson(context.memory, opened, options.localUserId());
  const answers = await answersToWaiting(context, county);
  await playPackage(context, county);
  if (opened.header.kind === 'seed') await settleOffice(options.register, opened.about.me);
  await noteTaken(context, opened);
  return { ok: true, taken: takenOf(context, opened, county, answers) };
}

/** @returns null when nothing stands in the way */
function problemOfTaking(
  { register, context }: TakeOptions,
  { enrolment, about }: OpenedPackage,
  county: PackageCounty,
): Problem | null {
  const { memory, clock } = context;
  const now = memory.get();
  if (now !== null && isHeld(now, clock)) return packageProblems.doesNotFit({});
  if (enrolment) {
    const problem = problemOfJoining(register);
    if (problem) return problem;
    const countyId = countyOf(register);
    if (countyId !== null && countyId !== about.me.county.id) return syncProblems.otherCounty({});
  }
  if (needsJoining({ register, memory })) return packageProblems.placesFirst({});
  const checkpoint = enrolment ? null : (now?.checkpoint ?? null);
  return county.fits(checkpoint) ? null : packageProblems.doesNotFit({});
}

async function enrolByPackage(
  { memory, lists }: CycleContext,
  { header }: OpenedPackage,
  { enrolment, keys }: NonNullable<OpenedPackage['enrolment']>,
): Promise<void> {
  const packages = packageMemoryOf(enrolment, header.deviceName, keyPairsOf(keys));
  await lists.change(() => ({ unreadable: [], removal: null }));
  await memory.change(() => ({ ...freshMemory('', enrolment.deviceToken), packages }));
}

/** A receipt brings what has become of the person; a first-sync package logs its person in. */
async function becomePerson(
  memory: Memory<SyncMemory | null>,
  { header, about: { me, sessionToken } }: OpenedPackage,
  localUserId: string | null,
): Promise<void> {
  await memory.change((now) => {
    if (now === null) return now;
    const isDraining = me.device.state === 'draining' && now.standing === 'active';
    const standing = isDraining ? 'draining' : now.standing;
    if (header.kind === 'seed' && sessionToken !== null)
      return { ...now, standing, me, sessionToken, localUserId };
    return { ...now, standing, me: now.me?.userId === me.userId ? me : now.me };
  });
}

/** What the package says to edits that still wait here; others were answered before. */
async function answersToWaiting(
  { store, memory }: CycleContext,
  county: PackageCounty,
): Promise<readonly EditAnswer[]> {
  const known = county.answersIn(memory.get()?.checkpoint?.epoch ?? '');
  const waiting = await store.nextEdits(Number.MAX_SAFE_INTEGER);
  return waiting.flatMap(({ edit }) => known.get(edit.editId) ?? []);
}

async function playPackage(context: CycleContext, county: PackageCounty): Promise<void> {
  try {
    await runRound(contextOf(context, county));
  } catch (error) {
    const isUnanswered = error instanceof RoundFailed && error.failure.problem.code === 'sync.unreachable';
    if (!isUnanswered) throw error;
    // Device and county differ, and the package cannot say why: the next one is to bring everything (AGREE-3).
    await context.memory.change(
      (now) => now && { ...now, checkpoint: now.checkpoint && { ...now.checkpoint, through: 0 } },
    );
  } finally {
    context.showActivity('idle');
  }
}

/** The round of the network, asked of the package; what the package has no answer to is not asked. */
function contextOf(context: CycleContext, county: PackageCounty): CycleContext {
  const { store, memory, clock } = context;
  return {
    ...context,
    isLive: false,
    client: county,
    memory: asIfLoggedIn(memory),
    store: {
      ...store,
      async nextEdits(limit, skipped) {
        const answers = county.answersIn(memory.get()?.checkpoint?.epoch ?? '');
        const waiting = await store.nextEdits(Number.MAX_SAFE_INTEGER, skipped);
        return waiting.filter(({ edit }) => answers.has(edit.editId)).slice(0, limit);
      },
    },
    pace: new PushPace(clock),
    sent: new Set(),
    isRetryDue: () => false,
  };
}

/** A package is for the device: whoever holds it need not be logged in for its edits to be answered. */
const asIfLoggedIn = (memory: Memory<SyncMemory | null>): Memory<SyncMemory | null> => ({
  ...memory,
  get() {
    const now = memory.get();
    return now && { ...now, sessionToken: now.sessionToken ?? '' };
  },
});

async function noteTaken({ memory, clock }: CycleContext, { header, about }: OpenedPackage): Promise<void> {
  const at = isoOf(clock.nowMs());
  const { number, answers } = header;
  await memory.change((now) => {
    if (!now?.packages) return now;
    const { lastReport, lastReceipt, answered } = now.packages;
    const packages = {
      ...now.packages,
      lastReport: Math.max(lastReport, about.lastReport),
      lastReceipt: Math.max(lastReceipt, number),
      answered: answers === null ? answered : { number: answers, at },
    };
    return { ...now, packages };
  });
}

function takenOf(
  { store }: CycleContext,
  { header }: OpenedPackage,
  county: PackageCounty,
  answers: readonly EditAnswer[],
): TakenPackage {
  const count = (outcome: EditAnswer['outcome']) => answers.filter((one) => one.outcome === outcome).length;
  return {
    kind: header.kind === 'seed' ? 'seed' : 'receipt',
    number: header.number,
    answers: header.answers,
    counts: {
      accepted: count('accepted'),
      conflicted: count('conflicted'),
      rejected: count('rejected'),
      held: count('held'),
    },
    isPostponed: header.kind === 'receipt' && county.hasReset,
    unsentCount: store.unsentCount.get(),
  };
}
