/**
 * The one way to the data. Behind it stands PostgreSQL (a real county) or the embedded PGlite (a trial, a small
 * office); services and repositories do not know which.
 */

/** Rows as the driver gives them: bigint as number, jsonb parsed, timestamptz as ISO text in UTC. */
export type Row = Readonly<Record<string, unknown>>;

export interface Queryable {
  /** @param params bound values; arrays and objects are passed as such, jsonb as JSON text */
  query<R extends Row = Row>(sql: string, params?: readonly unknown[]): Promise<readonly R[]>;
}

export interface Database extends Queryable {
  readonly kind: 'postgres' | 'pglite';
  /**
   * Runs `work` in one READ COMMITTED transaction: committed when it resolves, taken back when it throws.
   * When this resolves on PGlite, the write-ahead log has been flushed to the disk (it does not do that itself).
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Tells every process on this database. Sent with the transaction's commit when called on its `tx`. */
  notify(on: Queryable, channel: string, payload: string): Promise<void>;
  /** @returns stops listening */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
