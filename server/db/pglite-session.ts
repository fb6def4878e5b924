/**
 * One PGlite and what it needs around it to be trusted: created whole or not at all, flushed to the disk, checkpointed.
 * Runs in a worker thread for a server, and in the thread of a test for a database in memory.
 */
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { createPgliteFolder } from './create-pglite-folder';
import { durableOptions, type Flush, flushToDisk } from './pglite-files';
import type { CheckpointSettings, PgliteRequest, PgliteStats } from './pglite-messages';
import { scalarParsers } from './value-types';
import { createWalWatch, type WalWatch } from './wal-watch';

export interface SessionOptions {
  /** Data folder; null = in memory, gone with the process. */
  readonly folder: string | null;
  readonly onNotification: (channel: string, payload: string) => void;
  /** A dumped database to begin with instead of an empty one; in memory only. */
  readonly template?: Blob | undefined;
  /** Stands between PostgreSQL and the disk; tests cut the power here. */
  readonly flush?: Flush | undefined;
  readonly checkpoint?: CheckpointSettings | undefined;
}

export class PgliteSession {
  readonly #db: PGlite;
  readonly #watch: WalWatch;
  readonly #onNotification: SessionOptions['onNotification'];
  readonly #deaf = new Map<string, () => Promise<void>>();
  /** Looks for a due checkpoint also when nobody asks anything. */
  readonly #timer: NodeJS.Timeout;
  #queue: Promise<unknown> = Promise.resolve();
  #checkpoints = 0;
  #failedCheckpoints = 0;

  private constructor(db: PGlite, watch: WalWatch, onNotification: SessionOptions['onNotification']) {
    this.#db = db;
    this.#watch = watch;
    this.#onNotification = onNotification;
    this.#timer = setInterval(() => void this.#enqueue(() => Promise.resolve()), 10_000);
    this.#timer.unref();
  }

  static async open(options: SessionOptions): Promise<PgliteSession> {
    const watch = createWalWatch(() => performance.now(), options.checkpoint);
    const flush: Flush = (fd, path) => {
      (options.flush ?? flushToDisk)(fd, path);
      watch.flushed(path);
    };
    if (options.folder !== null) await createPgliteFolder(options.folder);
    const db = new PGlite({
      parsers: { ...scalarParsers },
      ...(options.folder === null ? inMemory(options.template) : durableOptions(options.folder, flush)),
    });
    await db.waitReady;
    // Values arrive as PostgreSQL's own text (toParameter); PGlite's conversions differ from those of pg.
    db.serializers = {};
    return new PgliteSession(db, watch, options.onNotification);
  }

  /** Requests are answered one after the other, in the order of the calls. */
  answer(request: PgliteRequest): Promise<unknown> {
    return this.#enqueue(() => this.#answer(request));
  }

  #enqueue(work: () => Promise<unknown>): Promise<unknown> {
    const answer = this.#queue.then(work);
    this.#queue = answer.then(
      () => this.#checkpointIfDue(),
      () => this.#checkpointIfDue(),
    );
    return answer;
  }

  async #answer(request: PgliteRequest): Promise<unknown> {
    switch (request.kind) {
      case 'query':
        return (await this.#db.query(request.sql, [...request.params])).rows;
      case 'script':
        await this.#db.exec(request.sql);
        return null;
      case 'commit':
        return (await this.#db.exec('commit')).at(0)?.command;
      case 'listen':
        return this.#listen(request.channel);
      case 'unlisten':
        await this.#deaf.get(request.channel)?.();
        this.#deaf.delete(request.channel);
        return null;
      case 'stats':
        return this.#stats();
      case 'dump':
        return this.#db.dumpDataDir('none');
      case 'close':
        clearInterval(this.#timer);
        await this.#db.close();
        return null;
    }
  }

  async #listen(channel: string): Promise<null> {
    if (this.#deaf.has(channel)) return null;
    const stop = await this.#db.listen(channel, (payload) => this.#onNotification(channel, payload));
    this.#deaf.set(channel, stop);
    return null;
  }

  #stats(): PgliteStats {
    return {
      logFlushes: this.#watch.flushes,
      checkpoints: this.#checkpoints,
      failedCheckpoints: this.#failedCheckpoints,
    };
  }

  /** Between two requests, so after the answer that made it due has gone out. */
  async #checkpointIfDue(): Promise<void> {
    if (this.#db.closed || this.#db.isInTransaction() || !this.#watch.wantsPosition()) return;
    const position = await this.#logPosition();
    if (!this.#watch.isDue(position)) return;
    try {
      await this.#db.exec('checkpoint');
      this.#watch.checkpointed(position);
      this.#checkpoints++;
    } catch {
      // The log is kept until one succeeds: nothing is lost, it is tried again after the next request and counted.
      this.#failedCheckpoints++;
    }
  }

  /** Bytes of log written since the database was made. */
  async #logPosition(): Promise<number> {
    const { rows } = await this.#db.query<{ readonly bytes: number }>(
      `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint as bytes`,
    );
    return rows[0]?.bytes ?? 0;
  }
}

const inMemory = (template: Blob | undefined): PGliteOptions =>
  template === undefined ? {} : { loadDataDir: template };
