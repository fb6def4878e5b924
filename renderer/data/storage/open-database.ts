/** Opens the local database: exactly the twelve collections of the register, on whatever storage is given. */
import { type CollectionName, collectionNames, type DocumentOf } from '@shared/domain/collections';
import { sha256, sha256OfText } from '@shared/lib/sha256';
import {
  addRxPlugin,
  createRxDatabase,
  type HashFunction,
  type RxCollection,
  type RxCollectionCreator,
  type RxDatabase,
  type RxStorage,
} from 'rxdb';
import { RxDBLocalDocumentsPlugin } from 'rxdb/plugins/local-documents';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { arrangeLayers } from './dexie-layers';
import { rxSchemaOf } from './rx-schema';

addRxPlugin(RxDBLocalDocumentsPlugin);

// RxDB's own storage types leave the internals open in the same way.
// biome-ignore lint/suspicious/noExplicitAny: the internals differ per storage and nobody here looks at them
export type Storage = RxStorage<any, any>;
export type RegisterCollections = { readonly [C in CollectionName]: RxCollection<DocumentOf<C>> };
export type RegisterDatabase = RxDatabase<RegisterCollections>;

/**
 * IndexedDB of the browser. `strict` waits until a write has reached the disk: with the default a power cut
 * loses the last seconds, and a clerk's typing is worth the few milliseconds.
 */
export const diskStorage = (): Storage =>
  getRxStorageDexie({ chromeTransactionDurability: 'strict', onCreate: arrangeLayers });

export interface DatabaseOptions {
  readonly name: string;
  readonly storage: Storage;
  /** Tests open two databases of one name in one realm; a page never does. */
  readonly allowDuplicate?: boolean;
  /** Default: all. RxDB allows thirteen open collections in a realm, so two whole registers do not fit in one. */
  readonly collections?: readonly CollectionName[];
}

/** As RxDB's own, which needs a secure page: the same digests, so one register opens by https and by plain http alike. */
const hashOf: HashFunction = async (input) => {
  if (typeof input === 'string') return sha256OfText(input);
  return sha256(new Uint8Array(input instanceof Blob ? await input.arrayBuffer() : input));
};

export async function openDatabase(options: DatabaseOptions): Promise<RegisterDatabase> {
  const database: RegisterDatabase = await createRxDatabase({
    name: options.name,
    storage: options.storage,
    // Several tabs may have the register open; each hears of the others' writes.
    multiInstance: true,
    hashFunction: hashOf,
    eventReduce: false,
    // What sync remembers lies beside the documents, so that a page and its checkpoint share one database.
    localDocuments: true,
    ignoreDuplicate: options.allowDuplicate ?? false,
  });
  const creators = (options.collections ?? collectionNames).map(
    (name): [CollectionName, RxCollectionCreator] => [name, { schema: rxSchemaOf(name) }],
  );
  try {
    await database.addCollections(Object.fromEntries(creators));
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
