import pg from 'pg';
import {
  type Database,
  DatabaseBusy,
  type Queryable,
  QueryError,
  type Row,
  requireChannelName,
  type TransactionOptions,
} from './database';
import { PostgresListener } from './postgres-listener';
import { beginStatement, whileOpen } from './transactions';
import { arrayTypes, scalarParsers, toParameter } from './value-types';

export interface PostgresOptions {
  readonly url: string;
  /** Connections this process holds at most; default 10. */
  readonly maxConnections?: number;
  /** How long a statement waits for a connection; default 10 s. */
  readonly waitMs?: number;
  /** Longest one statement may run; default: as long as it needs. */
  readonly statementTimeoutMs?: number | null;
}

/** PostgreSQL through a pool. Nothing is asked of the server here; the first query connects. */
export function openPostgres(options: PostgresOptions): Database {
  const config = connectionConfig(options);
  const pool = new pg.Pool({ ...config, max: options.maxConnections ?? 10 });
  // The pool drops a connection that dies while idle; whoever asks next gets a new one or sees its own error.
  pool.on('error', () => undefined);
  const listener = new PostgresListener(() => new pg.Client(config));
  return {
    kind: 'postgres',
    ...queryableOn(pool),
    transaction: (work, transactionOptions) => runTransaction(pool, work, transactionOptions),
    notify: async (on, channel, payload) => {
      await on.query('select pg_notify($1, $2)', [requireChannelName(channel), payload]);
    },
    listen: async (channel, heard, missed) => listener.listen(requireChannelName(channel), heard, missed),
    lost: new Promise(() => {}),
    close: async () => {
      await listener.close();
      await pool.end();
    },
  };
}

function connectionConfig({
  url,
  waitMs = 10_000,
  statementTimeoutMs = null,
}: PostgresOptions): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'two-new-ledger',
    connectionTimeoutMillis: waitMs,
    // A line that died without a word is found dead in minutes; by default the first question comes after two hours.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    // Texts of instants are read by value-types.ts, whatever the server's own settings say. Compiling a statement takes
    // longer than running any of ours. Groups of sums are counted in up to 32 MB: in less, PostgreSQL sorts them on disk,
    // which takes twice as long.
    options: '-c timezone=UTC -c datestyle=ISO -c jit=off -c hash_mem_multiplier=8',
    // A process that hangs in the middle must not hold the county's counter for ever.
    idle_in_transaction_session_timeout: 60_000,
    ...(statementTimeoutMs === null ? {} : { statement_timeout: statementTimeoutMs }),
    types: { getTypeParser },
  };
}

// pg types this as several overloads, one per kind of value; all of them answer a function of the text.
const getTypeParser = ((oid: number) =>
  parsers.get(oid) ?? pg.types.getTypeParser(oid)) as typeof pg.types.getTypeParser;

const parsers = new Map<number, (text: string) => unknown>();
for (const [oid, parse] of Object.entries(scalarParsers)) {
  parsers.set(Number(oid), parse);
  const arrayOid = arrayTypes[Number(oid)];
  if (arrayOid !== undefined) parsers.set(arrayOid, (text) => mapItems(parseTextArray(text), parse));
}

// pg's list of type numbers leaves arrays out; 1009 is text[], whose items its parser leaves as they are.
const textArrayType = 1009 as Parameters<typeof pg.types.getTypeParser>[0];
const parseTextArray = (text: string): unknown => pg.types.getTypeParser(textArrayType)(text);

function mapItems(value: unknown, parse: (text: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapItems(item, parse));
  return typeof value === 'string' ? parse(value) : value;
}

function queryableOn(on: pg.Pool | pg.PoolClient): Queryable {
  return {
    query: async <R extends Row>(sql: string, params: readonly unknown[] = []) => {
      // pg knows nothing of the columns; R is what the statement's author says they are.
      const { rows } = await asQueryError(on.query<R & pg.QueryResultRow>(sql, params.map(toParameter)));
      return rows;
    },
    runScript: async (sql) => {
      await asQueryError(on.query(sql));
    },
  };
}

async function asQueryError<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isPoolFull(error)) throw new DatabaseBusy();
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new QueryError(error.message, error.code ?? 'XX000', error.constraint ?? null);
  }
}

/** The pool says so in words only; a server that does not answer is told apart by other ones. */
const isPoolFull = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect';

async function runTransaction<T>(
  pool: pg.Pool,
  work: (tx: Queryable) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const client = await asQueryError(pool.connect());
  let isOver = false;
  let broken: Error | undefined;
  const onLost = (error: Error) => {
    broken = error;
  };
  // A connection lost between two statements emits an error that nobody else would hear.
  client.on('error', onLost);
  try {
    await asQueryError(client.query(beginStatement(options)));
    const result = await work(whileOpen(queryableOn(client), () => isOver));
    isOver = true;
    const { command } = await asQueryError(client.query('commit'));
    // After a failed statement that `work` swallowed, PostgreSQL answers COMMIT with ROLLBACK and no error.
    if (command === 'ROLLBACK') throw new QueryError('transaction was aborted', '25P02', null);
    return result;
  } catch (error) {
    isOver = true;
    await client.query('rollback').catch(onLost);
    throw error;
  } finally {
    client.off('error', onLost);
    client.release(broken);
  }
}
