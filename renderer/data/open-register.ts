/** Opens the register: database, live tables, and the store that screens work with. */
import type { Sealer } from '@renderer/keys/sealer';
import {
  type CollectionName,
  collectionNames,
  type DocumentOf,
  type Register,
} from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { chinaDayOf } from '@shared/lib/day';
import type { RxCollection } from 'rxdb';
import type { CountyPort } from './county/county-port';
import { openCountyPort } from './county/open-county-port';
import type { OpenTables } from './county/outbox';
import { countyMemoryName, heldForReplacing } from './county/replaced-register';
import { refusalOf } from './county/role-refusal';
import { type FingerprintBook, openFingerprintBook } from './fingerprints/fingerprint-book';
import { type GuardOptions, guardRegister, type RegisterGuard, unguarded } from './fingerprints/start-check';
import { createEditJournal, type EditJournal } from './journal/edit-journal';
import { examineRegister } from './journal/examine-register';
import type { JournalFile } from './journal/journal-file';
import type { JournaledEdit } from './journal/journal-lines';
import { beginBackup } from './journal/keep-journal-small';
import { repairFrom, selfCheck } from './journal/self-check';
import { openLiveTable, type WritableTable } from './live-table';
import { createSnapshot } from './register-snapshot';
import type { Present, RegisterStore } from './register-store';
import { RegisterWriter, type WriterOptions } from './register-writer';
import { checkKey } from './storage/check-key';
import { type LocalMemory, openLocalMemory, type Remembered } from './storage/local-memory';
import { openDatabase, type RegisterDatabase, type Storage } from './storage/open-database';
import { makeChecks } from './storage/stored-check';
import { tableStorageOf } from './storage/table-storage';
import type { Tables } from './write-edits';

export interface OpenOptions extends WriterOptions {
  readonly name: string;
  readonly storage: Storage;
  /** Told how many documents are in memory so far while the tables are filled. */
  readonly onLoaded?: (count: number) => void;
  readonly allowDuplicate?: boolean;
  /** Default: none; then the database alone keeps what was saved. */
  readonly journal?: JournalFile;
  /** What the sensitive part of documents is sealed with; default: nothing, they are stored as they are. */
  readonly sealer?: Sealer;
  /** Checks all documents at the start and watches over them; default: nobody does. */
  readonly guard?: GuardOptions;
  /** Tables to open; the others stay empty. Default: all. */
  readonly collections?: readonly CollectionName[];
}

type TableMap = ReadonlyMap<CollectionName, WritableTable<LedgerDocument>>;

/** The register with the part of it that only sync may touch. */
export interface OpenedRegister extends RegisterStore {
  readonly county: CountyPort;
  /** Documents on the disk that do not open: in no list and in no figure, and nothing writes over them. */
  readonly damaged: readonly { readonly collection: CollectionName; readonly count: number }[];
}

export async function openRegister(options: OpenOptions): Promise<OpenedRegister> {
  const { database, tables, book } = await openTables(options);
  const tableOf: Tables = (name) => tableNamed(tables, name);
  const open = { names: [...tables.keys()], tables: tableOf };
  const { journal: file = null } = options;
  const journal = file && createEditJournal(file);
  const position = await openLocalMemory(database, 'journal');
  const checked = file && (await file.whileComparing(() => selfCheck(open, file, position, book?.strikeOut)));
  // Holds the session and the secret keys of this device.
  const memory = await openLocalMemory(database, countyMemoryName, options.sealer ?? null);
  const writer = new RegisterWriter(tableOf, options, journal, refusalOf(memory));
  const county = await openCounty({ database, tables, memory, writer, options, journal });
  const snapshot = createSnapshot(tables);
  const care = { open, book, position, database, writer, snapshot, options };
  const guard = await openGuard(care);
  void makeChecks(open.names);
  return {
    // The map holds under each name the table of that collection's documents.
    table: <C extends CollectionName>(name: C) =>
      tableNamed(tables, name) as unknown as WritableTable<DocumentOf<C>>,
    snapshot,
    commit: writer.commit,
    undo: writer.undo,
    redo: writer.redo,
    takeBackBatch: writer.takeBackBatch,
    undoState: writer.undoState,
    newId: options.newId,
    now: options.now,
    close: () => closeAll({ database, tables, writer, guard }),
    clear: async ({ isReplaced = false, beforehand } = {}) => {
      const kept = isReplaced ? (checked?.leftEdits ?? []) : [];
      await guard.forget();
      const emptying = { county, journal, writer, tables, snapshot, kept, beforehand };
      return emptyRegister(emptying, (now) => (isReplaced ? heldForReplacing(now, options.now()) : null));
    },
    county: journal ? withSettling(county, journal) : county,
    selfCheck: checked,
    startCheck: guard.last,
    acceptAsFound: guard.accept,
    ...(await careOf({ ...care, hasCounty: () => county.memory.get() !== null })),
    damaged: damagedIn(tables),
  };
}

interface Emptying {
  readonly county: CountyPort;
  readonly journal: EditJournal | null;
  readonly writer: RegisterWriter;
  readonly tables: TableMap;
  readonly snapshot: () => Register;
  /** Edits that go on waiting for their document. */
  readonly kept: readonly JournaledEdit[];
  readonly beforehand: ((present: Present) => Promise<void>) | undefined;
}

