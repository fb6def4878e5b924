import type { Queryable, TransactionOptions } from './database';

export function beginStatement({
  isolation = 'read committed',
  isReadOnly = false,
}: TransactionOptions): string {
  return `begin isolation level ${isolation} ${isReadOnly ? 'read only' : 'read write'}`;
}

/** A `tx` kept beyond its transaction would run its statements in somebody else's. */
export function whileOpen(on: Queryable, isOver: () => boolean): Queryable {
  const requireOpen = () => {
    if (isOver()) throw new Error('this transaction is over');
  };
  return {
    query: async (sql, params) => {
      requireOpen();
      return on.query(sql, params);
    },
    runScript: async (sql) => {
      requireOpen();
      await on.runScript(sql);
    },
  };
}
