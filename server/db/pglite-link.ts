/** The way from the embedded database's front to its session: in another thread for a server, in this one in memory. */
import { Worker } from 'node:worker_threads';
import { fromTransported, toTransported } from './pglite-errors';
import type { FromWorker, PgliteRequest, ToWorker, WorkerSettings } from './pglite-messages';
import { PgliteSession, type SessionOptions } from './pglite-session';

export type Hear = (channel: string, payload: string) => void;

export interface PgliteLink {
  /** @throws QueryError when the database refuses, Error when it is gone */
  send(request: PgliteRequest): Promise<unknown>;
  /** Resolves when it is gone, also when it was closed. */
  readonly gone: Promise<Error>;
}

export async function linkInThisThread(options: SessionOptions): Promise<PgliteLink> {
  const session = await PgliteSession.open(options);
  return {
    gone: new Promise(() => {}),
    send: async (request) => {
      try {
        return await session.answer(request);
      } catch (error) {
        throw fromTransported(toTransported(error));
      }
    },
  };
}

export async function linkToWorker(settings: WorkerSettings, hear: Hear): Promise<PgliteLink> {
  const worker = startWorker(settings);
  const waiting = new Map<number, PromiseWithResolvers>();
  let lastId = 0;
  /** Why it is gone; null = it lives. */
  let end: Error | null = null;
  let tellGone: (error: Error) => void = () => {};
  const gone = new Promise<Error>((resolve) => {
    tellGone = resolve;
  });

  const finish = (error: Error) => {
    end ??= error;
    for (const { reject } of waiting.values()) reject(end);
    waiting.clear();
    tellGone(end);
  };
  worker.on('error', finish);
  worker.on('exit', () => finish(new Error('the embedded database has stopped')));
  await new Promise<void>((resolve, reject) => {
    worker.on('exit', () => reject(end));
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') resolve();
      else if (message.kind === 'failed') reject(fromTransported(message.error));
      else if (message.kind === 'notification') hear(message.channel, message.payload);
      else settle(waiting, message);
    });
  });

  return {
    gone,
    send: (request) => {
      if (end !== null) return Promise.reject(end);
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, request } satisfies ToWorker);
      });
    },
  };
}

interface PromiseWithResolvers {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

function settle(
  waiting: Map<number, PromiseWithResolvers>,
  message: Extract<FromWorker, { kind: 'answer' | 'refusal' }>,
) {
  const promise = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.kind === 'answer') promise?.resolve(message.value);
  else promise?.reject(fromTransported(message.error));
}

/** As TypeScript the file needs a loader; built, it does not. */
function startWorker(workerData: WorkerSettings): Worker {
  const name = import.meta.url.endsWith('.ts') ? 'pglite-worker-start.mjs' : 'pglite-worker.js';
  return new Worker(new URL(name, import.meta.url), { workerData });
}