async function emptyRegister(
  { county, journal, writer, tables, snapshot, kept, beforehand }: Emptying,
  becomes: (now: Remembered) => Remembered,
): Promise<void> {
  // First: a register that is emptied must not be filled again from the county while it is.
  const known = county.memory.get();
  if (known !== null) await county.memory.change(becomes);
  await county.rest();
  await writer.clear([...tables.values()], async () => {
    try {
      await beforehand?.({ register: snapshot(), county: county.memory.get(), leftEdits: kept });
    } catch (error) {
      if (known !== null) await county.memory.change(() => known);
      throw error;
    }
    await journal?.clear(kept);
    return true;
  });
}

interface Closing {
  readonly database: RegisterDatabase;
  readonly tables: TableMap;
  readonly writer: RegisterWriter;
  readonly guard: RegisterGuard;
}

async function closeAll({ database, tables, writer, guard }: Closing): Promise<void> {
  await writer.finish();
  await guard.stop();
  for (const table of tables.values()) table.close();
  await database.close();
}

interface Guarding {
  readonly open: OpenTables;
  readonly book: FingerprintBook | null;
  readonly database: RegisterDatabase;
  readonly options: OpenOptions;
}

async function openGuard({ open, book, database, options }: Guarding): Promise<RegisterGuard> {
  if (book === null || !options.guard) return unguarded;
  const memory = await openLocalMemory(database, 'start-check');
  return guardRegister({ open, book, memory, now: options.now }, options.guard);
}

interface Care {
  readonly open: OpenTables;
  readonly book: FingerprintBook | null;
  readonly database: RegisterDatabase;
  readonly position: LocalMemory;
  readonly writer: RegisterWriter;
  readonly snapshot: () => Register;
  readonly options: OpenOptions;
  readonly hasCounty: () => boolean;
}

/** Backups and examinations look at the register between two saves. */
async function careOf(care: Care): Promise<Pick<RegisterStore, 'forBackup' | 'examine' | 'repair'>> {
  const { open, book, database, position, writer, snapshot, options, hasCounty } = care;
  const file = options.journal ?? null;
  const memory = await openLocalMemory(database, 'journal-ages');
  const today = () => chinaDayOf(options.now());
  return {
    forBackup: () =>
      writer.exclusively(async () => {
        const kept = file && (await beginBackup({ open, file, position, memory, hasCounty, today }));
        return { content: snapshot(), kept: kept ?? noMore };
      }),
    examine: () =>
      writer.exclusively(() =>
        comparing(file, () => examineRegister({ open, journal: file, book }, options.now())),
      ),
    repair: () => writer.exclusively(() => comparing(file, () => repairFrom(open, file, book?.strikeOut))),
  };
}

const comparing = <T>(file: JournalFile | null, job: () => Promise<T>): Promise<T> =>
  file === null ? job() : file.whileComparing(job);

/** Without a journal a backup changes nothing here. */
const noMore = () => Promise.resolve();

async function openTables(options: OpenOptions) {
  const database = await openDatabase(options);
  try {
    await checkKey(database, options.sealer ?? null);
    const book = options.guard ? openFingerprintBook(database, options.sealer ?? null) : null;
    return { database, book, tables: await fillTables(database, book, options) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const damagedIn = (tables: TableMap): OpenedRegister['damaged'] =>
  [...tables]
    .map(([collection, table]) => ({ collection, count: table.damagedIds.size }))
    .filter(({ count }) => count > 0);

interface CountyParts {
  readonly database: RegisterDatabase;
  readonly tables: TableMap;
  readonly memory: LocalMemory;
  readonly writer: RegisterWriter;
  readonly options: OpenOptions;
  readonly journal: EditJournal | null;
}

async function openCounty(parts: CountyParts): Promise<CountyPort> {
  const { database, tables, memory, writer, options, journal } = parts;
  return openCountyPort({
    ...options,
    open: { names: [...tables.keys()], tables: (name) => tableNamed(tables, name) },
    inTurn: writer.exclusively,
    forgetSteps: writer.forgetSteps,
    settle: (editIds) => journal?.settle(editIds) ?? Promise.resolve(),
    wipe: (mayBegin = () => Promise.resolve(true)) =>
      writer.clear([...tables.values()], async () => {
        if (!(await mayBegin())) return false;
        await journal?.clear();
        return true;
      }),
    memory,
    lists: await openLocalMemory(database, 'county-lists'),
  });
}

async function fillTables(
  database: RegisterDatabase,
  book: FingerprintBook | null,
  options: OpenOptions,
): Promise<TableMap> {
  let loadedCount = 0;
  const onLoaded = (count: number) => {
    loadedCount += count;
    options.onLoaded?.(loadedCount);
  };
  const opened = await Promise.all(
    (options.collections ?? collectionNames).map(
      async (name): Promise<[CollectionName, WritableTable<LedgerDocument>]> => {
        // Every document of the register is a ledger document; the store checks the rest with its schema.
        const collection = database[name] as unknown as RxCollection<LedgerDocument>;
        const storage = tableStorageOf(collection, options.sealer ?? null);
        const beforeRemoval = async (rows: Parameters<FingerprintBook['expectRemoval']>[1]) =>
          book?.expectRemoval(name, rows);
        return [name, await openLiveTable(storage, { onLoaded, beforeRemoval })];
      },
    ),
  );
  return new Map(opened);
}

function tableNamed(tables: TableMap, name: CollectionName): WritableTable<LedgerDocument> {
  const table = tables.get(name);
  if (!table) throw new Error(`table ${name} is not open`);
  return table;
}

/** What the county has answered is safe there: the journal need not bring it back. */
const withSettling = (county: CountyPort, journal: EditJournal): CountyPort => ({
  ...county,
  async takeAnswers(pushed, reply, mayRemove) {
    const taken = await county.takeAnswers(pushed, reply, mayRemove);
    await journal.settle(reply.answers.map(({ editId }) => editId));
    return taken;
  },
});
