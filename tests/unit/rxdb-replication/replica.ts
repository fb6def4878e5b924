/**
 * One device replicating one collection by RxDB's own replication, against a server as RxDB's documentation describes it.
 * Used to hold on to the reasons why the product does not use it (docs/decisions/011).
 */
import type { RxDatabase, RxStorage, WithDeleted } from 'rxdb';
import { createRxDatabase, wrappedValidateStorageFactory } from 'rxdb';
import { type RxReplicationState, replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';

export interface Firm {
  readonly id: string;
  readonly name: string;
  readonly staff: number;
  /** Counted by a server that has revisions of its own. */
  readonly rev?: number;
}
export type FirmState = WithDeleted<Firm>;
export interface Checkpoint {
  readonly seq: number;
}
export interface PushRow {
  readonly newDocumentState: FirmState;
  readonly assumedMasterState?: FirmState;
}
interface Page {
  readonly documents: FirmState[];
  readonly checkpoint: Checkpoint;
}

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 40 },
    name: { type: 'string' },
    staff: { type: 'integer' },
    rev: { type: 'integer' },
  },
  required: ['id', 'name', 'staff'],
} as const;

/** What any validation does: a document without its required fields is refused. */
const withValidation = wrappedValidateStorageFactory(
  ({ required = [] }) =>
    (document) =>
      [...required].flatMap((field) =>
        (document as Record<string, unknown>)[field] === undefined ? [{ field, message: 'missing' }] : [],
      ),
  'required-fields',
);

/** Keeps its content from one opening to the next, as a disk does. */
export interface Disk {
  readonly name: string;
  readonly storage: RxStorage<unknown, unknown>;
}
let count = 0;
export const newDisk = (): Disk => ({
  name: `replica-${++count}`,
  storage: withValidation({ storage: getRxStorageMemory() }) as RxStorage<unknown, unknown>,
});

export class Server {
  readonly documents = new Map<string, { document: FirmState; seq: number }>();
  seq = 0;
  /** What was asked of it, in order. */
  readonly pulls: number[] = [];
  readonly pushes: PushRow[][] = [];

  write(document: Firm & { _deleted?: boolean }): void {
    this.seq += 1;
    this.documents.set(document.id, { document: { _deleted: false, ...document }, seq: this.seq });
  }
  get(id: string): FirmState | undefined {
    return this.documents.get(id)?.document;
  }
  page(since: number, limit: number): Page {
    this.pulls.push(since);
    const newer = [...this.documents.values()].filter(({ seq }) => seq > since).sort((a, b) => a.seq - b.seq);
    const rows = newer.slice(0, limit);
    return {
      documents: rows.map(({ document }) => document),
      checkpoint: { seq: rows.at(-1)?.seq ?? since },
    };
  }
  /** Takes a row when it is based on what the server has; returns what it has otherwise. */
  take(rows: readonly PushRow[]): FirmState[] {
    this.pushes.push([...rows]);
    return rows.flatMap(({ newDocumentState, assumedMasterState }) => {
      const current = this.get(newDocumentState.id);
      if (current && !isSame(current, assumedMasterState)) return current;
      this.write(newDocumentState);
      return [];
    });
  }
}

/** Equal in content; RxDB adds empty attachments to what it hands out. */
export const isSame = (a: FirmState | undefined, b: FirmState | undefined): boolean =>
  JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
const contentOf = (state: FirmState | undefined) =>
  state && [state.id, state.name, state.staff, state.rev ?? null, state._deleted];

export interface Handlers {
  readonly pull?: (since: number, limit: number) => Promise<Page> | Page;
  readonly push?: (rows: PushRow[]) => Promise<FirmState[]> | FirmState[];
  readonly batchSize?: number;
  readonly identifier?: string;
}

/** @param create from another instance of the library where a test needs a fresh clock */
export async function openReplica(
  disk: Disk,
  library: { create: typeof createRxDatabase; replicate: typeof replicateRxCollection } = {
    create: createRxDatabase,
    replicate: replicateRxCollection,
  },
) {
  const database = await library.create({ ...disk, multiInstance: false });
  const { firms } = await database.addCollections({ firms: { schema } });
  if (!firms) throw new Error('the collection was not opened');
  return {
    database: database as unknown as RxDatabase,
    firms,
    ids: async (): Promise<string[]> =>
      (await firms.find().exec()).map((one) => String(one.get('id'))).sort(),
    get: async (id: string): Promise<Firm | null> => {
      const found = await firms.findOne(id).exec();
      return found === null ? null : (found.toJSON() as Firm);
    },
    edit: async (id: string, change: Partial<Firm>): Promise<void> => {
      const found = await firms.findOne(id).exec();
      await found?.incrementalPatch(change);
    },
    /** Live, with a short retry; failures are expected in these tests and kept in `errors`. */
    replicate: (handlers: Handlers) => {
      const { pull, push, batchSize = 10, identifier = 'county' } = handlers;
      const state: RxReplicationState<Firm, Checkpoint> = library.replicate<Firm, Checkpoint>({
        collection: firms as never,
        replicationIdentifier: identifier,
        live: true,
        retryTime: 5,
        toggleOnDocumentVisible: true,
        ...(pull && {
          pull: {
            batchSize,
            handler: async (checkpoint: Checkpoint | undefined, limit: number) =>
              pull(checkpoint?.seq ?? 0, limit),
          },
        }),
        ...(push && { push: { batchSize, handler: async (rows) => push(rows as PushRow[]) } }),
      });
      const errors: unknown[] = [];
      state.error$.subscribe((error) => errors.push(error));
      return { state, errors };
    },
    close: () => database.close(),
  };
}

export const firm = (id: string, staff = 1): Firm => ({ id, name: `单位${id}`, staff });

/** Gives pending work the time it would need; nothing here waits for a network. */
export const settle = (ms = 60): Promise<void> => new Promise((done) => setTimeout(done, ms));
