/** The keeper of this page's backups; null where the page has no place for them or cannot encrypt (plain http). */
import { keyDesk } from '@renderer/keys/current-desk';
import { platform } from '@renderer/platform/current-platform';
import { createBackupKeeper } from './backup-keeper';

const { backups, keyStore, deviceName, preferences } = platform;

const openState = () => {
  const state = keyDesk.get();
  return state.status === 'open' ? state : null;
};

export const backupKeeper =
  backups === null || keyStore === null
    ? null
    : createBackupKeeper({
        backups,
        keys: () => openState()?.keys ?? null,
        keyringText: () => keyStore.read(),
        userName: () => openState()?.me?.name ?? null,
        now: () => new Date().toISOString(),
        deviceName,
        preferences,
        exclusively: (job) => navigator.locks.request('two-new-ledger-backups', job),
      });
