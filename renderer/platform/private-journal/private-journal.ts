/**
 * The journal of the browser edition: in the browser's private file system, outside its databases, which a full disk or a
 * damaged profile can make it throw away.
 */
import type { PlatformJournal } from '../platform';
import type { JournalAnswer, JournalAsk, JournalCall, JournalCalls } from './journal-messages';

export interface PrivateJournal {
  /** null where the page cannot write one: plain http, a browser too old, a policy. */
  open(): Promise<PlatformJournal | null>;
  /** Of the keyring, in a form that nobody reads without a password or code. */
  readonly keyringCopy: KeyringCopy;
}

export interface KeyringCopy {
  /** null = there is none. */
  read(): Promise<string | null>;
  /** Never rejects: the first copy is the one that counts. @param text null = none is to be kept */
  write(text: string | null): Promise<void>;
}

/** Saves hold it together, whoever compares journal and register alone. */
const savingLock = 'two-new-ledger-saving';

/** Starts its worker when it is first needed. */
export function createPrivateJournal(): PrivateJournal {
  let opening: Promise<JournalCalls | null> | null = null;
  const opened = (): Promise<JournalCalls | null> => (opening ??= openWorker());
  return {
    open: async () => {
      const calls = await opened();
      if (calls === null) return null;
      const { append, read, dropBefore, beginAnew } = calls;
      return {
        append,
        read,
        dropBefore,
        beginAnew,
        whileSaving: (job) => navigator.locks.request(savingLock, { mode: 'shared' }, job),
        whileComparing: (job) => navigator.locks.request(savingLock, job),
      };
    },
    keyringCopy: {
      read: async () => (await opened())?.readKeyring().catch(() => null) ?? null,
      write: async (text) => (await opened())?.writeKeyring(text).catch(() => undefined),
    },
  };
}

async function openWorker(): Promise<JournalCalls | null> {
  // All three are missing on plain-http pages, whatever the DOM types say.
  const [locks, storage]: [LockManager?, StorageManager?] = [navigator.locks, navigator.storage];
  if (locks === undefined || storage?.getDirectory === undefined) return null;
  const calls = callsTo(new Worker(new URL('./journal.worker.ts', import.meta.url), { type: 'module' }));
  return (await calls.open().catch(() => false)) ? calls : null;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

function callsTo(worker: Worker): JournalCalls {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  /** Why it answers nothing any more; null = it does. */
  let broken: Error | null = null;
  const call =
    <C extends JournalCall>(name: C) =>
    (...args: Parameters<JournalCalls[C]>) =>
      new Promise<unknown>((resolve, reject) => {
        if (broken) return reject(broken);
        waiting.set(++lastId, { resolve, reject });
        // Name and arguments belong together by the line above.
        worker.postMessage({ id: lastId, call: name, args } as unknown as JournalAsk);
        // The worker answers each call with what that call promises.
      }) as ReturnType<JournalCalls[C]>;
  worker.onmessage = ({ data }: MessageEvent<JournalAnswer>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if ('reason' in data) asker?.reject(new Error(data.reason));
    else asker?.resolve(data.result);
  };
  worker.onerror = ({ message }) => {
    // It did not even start, or it broke: nobody may wait for an answer for ever.
    broken = new Error(message);
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };
  return {
    open: call('open'),
    append: call('append'),
    read: call('read'),
    dropBefore: call('dropBefore'),
    beginAnew: call('beginAnew'),
    readKeyring: call('readKeyring'),
    writeKeyring: call('writeKeyring'),
  };
}
