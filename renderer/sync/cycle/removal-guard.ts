/** GUARD-1: how many documents may go without a person's yes. */
import type { CountyPort } from '@renderer/data/county/county-port';
import { unaskedRemovals } from '@shared/sync/protocol';
import { type CycleContext, remember, requireMemory } from './cycle-context';

/** Everything held from the county. */
export const heldCountOf = (store: CountyPort): number =>
  store.collections.reduce((sum, name) => sum + store.numbered(name).length, 0);

/**
 * Asks to remove documents unasked. What is granted is remembered before anything goes, so that a program that dies
 * again and again does not remove a few each time.
 * @returns false: a person must be asked
 */
export async function mayRemoveUnasked(context: CycleContext, count: number): Promise<boolean> {
  if (count === 0) return true;
  const { removedCount } = requireMemory(context);
  const limit = Math.max(
    unaskedRemovals.count,
    Math.floor(heldCountOf(context.store) * unaskedRemovals.share),
  );
  if (removedCount + count > limit) return false;
  await remember(context, (now) => ({ ...now, removedCount: now.removedCount + count }));
  return true;
}
