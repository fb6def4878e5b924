// One run of a program on a computer whose clock is off: a thread of its own, because RxDB keeps its clock in a variable of
// the module. Its disk is in the thread of the test, which also plays the server.
import { parentPort, workerData } from 'node:worker_threads';
import { Subject } from 'rxjs';

// clock.test.ts starts this in a thread, never anybody as a program.
const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const { name, clockIsAheadMs, edits, replicates } = workerData;
const realNow = Date.now;
Date.now = () => realNow() + clockIsAheadMs;
// After the clock was set: the library looks at it as soon as it is loaded.
const { createRxDatabase } = await import('rxdb');
const { replicateRxCollection } = await import('rxdb/plugins/replication');
const { getRxStorageRemote } = await import('rxdb/plugins/storage-remote');

const messages$ = new Subject();
const answers = new Map();
port.on('message', ({ disk, answered }) => {
  if (disk) messages$.next(disk);
  else answers.get(answered)?.();
});

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 40 }, staff: { type: 'integer' } },
  required: ['id', 'staff'],
};
const database = await createRxDatabase({
  name,
  multiInstance: false,
  storage: getRxStorageRemote({
    identifier: 'disk',
    mode: 'storage',
    messageChannelCreator: async () => ({
      messages$,
      send: (disk) => port.postMessage({ disk }),
      close: async () => {},
    }),
  }),
});
const { firms } = await database.addCollections({ firms: { schema } });
for (const edit of edits) await firms.incrementalUpsert(edit);
if (replicates) {
  const state = replicateRxCollection({
    collection: firms,
    replicationIdentifier: 'county',
    live: true,
    toggleOnDocumentVisible: true,
    push: {
      handler: async (rows) => {
        port.postMessage({ pushed: rows.map((row) => row.newDocumentState) });
        return [];
      },
    },
  });
  await state.awaitInSync();
  state.reSync();
  await state.awaitInSync();
}
await database.close();
port.postMessage({ isDone: true });
