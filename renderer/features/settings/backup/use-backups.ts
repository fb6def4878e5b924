/** The list of backups as the place holds it now. */
import type { BackupKeeper, KeeperState, ListedBackup } from '@renderer/data/backups/backup-keeper';
import { useObservable } from '@renderer/data/react';
import type { BackupPlaceHere } from '@renderer/platform/platform';
import { useEffect, useState } from 'react';

export interface Shelf {
  readonly state: KeeperState;
  /** null = not known yet. */
  readonly place: BackupPlaceHere | null;
  /** null = not read yet, or the place does not answer. */
  readonly backups: readonly ListedBackup[] | null;
  readonly isMissing: boolean;
}

export function useShelf(keeper: BackupKeeper): Shelf {
  const state = useObservable(keeper.state);
  const [place, setPlace] = useState<BackupPlaceHere | null>(null);
  const [backups, setBackups] = useState<readonly ListedBackup[] | null>(null);
  const [isMissing, setMissing] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is read anew.
  useEffect(() => {
    let isCurrent = true;
    const take = (found: readonly ListedBackup[] | null) => {
      if (!isCurrent) return;
      setBackups(found);
      setMissing(found === null);
    };
    keeper.place().then(
      (found) => isCurrent && setPlace(found),
      () => {},
    );
    keeper.list().then(take, () => take(null));
    return () => {
      isCurrent = false;
    };
  }, [keeper, state.version]);
  return { state, place, backups, isMissing };
}
