import { dataProblems } from '@shared/problems/data-problems';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';

/** The county's answers came, and this computer could not keep them. */
export function problemOfDisk(error: unknown): Problem {
  for (
    let cause = error;
    typeof cause === 'object' && cause !== null;
    cause = 'inner' in cause ? cause.inner : null
  )
    if ('name' in cause && cause.name === 'QuotaExceededError') return dataProblems.diskFull({});
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return syncProblems.notKeptHere({ reason: reason.slice(0, 200) });
}
