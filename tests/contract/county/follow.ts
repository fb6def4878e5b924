import type { Caller } from '@server/services/caller';
import type { SmallCounty } from './small-county';

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Follows the county page by page until told to stop; then once more. @returns ids it was given */
export function follow(county: SmallCounty, caller: Caller) {
  let isOver = false;
  const seen = new Set<string>();
  const run = async () => {
    const scope = await county.scopeOf(caller);
    let since = 0;
    for (let isLast = false; !isLast; ) {
      isLast = isOver;
      const reply = await county.pull(caller, { scope, since, limit: 20 });
      if (reply.kind !== 'page') throw new Error(reply.reason);
      for (const { id } of reply.items) seen.add(id);
      since = reply.through;
      if (!reply.isDone) isLast = false;
    }
    return seen;
  };
  const running = run();
  return {
    seen,
    stop: () => {
      isOver = true;
      return running;
    },
  };
}
