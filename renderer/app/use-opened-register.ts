import { localDatabase } from '@renderer/data/local-database';
import { openRegister } from '@renderer/data/open-register';
import type { RegisterStore } from '@renderer/data/register-store';
import { platform } from '@renderer/platform/current-platform';
import { newId } from '@renderer/platform/new-id';
import { useCallback, useEffect, useState } from 'react';

export type OpenedRegister =
  | { readonly status: 'loading'; readonly loadedCount: number }
  | { readonly status: 'ready'; readonly store: RegisterStore }
  | { readonly status: 'failed'; readonly error: unknown };

/** Who signs edits: the person named in the settings, else the office. */
function signerOf(store: RegisterStore | null): string {
  const office = store
    ?.table('settings')
    .all()
    .find((setting) => setting.kind === 'office');
  return office?.filler ?? office?.name ?? '本机用户';
}

async function open(onLoaded: (count: number) => void): Promise<RegisterStore> {
  let store: RegisterStore | null = null;
  store = await openRegister({
    ...localDatabase,
    identity: () => ({ by: signerOf(store), device: platform.deviceName }),
    now: () => new Date().toISOString(),
    newId,
    onLoaded,
  });
  // Closing waits for the writes under way.
  platform.onClosing(store.close);
  return store;
}

// React runs effects twice in development; a database must still be opened only once.
let opening: Promise<RegisterStore> | null = null;
const progress = new Set<(count: number) => void>();

function openOnce(): Promise<RegisterStore> {
  opening ??= open((count) => {
    for (const tell of progress) tell(count);
  });
  return opening;
}

/** Opens the register at start. `reopen` opens it anew after it was emptied or replaced. */
export function useOpenedRegister(): { readonly opened: OpenedRegister; readonly reopen: () => void } {
  const [opened, setOpened] = useState<OpenedRegister>({ status: 'loading', loadedCount: 0 });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round opens anew.
  useEffect(() => {
    let isCurrent = true;
    const tell = (loadedCount: number) => isCurrent && setOpened({ status: 'loading', loadedCount });
    tell(0);
    progress.add(tell);
    openOnce().then(
      (store) => isCurrent && setOpened({ status: 'ready', store }),
      (error: unknown) => isCurrent && setOpened({ status: 'failed', error }),
    );
    return () => {
      isCurrent = false;
      progress.delete(tell);
    };
  }, [round]);
  const reopen = useCallback(() => {
    opening = null;
    setRound((count) => count + 1);
  }, []);
  return { opened, reopen };
}
