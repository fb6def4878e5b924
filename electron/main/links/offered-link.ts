/** The address another program opened the ledger with. Only the last one counts: a person can look at one thing. */
import { type DeepLink, parseDeepLink } from '@shared/ipc/deep-link';

let waiting: DeepLink | null = null;

/**
 * @param args a command line; the system puts the address last
 * @returns whether it names something the ledger can show
 */
export function offerLink(args: readonly string[]): boolean {
  const found = args.map(parseDeepLink).findLast((link) => link !== null);
  if (found === undefined || found === null) return false;
  waiting = found;
  return true;
}

/** Once. null = none waits. */
export function takeLink(): DeepLink | null {
  const taken = waiting;
  waiting = null;
  return taken;
}
