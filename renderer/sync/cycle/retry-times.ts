/** When documents that could not be read are asked for again: in the first round after the start, then now and then. */
import type { Clock } from '../clock';

const everyMs = 10 * 60_000;

/** @returns whether now is such a time; the next one is later */
export function createRetryTimes(clock: Clock): () => boolean {
  let nextAtMs = Number.NEGATIVE_INFINITY;
  return () => {
    const nowMs = clock.nowMs();
    // A clock that was set back is no reason to wait for years.
    if (nowMs < nextAtMs && nextAtMs - nowMs <= everyMs) return false;
    nextAtMs = nowMs + everyMs;
    return true;
  };
}
