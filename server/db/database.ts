/**
 * The one way to the data. Behind it stands PostgreSQL (a real county) or the embedded PGlite (a trial, a small
 * office); services and repositories do not know which.
 */

/** Rows as both drivers give them: bigint as number, json parsed, timestamptz as ISO text in UTC, numeric as text. */
export type Row = Readonly<Record<string, unknown>>;

export interface Queryable {
  /**
   * Runs one statement.
   * @param params bound values; arrays of text or numbers become PostgreSQL arrays, json is passed as JSON text
   * @throws QueryError when the database refuses the statement
   */
  query<R extends Row = Row>(sql: string, params?: readonly unknown[]): Promise<readonly R[]>;
  /** Runs several statements without values and results: migrations. */
  runScript(sql: string): Promise<void>;
}

export interface TransactionOptions {
  /** `repeatable read` sees one moment from the first statement to the last: backups. */
  readonly isolation?: 'read committed' | 'repeatable read';
  readonly isReadOnly?: boolean;
}

export interface Database extends Queryable {
  readonly kind: 'postgres' | 'pglite';
  /**
   * Runs `work` in one transaction, READ COMMITTED unless asked otherwise: committed when it resolves, taken back when it
   * throws. When this resolves, the write-ahead log is on the disk, on PGlite too.
   * Inside `work` use `tx` only: the embedded database has one connection, and asking it aside would wait for ever.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Tells every process on this database. Sent with the transaction's commit when called on its `tx`. */
  notify(on: Queryable, channel: string, payload: string): Promise<void>;
  /**
   * @param channel lower-case letters and `_`
   * @param missed called when the connection was lost and is back: something may have been said in between
   * @returns stops listening
   */
  listen(
    channel: string,
    heard: (payload: string) => void,
    missed?: () => void,
  ): Promise<() => Promise<void>>;
  /**
   * Resolves when the database is gone for good, though nobody closed it: this process cannot work any more. Never for
   * PostgreSQL, whose connections come back.
   */
  readonly lost: Promise<Error>;
  close(): Promise<void>;
}

/** What the database said against a statement; the same from both drivers. */
export class QueryError extends Error {
  /** SQLSTATE, for example 23505 for a second row with the same key. */
  readonly code: string;
  /** Name of the violated constraint; null when it was something else. */
  readonly constraint: string | null;

  // PostgreSQL's `detail` is left out on purpose: it quotes values of the row, and errors end up in logs.
  constructor(message: string, code: string, constraint: string | null) {
    super(message);
    this.name = 'QueryError';
    this.code = code;
    this.constraint = constraint;
  }
}

/** All connections were taken for longer than somebody should wait. Nothing was begun; later it may work. */
export class DatabaseBusy extends Error {
  constructor() {
    super('no connection became free in time');
    this.name = 'DatabaseBusy';
  }
}

/** Names of channels go into statements unquoted and unbound. */
export function requireChannelName(channel: string): string {
  if (!/^[a-z_]{1,60}$/.test(channel)) throw new Error(`not a channel name: ${channel}`);
  return channel;
}
