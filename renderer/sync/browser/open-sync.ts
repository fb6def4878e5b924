/** Sync as it runs in a page: the browser's network, clock, windows and signs of life. */
import type { OpenedRegister } from '@renderer/data/open-register';
import { announceReplaced } from '@renderer/platform/other-windows';
import { takeLead } from '@renderer/platform/take-lead';
import type { UnlockDeposit } from '@shared/sync/unlock-help';
import type { Surroundings } from '../lead';
import { createSyncEngine, type SyncEngine } from '../sync-engine';
import { browserWindows } from '../windows';
import { createFetchTransport } from './fetch-transport';

const windowsName = 'two-new-ledger.sync';

export interface OpenSyncOptions {
  readonly register: OpenedRegister;
  readonly deviceName: string;
  /** Who unlocked the register; null where nobody has a password. */
  readonly localUserId: () => string | null;
  /** What the county is to keep for this device; null = nothing. */
  readonly deposit: () => UnlockDeposit | null;
  /** The register was emptied because the county took the device out of service. */
  readonly onWiped: () => void;
}

/** Starts at once; a register that was never enrolled makes no request. */
export function openSync({ onWiped, ...options }: OpenSyncOptions): SyncEngine {
  const engine = createSyncEngine({
    ...options,
    transport: createFetchTransport(),
    clock: { nowMs: () => Date.now() },
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    random: () => Math.random(),
    fillRandom: (into) => void crypto.getRandomValues(into),
    windows: browserWindows(windowsName, takeLead, (name) => new BroadcastChannel(name)),
    surroundings: pageSurroundings,
    onWiped() {
      announceReplaced();
      onWiped();
    },
  });
  engine.start();
  return engine;
}

const pageSurroundings: Surroundings = {
  onAwake(listener) {
    const seen = () => {
      if (document.visibilityState === 'visible') listener();
    };
    window.addEventListener('online', listener);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('online', listener);
      document.removeEventListener('visibilitychange', seen);
    };
  },
};
