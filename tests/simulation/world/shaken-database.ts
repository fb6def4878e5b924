/** The county's database, as a process that may die before a commit sees it. */
import { setImmediate } from 'node:timers/promises';
import type { Database, Queryable, Row } from '@server/db/database';
import type { Random } from '@shared/demo/random';

export class ShakenDatabase {
  readonly database: Database;
  /** Whether the process died since the last start. */
  hasDied = false;
  private diesBeforeCommit = false;
  /** Id of a document no push can be stored with. */
  private jammed: string | null = null;

  /** @param shake null keeps statements close together; else others get in between them */
  constructor(database: Database, shake: Random | null) {
    const pause = async () => {
      for (let turns = shake?.int(0, 6) ?? 0; turns > 0; turns--) await setImmediate();
    };
    this.database = {
      ...database,
      // The next county takes it over.
      close: () => Promise.resolve(),
      transaction: (work, options) =>
        database.transaction(async (tx) => {
          await pause();
          const done = await work(this.slowed(tx, pause));
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

  /** A county that cannot digest one document fails with every push it is in. null = it can again. */
  jam(documentId: string | null): void {
    this.jammed = documentId;
  }

  heal(): void {
    this.diesBeforeCommit = false;
  }

  private slowed(tx: Queryable, pause: () => Promise<void>): Queryable {
    return {
      query: async <R extends Row>(sql: string, params?: readonly unknown[]) => {
        if (this.isJammed(sql, params)) throw new Error('the county chokes on a document');
        const rows = await tx.query<R>(sql, params);
        await pause();
        return rows;
      },
      runScript: tx.runScript,
    };
  }

  /** Documents reach the statement of a push as one JSON text; other texts in it have their quotes escaped. */
  private isJammed(sql: string, params: readonly unknown[] = []): boolean {
    if (this.jammed === null || !sql.includes('documents_in')) return false;
    return String(params[1]).includes(`"id":"${this.jammed}"`);
  }

  private die(): never {
    this.diesBeforeCommit = false;
    this.hasDied = true;
    throw new Error('the server died');
  }
}
