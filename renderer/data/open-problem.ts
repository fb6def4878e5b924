/** Why the register could not be opened, in a clerk's words. */
import { dataProblems } from '@shared/problems/data-problems';
import type { Problem } from '@shared/problems/problem';

/** RxDB: the stored shape of a collection differs from this program's (DB6), or is of a later version (DM5). */
const otherVersionCodes = new Set(['DB6', 'DM5', 'COL12']);
/** The browser keeps nothing: private window, blocked by policy. */
const blockedNames = new Set(['SecurityError', 'InvalidStateError', 'MissingAPIError']);

export function openProblemOf(error: unknown): Problem {
  for (const one of causesOf(error)) {
    if (textAt(one, 'name') === 'ForeignKey') return dataProblems.foreignKey({});
    if (otherVersionCodes.has(textAt(one, 'code'))) return dataProblems.otherVersion({});
    if (blockedNames.has(textAt(one, 'name'))) return dataProblems.storageBlocked({});
    if (textAt(one, 'name') === 'QuotaExceededError') return dataProblems.diskFull({});
  }
  return dataProblems.openFailed({ reason: `${textAt(error, 'name')} ${textAt(error, 'code')}`.trim() });
}

/** Dexie wraps the browser's error as `inner`. */
function causesOf(error: unknown): object[] {
  const causes: object[] = [];
  let current = error;
  while (typeof current === 'object' && current !== null && causes.length < 5) {
    causes.push(current);
    current = 'inner' in current ? current.inner : null;
  }
  return causes;
}

function textAt(error: unknown, key: 'name' | 'code'): string {
  if (typeof error !== 'object' || error === null) return '';
  // Only read, and only as text.
  const value = (error as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : '';
}
