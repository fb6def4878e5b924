import { AsyncLocalStorage } from 'node:async_hooks';
import { type Database, type Queryable, QueryError, type Row, requireChannelName } from './database';
import { type Hear, linkInThisThread, linkToWorker, type PgliteLink } from './pglite-link';
import type { CheckpointSettings, PgliteStats } from './pglite-messages';
import type { SessionOptions } from './pglite-session';
import { beginStatement, whileOpen } from './transactions';
import { toParameter } from './value-types';

export interface PgliteDatabase extends Database {
  readonly kind: 'pglite';
  stats(): Promise<PgliteStats>;
  /** The data folder as a tar, to begin another database in memory with. */
  dump(): Promise<Blob>;
}

/** The embedded database in a folder, in a worker thread. Lock the folder first (openDatabase does). */
export function openPgliteFolder(folder: string, checkpoint?: CheckpointSettings): Promise<PgliteDatabase> {
  return open((hear) => linkToWorker({ folder, checkpoint }, hear));
}

/** In this thread, which waits for every statement: for tests. */
export function openPgliteHere(options: Omit<SessionOptions, 'onNotification'>): Promise<PgliteDatabase> {
  return open((onNotification) => linkInThisThread({ ...options, onNotification }));
}

async function open(connect: (hear: Hear) => Promise<PgliteLink>): Promise<PgliteDatabase> {
  const ears = new Map<string, Set<(payload: string) => void>>();
  const link = await connect((channel, payload) => {
    for (const heard of ears.get(channel) ?? []) heard(payload);
  });
  const oneAtATime = createQueue();
  const plain = queryableOn(link);
  let isClosing = false;
  return {
    kind: 'pglite',
    query: (sql, params) => oneAtATime(() => plain.query(sql, params)),
    runScript: (sql) => oneAtATime(() => plain.runScript(sql)),
    transaction: (work, options) =>
      oneAtATime((mark) =>
        runTransaction(link, plain, (tx) => mark(() => work(tx)), beginStatement(options ?? {})),
      ),
    notify: async (on, channel, payload) => {
      await on.query('select pg_notify($1, $2)', [requireChannelName(channel), payload]);
    },
    listen: async (channel, heard) => {
      const set = ears.get(requireChannelName(channel)) ?? new Set();
      ears.set(channel, set.add(heard));
      await oneAtATime(() => link.send({ kind: 'listen', channel }));
      // The session goes on listening: a channel nobody hears costs nothing.
      return async () => {
        set.delete(heard);
      };
    },
    stats: async () => (await link.send({ kind: 'stats' })) as PgliteStats,
    dump: async () => (await oneAtATime(() => link.send({ kind: 'dump' }))) as Blob,
    lost: new Promise((resolve) => {
      void link.gone.then((error) => {
        if (!isClosing) resolve(error);
      });
    }),
    close: async () => {
      isClosing = true;
      await oneAtATime(() => link.send({ kind: 'close' }));
    },
  };
}

function queryableOn(link: PgliteLink): Queryable {
  return {
    // The session knows nothing of the columns; R is what the statement's author says they are.
    query: async <R extends Row>(sql: string, params: readonly unknown[] = []) =>
      (await link.send({ kind: 'query', sql, params: params.map(toParameter) })) as readonly R[],
    runScript: async (sql) => {
      await link.send({ kind: 'script', sql });
    },
  };
}

async function runTransaction<T>(
  link: PgliteLink,
  on: Queryable,
  work: (tx: Queryable) => Promise<T>,
  begin: string,
): Promise<T> {
  let isOver = false;
  await on.runScript(begin);
  try {
    const result = await work(whileOpen(on, () => isOver));
    isOver = true;
    // After a failed statement that `work` swallowed, PostgreSQL answers COMMIT with ROLLBACK and no error.
    if ((await link.send({ kind: 'commit' })) === 'ROLLBACK')
      throw new QueryError('transaction was aborted', '25P02', null);
    return result;
  } catch (error) {
    isOver = true;
    // Outside a transaction this is a warning only; when the thread is gone the first error says it.
    await on.runScript('rollback').catch(() => undefined);
    throw error;
  }
}

type Mark = <T>(work: () => Promise<T>) => Promise<T>;

/** There is one connection: whoever has a transaction has it alone, the others wait in order of asking. */
function createQueue(): <T>(turn: (mark: Mark) => Promise<T>) => Promise<T> {
  const inside = new AsyncLocalStorage<{ isOver: boolean }>();
  let last: Promise<unknown> = Promise.resolve();
  return (turn) => {
    if (inside.getStore()?.isOver === false)
      return Promise.reject(
        new Error('asked beside its own transaction: use `tx`, this would wait for ever'),
      );
    const transaction = { isOver: false };
    const answer = last.then(() => turn((work) => inside.run(transaction, work)));
    last = answer.then(
      () => (transaction.isOver = true),
      () => (transaction.isOver = true),
    );
    return answer;
  };
}
