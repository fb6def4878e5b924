import { localDatabase } from '@renderer/data/local-database';
import { openRegister, type OpenedRegister as Register } from '@renderer/data/open-register';
import type { DataKeys } from '@renderer/keys/data-keys';
import { platform } from '@renderer/platform/current-platform';
import { newId } from '@renderer/platform/new-id';
import { openSync } from '@renderer/sync/browser/open-sync';
import type { SyncEngine } from '@renderer/sync/sync-engine';
import { useCallback, useEffect, useState } from 'react';
import { announceSelfCheck } from './announce-self-check';

export type OpenedRegister =
  | { readonly status: 'loading'; readonly loadedCount: number }
  | { readonly status: 'ready'; readonly store: Register; readonly sync: SyncEngine }
  | { readonly status: 'failed'; readonly error: unknown };

interface Opened {
  readonly store: Register;
  readonly sync: SyncEngine;
}

/** Who signs edits: who is logged in, else the person named in the settings, else the office. */
function signerOf(opened: Opened | null): string {
  const office = opened?.store
    .table('settings')
    .all()
    .find((setting) => setting.kind === 'office');
  return opened?.sync.status.get().me?.name ?? office?.filler ?? office?.name ?? '本机用户';
}

async function open(keys: DataKeys | null, onLoaded: (count: number) => void): Promise<Opened> {
  let opened: Opened | null = null;
  const store = await openRegister({
    ...localDatabase,
    identity: () => ({ by: signerOf(opened), device: platform.deviceName }),
    now: () => new Date().toISOString(),
    newId,
    ...(platform.journal ? { journal: platform.journal } : {}),
    ...(keys ? { sealer: await keys.sealerFor('documents') } : {}),
    onLoaded,
  });
  if (store.selfCheck) announceSelfCheck(store.selfCheck);
  const sync = openSync({
    register: store,
    deviceName: platform.deviceName,
    onWiped: () => void platform.removeKeptFiles(),
  });
  opened = { store, sync };
  return opened;
}

async function close({ store, sync }: Opened): Promise<void> {
  await sync.stop();
  await store.close();
}

// React runs effects twice in development; a database must still be opened only once.
let opening: Promise<Opened> | null = null;
/** The register before, while it finishes its writes: a database is never open twice. */
let closing: Promise<void> = Promise.resolve();
const progress = new Set<(count: number) => void>();

function openOnce(keys: DataKeys | null): Promise<Opened> {
  opening ??= closing.then(() =>
    open(keys, (count) => {
      for (const tell of progress) tell(count);
    }),
  );
  return opening;
}

/** Finishes what is being written and lets go of everything that is in memory. */
export function closeRegister(): Promise<void> {
  if (opening !== null) closing = opening.then(close).catch(() => undefined);
  opening = null;
  return closing;
}

// Closing the window waits for the writes under way.
platform.onClosing(closeRegister);

/**
 * Opens the register once its key is there. `reopen` tries anew after that failed.
 * @param keys null where the page cannot encrypt
 */
export function useOpenedRegister(keys: DataKeys | null): {
  readonly opened: OpenedRegister;
  readonly reopen: () => void;
} {
  const [opened, setOpened] = useState<OpenedRegister>({ status: 'loading', loadedCount: 0 });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round opens anew.
  useEffect(() => {
    let isCurrent = true;
    const tell = (loadedCount: number) => isCurrent && setOpened({ status: 'loading', loadedCount });
    tell(0);
    progress.add(tell);
    openOnce(keys).then(
      (ready) => isCurrent && setOpened({ status: 'ready', ...ready }),
      (error: unknown) => isCurrent && setOpened({ status: 'failed', error }),
    );
    return () => {
      isCurrent = false;
      progress.delete(tell);
    };
  }, [round, keys]);
  const reopen = useCallback(() => {
    void closeRegister();
    setRound((count) => count + 1);
  }, []);
  return { opened, reopen };
}
