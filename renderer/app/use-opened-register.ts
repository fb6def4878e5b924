import { backupKeeper } from '@renderer/data/backups/current-keeper';
import type { JournalFile } from '@renderer/data/journal/journal-file';
import { sealedJournal } from '@renderer/data/journal/sealed-journal';
import { localDatabase } from '@renderer/data/local-database';
import { openRegister, type OpenedRegister as Register } from '@renderer/data/open-register';
import { keyDesk } from '@renderer/keys/current-desk';
import type { DataKeys } from '@renderer/keys/data-keys';
import type { UserName } from '@renderer/keys/key-state';
import { platform } from '@renderer/platform/current-platform';
import { newId } from '@renderer/platform/new-id';
import { takeLead } from '@renderer/platform/take-lead';
import { openSync } from '@renderer/sync/browser/open-sync';
import { continueAs } from '@renderer/sync/local-user';
import type { SyncEngine } from '@renderer/sync/sync-engine';
import { useCallback, useEffect, useState } from 'react';
import { announceDamaged, announceSelfCheck, announceStartCheck } from './announce-self-check';

export type OpenedRegister =
  | { readonly status: 'loading'; readonly loadedCount: number }
  | { readonly status: 'ready'; readonly store: Register; readonly sync: SyncEngine }
  | { readonly status: 'failed'; readonly error: unknown };

interface Opened {
  readonly store: Register;
  readonly sync: SyncEngine;
}

/** Who unlocked the register; null where nobody has a password. */
function localUser(): UserName | null {
  const state = keyDesk.get();
  return state.status === 'open' ? state.me : null;
}

/**
 * Who signs edits: who unlocked the register, else who is logged in at the county, else the person named in the settings,
 * else the office.
 */
function signerOf(opened: Opened | null): string {
  const office = opened?.store
    .table('settings')
    .all()
    .find((setting) => setting.kind === 'office');
  return (
    localUser()?.name ?? opened?.sync.status.get().me?.name ?? office?.filler ?? office?.name ?? '本机用户'
  );
}

async function open(keys: DataKeys | null, onLoaded: (count: number) => void): Promise<Opened> {
  let opened: Opened | null = null;
  const journal = await platform.openJournal();
  const store = await openRegister({
    ...localDatabase,
    identity: () => ({ by: signerOf(opened), device: platform.deviceName }),
    now: () => new Date().toISOString(),
    newId,
    ...(journal ? { journal: await journalOf(journal, keys) } : {}),
    ...(keys ? { sealer: await keys.sealerFor('documents') } : {}),
    onLoaded,
    // Long after the first list is there.
    guard: { lead: takeLead, beginAfterMs: 5000, quietMs: 2000, onChecked: announceStartCheck },
  });
  if (store.selfCheck) announceSelfCheck(store.selfCheck);
  announceDamaged(store.damaged);
  const user = localUser();
  if (user !== null) await continueAs(store.county.memory, user.id);
  const sync = openSync({
    register: store,
    deviceName: platform.deviceName,
    localUserId: () => localUser()?.id ?? null,
    deposit: () => {
      const state = keyDesk.get();
      return state.status === 'open' ? (state.facts.county?.request?.deposit ?? null) : null;
    },
    onWiped: () => {
      // Sealed as they are, nobody takes these away from a computer that left the service.
      for (const removing of [platform.removeKeptFiles(), backupKeeper?.removeOwn()])
        removing?.catch(() => {});
    },
  });
  followCounty(sync);
  opened = { store, sync };
  return opened;
}

/** The county this computer is enrolled at keeps what helps when every password is forgotten (SPEC.md, DEVICE-4). */
function followCounty(sync: SyncEngine): void {
  let told = '';
  const tell = () => {
    const { packages } = sync.status.get();
    const county = packages && {
      countyId: packages.countyId,
      countyName: packages.countyName,
      deviceId: packages.deviceId,
      sealingKey: packages.countySealingKey,
    };
    const text = JSON.stringify(county);
    if (text === told) return;
    told = text;
    // Tried again at the next start.
    keyDesk.followCounty(county).catch(() => {});
  };
  sync.status.subscribe(tell);
  tell();
}

/** The journal of this computer, sealed where the page can. */
export const journalOf = async (file: JournalFile, keys: DataKeys | null): Promise<JournalFile> =>
  keys === null ? file : sealedJournal(file, await keys.sealerFor('journal'));

async function close({ store, sync }: Opened): Promise<void> {
  await sync.stop();
  await store.close();
}

// What writes it takes a moment to start; meanwhile the key is fetched or a password typed.
void platform.openJournal();

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

// The first password of this computer: the login at the county that nobody owned is hers.
keyDesk.subscribe(() => {
  const user = localUser();
  if (user !== null)
    opening?.then(
      ({ store }) => continueAs(store.county.memory, user.id),
      () => {},
    );
});

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
