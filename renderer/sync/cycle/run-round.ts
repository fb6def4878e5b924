/** One round of the exchange: send, read, compare, mend. It may end anywhere; the next one goes on from there. */
import type { Problem } from '@shared/problems/problem';
import { modelVersion } from '@shared/sync/protocol';
import { agree, fetchDocuments } from './agree';
import { type CycleContext, goOn, RoundFailed, remember, requireMemory } from './cycle-context';
import { pullPages } from './pull-pages';
import { pushEdits } from './push-edits';

/** A clerk types on and other offices send on while a round runs; the next round is soon enough for what comes later. */
const maxTurns = 6;

/** @returns a problem that kept something back but did not end the round; null = none */
export async function runRound(context: CycleContext): Promise<Problem | null> {
  let setAside: readonly RoundFailed[] = [];
  await readAgainAfterUpgrade(context);
  for (let turn = 0; turn < maxTurns; turn++) {
    const sent = await pushUnderKnownEpoch(context);
    if (sent === 'reset') continue;
    setAside = sent;
    if (requireMemory(context).standing !== 'active') break;
    if ((await pullPages(context)) === 'reset') continue;
    await retryUnreadable(context);
    if (await somethingWaits(context)) continue;
    if ((await agree(context)) === 'done') break;
  }
  return setAside[0]?.failure.problem ?? null;
}

/**
 * SKEW-2: what an older version of this program could not read, or only put into `ext`, lies in documents whose numbers
 * it has. A newer version reads everything once more; a document that reads as before is not written again.
 */
async function readAgainAfterUpgrade(context: CycleContext): Promise<void> {
  const { model } = requireMemory(context);
  if (model === modelVersion) return;
  await remember(context, (now) => ({
    ...now,
    model: modelVersion,
    checkpoint: now.checkpoint && { ...now.checkpoint, through: 0 },
    fullPull: now.checkpoint && { done: 0, total: null, isFirst: now.fullPull?.isFirst === true },
  }));
}

/** EPOCH-3: edits are sent under the name of the county's present life, which the first answer to a pull tells. */
async function pushUnderKnownEpoch(context: CycleContext): Promise<readonly RoundFailed[] | 'reset'> {
  const { checkpoint, standing } = requireMemory(context);
  if (checkpoint === null && standing === 'active') {
    await pullPages(context);
    return 'reset';
  }
  try {
    return await pushEdits(context);
  } catch (error) {
    if (!(error instanceof RoundFailed) || error.failure.problem.code !== 'sync.epochChanged') throw error;
    await pullPages(context);
    return 'reset';
  }
}

async function somethingWaits({ store, pace }: CycleContext): Promise<boolean> {
  return (await store.nextEdits(1, pace.skipped())).length > 0;
}

/** PULL-4: a document that could not be read is asked for again, in case this version can now. */
async function retryUnreadable(context: CycleContext): Promise<void> {
  if (!context.isRetryDue()) return;
  const { unreadable } = context.lists.get();
  for (const collection of new Set(unreadable.map((one) => one.collection))) {
    goOn(context);
    const ids = unreadable.filter((one) => one.collection === collection).map(({ id }) => id);
    await fetchDocuments(context, collection, ids);
  }
}
