import { expect, it } from 'vitest';
import { firm, newDisk, openReplica, Server, settle } from './replica';

/** Pages of two; the second page is asked for only when the first one has been dealt with. */
const inTurn = (server: Server) => async (since: number, limit: number) => {
  if (since > 0) await settle(20);
  return server.page(since, limit);
};

it('E1: a document that is refused on the device leaves a hole behind, also after a restart', async () => {
  const [disk, server] = [newDisk(), new Server()];
  // Written by a newer program, say: without a field this one requires.
  server.write({ id: 'd1', name: '单位d1' } as never);
  for (const id of ['d2', 'd3', 'd4', 'd5']) server.write(firm(id));
  const device = await openReplica(disk);
  const { state } = device.replicate({ pull: inTurn(server), batchSize: 2 });
  await state.awaitInitialReplication();
  expect(await device.ids()).toEqual(['d2', 'd3', 'd4', 'd5']);
  // The server puts the document right without touching its number, or the program is updated: nobody asks for it.
  server.documents.set('d1', { document: { ...firm('d1'), _deleted: false }, seq: 1 });
  state.reSync();
  await settle();
  await device.close();

  const restarted = await openReplica(disk);
  server.pulls.length = 0;
  const again = restarted.replicate({ pull: inTurn(server), batchSize: 2 });
  await again.state.awaitInitialReplication();
  expect(server.pulls).toEqual([5]);
  expect(await restarted.ids()).not.toContain('d1');
  await restarted.close();
});

it('E1b: one failed write on the device loses a whole page for good', async () => {
  const [disk, server] = [newDisk(), new Server()];
  for (const id of ['d1', 'd2', 'd3', 'd4', 'd5']) server.write(firm(id));
  const device = await openReplica(disk);
  const storage = device.firms.storageInstance;
  const bulkWrite = storage.bulkWrite.bind(storage);
  let isFull = true;
  storage.bulkWrite = (rows, context) => {
    if (!isFull) return bulkWrite(rows, context);
    isFull = false;
    return Promise.reject(new Error('QuotaExceededError'));
  };
  const { state, errors } = device.replicate({ pull: inTurn(server), batchSize: 2 });
  await state.awaitInitialReplication();
  expect(errors.length).toBeGreaterThan(0);
  expect(await device.ids()).toEqual(['d3', 'd4', 'd5']);
  await device.close();

  const restarted = await openReplica(disk);
  await restarted.replicate({ pull: inTurn(server), batchSize: 2 }).state.awaitInitialReplication();
  expect(await restarted.ids()).toEqual(['d3', 'd4', 'd5']);
  await restarted.close();
});

it('E4: a page that was filtered after its limit ends the pull, and an empty one is asked for again for ever', async () => {
  const [disk, server] = [newDisk(), new Server()];
  for (let i = 1; i <= 30; i++) server.write(firm(`d${i}`));
  const device = await openReplica(disk);
  const mayRead = new Set(['d25']);
  const filtered = (since: number, limit: number) => {
    const page = server.page(since, limit);
    return { ...page, documents: page.documents.filter(({ id }) => mayRead.has(id)) };
  };
  const { state } = device.replicate({ pull: filtered, batchSize: 10 });
  await state.awaitInitialReplication();
  for (let i = 0; i < 3; i++) {
    state.reSync();
    await settle(20);
  }
  expect(await device.ids()).toEqual([]);
  expect(new Set(server.pulls)).toEqual(new Set([0]));
  await device.close();
});

it('E8: a bare tombstone fails and repeats, a full one takes the unsent edit with it', async () => {
  const [disk, server] = [newDisk(), new Server()];
  server.write(firm('d1'));
  const device = await openReplica(disk);
  const first = device.replicate({ pull: (since, limit) => server.page(since, limit) });
  await first.state.awaitInitialReplication();
  // The record moved to another township: this device is to forget it.
  server.documents.set('d1', { document: { id: 'd1', _deleted: true } as never, seq: ++server.seq });
  for (let i = 0; i < 2; i++) {
    first.state.reSync();
    await settle(30);
  }
  expect(first.errors.length).toBeGreaterThanOrEqual(2);
  expect(await device.ids()).toEqual(['d1']);
  await first.state.cancel();

  await device.edit('d1', { staff: 99 });
  server.write({ ...firm('d1'), _deleted: true });
  const both = device.replicate({
    pull: (since, limit) => server.page(since, limit),
    push: (rows) => server.take(rows),
    identifier: 'both-ways',
  });
  await both.state.awaitInSync();
  expect(await device.ids()).toEqual([]);
  expect(server.get('d1')?.staff).toBe(1);
  await device.close();
});
