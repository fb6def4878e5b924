/** The county's database, as a process that may die before a commit sees it. */
import { setImmediate } from 'node:timers/promises';
import type { Database, Queryable, Row } from '@server/db/database';
import type { Random } from '@shared/demo/random';

export class ShakenDatabase {
  readonly database: Database;
  /** Whether the process died since the last start. */
  hasDied = false;
  private diesBeforeCommit = false;

  /** @param shake null keeps statements close together; else others get in between them */
  constructor(database: Database, shake: Random | null) {
    const pause = async () => {
      for (let turns = shake?.int(0, 6) ?? 0; turns > 0; turns--) await setImmediate();
    };
    this.database = {
      ...database,
      // Other counties are in it.
      close: () => Promise.resolve(),
      transaction: (work, options) =>
        database.transaction(async (tx) => {
          await pause();
          const done = await work(slowed(tx, pause));
          await pause();
          if (this.diesBeforeCommit && options?.isReadOnly !== true) this.die();
          return done;
        }, options),
    };
  }

  /** The process dies at the end of the next transaction that writes, before its commit. */
  dieBeforeCommit(): void {
    this.diesBeforeCommit = true;
  }

  heal(): void {
    this.diesBeforeCommit = false;
  }

  private die(): never {
    this.diesBeforeCommit = false;
    this.hasDied = true;
    throw new Error('the server died');
  }
}

const slowed = (tx: Queryable, pause: () => Promise<void>): Queryable => ({
  query: async <R extends Row>(sql: string, params?: readonly unknown[]) => {
    const rows = await tx.query<R>(sql, params);
    await pause();
    return rows;
  },
  runScript: tx.runScript,
});
