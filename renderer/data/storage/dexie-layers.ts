/** What Dexie puts between RxDB and the browser's database: without what RxDB never asks of it, and quicker to commit. */
import type { RxStorageDexie } from 'rxdb/plugins/storage-dexie';

type Database = Parameters<NonNullable<RxStorageDexie['settings']['onCreate']>>[0];
type Core = Parameters<Parameters<Database['use']>[0]['create']>[0];
type Table = ReturnType<Core['table']>;
type Request = Parameters<Table['mutate']>[0];

/** Next to the database itself: Dexie's own layers, from -1 upwards, may read before they hand a write down. */
const lowest = -2;

/** Dexie keeps results, and tells every tab what each write touched, for its live queries. RxDB has its own. */
const layersOfLiveQueries = ['Observability', 'Cache'];

export function arrangeLayers(database: Database): void {
  for (const name of layersOfLiveQueries) database.unuse({ stack: 'dbcore', name });
  database.use({
    stack: 'dbcore',
    name: 'commit-at-once',
    level: lowest,
    create: (core) => ({ ...core, table: (name) => withCommit(core.table(name)) }),
  });
}

/**
 * A transaction that saves one document commits with its put. By itself the browser commits when the answer to the
 * put has come to the page and nothing more was asked: one way there and back, which every save would wait for. What
 * RxDB asks for after its put is empty.
 */
function withCommit(table: Table): Table {
  return {
    ...table,
    mutate(request) {
      // RxDB goes on to the attachments, of which there are none; a transaction that commits hands out no table for them.
      if (isEmpty(request)) return Promise.resolve(nothingDone);
      const response = table.mutate(request);
      // Of several documents the last may be refused at once: then the others must not be kept.
      if (request.type === 'put' && request.values.length === 1) commit(request);
      return response;
    },
  };
}

const nothingDone = { numFailures: 0, failures: {}, results: [], lastResult: undefined };

const isEmpty = (request: Request): boolean =>
  (request.type === 'put' && request.values.length === 0) ||
  (request.type === 'delete' && request.keys.length === 0);

function commit({ trans }: Request): void {
  // Dexie's type names only what it uses of the browser's transaction.
  (trans as IDBTransaction).commit();
}
