/**
 * Lets the facts follow the register of every county: soon after pushes, and every few minutes for what date alone
 * changes, for messages that got lost, and for what another process left behind.
 */
import { DatabaseBusy } from '../../db/database';
import { listCounties } from '../../repositories/accounts/county-repository';
import { type CountyChange, countyChannel } from '../county';
import type { Environment } from '../environment';
import { type FactsUpdate, updateFacts } from './update-facts';

export type FactsReport =
  | { readonly kind: 'updated'; readonly countyId: string; readonly ms: number; readonly update: FactsUpdate }
  | { readonly kind: 'failed'; readonly countyId: string | null; readonly error: unknown };

export interface KeepFactsOptions {
  readonly report?: (report: FactsReport) => void;
  /** The first push after a quiet time is followed at once; pushes come in bursts, so the next ones wait for this. */
  readonly afterPushMs?: number;
  readonly everyMs?: number;
}

/** @returns stops it; resolves when the step under way is done */
export function keepFacts(environment: Environment, options: KeepFactsOptions = {}): () => Promise<void> {
  const { report = () => {}, afterPushMs = 1000, everyMs = 5 * 60_000 } = options;
  const waiting = new Set<string>();
  let isStopped = false;
  let underWay = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  let quietSinceMs = Number.NEGATIVE_INFINITY;

  const runAll = async (): Promise<void> => {
    for (const countyId of waiting) {
      waiting.delete(countyId);
      if (isStopped) return;
      if (!(await runOne(environment, countyId, () => isStopped, report))) askLater(countyId);
    }
  };
  const askLater = (countyId: string): void => {
    waiting.add(countyId);
    if (isStopped || timer !== null) return;
    const follow = () => {
      timer = null;
      underWay = underWay.then(runAll).then(() => {
        quietSinceMs = performance.now();
      });
    };
    timer = setTimeout(follow, Math.max(0, quietSinceMs + afterPushMs - performance.now()));
    timer.unref();
  };
  const askAll = (): void => {
    if (isStopped) return;
    void findCounties(environment, report).then((countyIds) => {
      if (countyIds === 'busy') setTimeout(askAll, afterPushMs).unref();
      else countyIds.forEach(askLater);
    });
  };

  const regularly = setInterval(askAll, everyMs);
  regularly.unref();
  // Only pushes of this program speak on this channel.
  const heard = (payload: string) => askLater((JSON.parse(payload) as CountyChange).countyId);
  const listening = environment.database.listen(countyChannel, heard, askAll).catch((error: unknown) => {
    // The regular round finds what was not heard.
    report({ kind: 'failed', countyId: null, error });
    return async () => {};
  });
  // Not before somebody listens: a push in between would be neither found nor heard.
  void listening.then(askAll);
  return async () => {
    isStopped = true;
    clearInterval(regularly);
    if (timer !== null) clearTimeout(timer);
    await Promise.all([underWay, listening.then((stopListening) => stopListening())]);
  };
}

async function findCounties(
  { database }: Environment,
  report: (report: FactsReport) => void,
): Promise<readonly string[] | 'busy'> {
  try {
    return (await listCounties(database)).map(({ id }) => id);
  } catch (error) {
    // Pushes go first; soon there will be room.
    if (error instanceof DatabaseBusy) return 'busy';
    report({ kind: 'failed', countyId: null, error });
    // Asked again with the next regular round.
    return [];
  }
}

/** @returns false: there is more to do, later */
async function runOne(
  environment: Environment,
  countyId: string,
  shouldStop: () => boolean,
  report: (report: FactsReport) => void,
): Promise<boolean> {
  const startedAt = performance.now();
  try {
    const update = await updateFacts(environment, countyId, { shouldStop });
    const ms = Math.round(performance.now() - startedAt);
    if (update.documents + update.units > 0) report({ kind: 'updated', countyId, ms, update });
    return update.isDone;
  } catch (error) {
    // Pushes go first; soon there will be room.
    if (error instanceof DatabaseBusy) return false;
    report({ kind: 'failed', countyId, error });
    // Tried again with the next push or the next regular round.
    return true;
  }
}
