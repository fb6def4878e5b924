/**
 * Which backups are kept. Days and months are only labels here: the order comes from the serial numbers, and nothing is
 * ever too old. So a clock that jumps ten years ahead or back makes no good backup go.
 */
import { chinaDayOf } from '@shared/lib/day';
import type { BackupHead } from './backup-head';

/** Newest of each of the last days the program was used on, and of the last months. */
const keptDays = 14;
const keptMonths = 12;
/** Of those made before an import, a restore or a new version of the program. */
const keptBefore = 10;

export interface KeptBackup {
  readonly name: string;
  readonly head: Pick<BackupHead, 'kind' | 'serial' | 'madeAt'>;
}

/** Names of the backups that may go. The newest is never among them. */
export function surplusBackups(backups: readonly KeptBackup[]): string[] {
  const days = new Set<string>();
  const months = new Set<string>();
  let before = 0;
  const isKept = ({ head: { kind, madeAt } }: KeptBackup): boolean => {
    if (kind !== 'daily') return ++before <= keptBefore;
    const day = chinaDayOf(madeAt);
    const isOfDay = isNext(days, day, keptDays);
    const isOfMonth = isNext(months, day.slice(0, 7), keptMonths);
    return isOfDay || isOfMonth;
  };
  const newestFirst = [...backups].sort((a, b) => b.head.serial - a.head.serial);
  return newestFirst.filter((backup) => !isKept(backup)).map(({ name }) => name);
}

/** The first one of its label, as long as there is room for labels. */
function isNext(taken: Set<string>, label: string, room: number): boolean {
  if (taken.has(label) || taken.size >= room) return false;
  taken.add(label);
  return true;
}

/** Whether a day has no backup of its own yet. @param today YYYY-MM-DD as the clock says */
export const isDayMissing = (backups: readonly KeptBackup[], today: string): boolean =>
  !backups.some(({ head }) => head.kind === 'daily' && chinaDayOf(head.madeAt) === today);
