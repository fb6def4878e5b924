import { expect, it, vi } from 'vitest';
import { type FirmState, firm, newDisk, openReplica, type PushRow, Server, settle } from './replica';

/** Something to wait for. */
function gate() {
  let open = (): void => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return { open, opened };
}

const pullFrom = (server: Server) => (since: number, limit: number) => server.page(since, limit);

it('E3: one record the server refuses blocks every push of its collection, and live pull with it', async () => {
  const [disk, server] = [newDisk(), new Server()];
  const device = await openReplica(disk);
  const push = (rows: PushRow[]) => {
    if (rows.some(({ newDocumentState }) => newDocumentState.id === 'bad')) throw new Error('HTTP 422');
    return server.take(rows);
  };
  const { state, errors } = device.replicate({ pull: pullFrom(server), push });
  await state.awaitInSync();
  await device.firms.insert(firm('bad'));
  await vi.waitFor(() => expect(errors.length).toBeGreaterThan(2));
  await device.firms.insert(firm('good'));
  server.write(firm('from-elsewhere'));
  server.pulls.length = 0;
  state.reSync();
  await settle(150);
  expect(server.get('good')).toBeUndefined();
  expect(server.pulls).toEqual([]);
  expect(await device.ids()).toEqual(['bad', 'good']);
  await device.close();

  // A restart pulls, and is stuck again.
  const restarted = await openReplica(disk);
  restarted.replicate({ pull: pullFrom(server), push });
  await vi.waitFor(async () => expect(await restarted.ids()).toContain('from-elsewhere'));
  await settle(60);
  expect(server.get('good')).toBeUndefined();
  await restarted.close();
});

it('several edits between two syncs become one: the server never hears of those in between', async () => {
  const [disk, server] = [newDisk(), new Server()];
  const device = await openReplica(disk);
  await device.firms.insert(firm('d1', 1));
  for (const staff of [2, 3, 4]) await device.edit('d1', { staff });
  const { state } = device.replicate({ push: (rows) => server.take(rows) });
  await state.awaitInSync();
  expect(server.pushes).toHaveLength(1);
  expect(server.pushes[0]?.map(({ newDocumentState }) => newDocumentState.staff)).toEqual([4]);
  await device.close();
});

it('E7: a lost reply and a second edit: the second edit is undone without a word', async () => {
  const [disk, server] = [newDisk(), new Server()];
  server.write(firm('d1', 1));
  const device = await openReplica(disk);
  let isReplyLost = true;
  const push = async (rows: PushRow[]) => {
    const conflicts = server.take(rows);
    if (!isReplyLost) return conflicts;
    isReplyLost = false;
    // The user goes on typing while the request hangs.
    await device.edit('d1', { staff: 3 });
    throw new Error('ECONNRESET');
  };
  const { state } = device.replicate({ pull: pullFrom(server), push });
  await state.awaitInSync();
  await device.edit('d1', { staff: 2 });
  await settle(60);
  await state.awaitInSync();
  expect([server.get('d1')?.staff, (await device.get('d1'))?.staff]).toEqual([2, 2]);
  await device.close();
});

it.each([
  ['a plain server', (server: Server, rows: PushRow[]): FirmState[] => server.take(rows)],
  [
    'a server that answers the same content as success',
    (server: Server, rows: PushRow[]): FirmState[] => {
      const fresh = rows.filter(({ newDocumentState }) => {
        const current = server.get(newDocumentState.id);
        return current?.staff !== newDocumentState.staff;
      });
      return server.take(fresh);
    },
  ],
])('E7b: killed before the reply, then edited: the edit is lost on both sides, with %s', async (_, take) => {
  const [disk, server] = [newDisk(), new Server()];
  server.write(firm('d1', 1));
  const device = await openReplica(disk);
  const committed = gate();
  const { state } = device.replicate({
    pull: pullFrom(server),
    push: (rows) => {
      take(server, rows);
      committed.open();
      return new Promise(() => {});
    },
  });
  await state.awaitInitialReplication();
  await device.edit('d1', { staff: 2 });
  await committed.opened;
  // The process ends here; nothing of the pushing reaches the disk any more.
  await device.close();

  const restarted = await openReplica(disk);
  await restarted.edit('d1', { staff: 3 });
  const again = restarted.replicate({ pull: pullFrom(server), push: (rows) => take(server, rows) });
  await again.state.awaitInSync();
  expect([server.get('d1')?.staff, (await restarted.get('d1'))?.staff]).toEqual([2, 2]);
  await restarted.close();
});

it('E9: after the server was restored, the same replication sends nothing; another one undoes newer work', async () => {
  const [disk, server] = [newDisk(), new Server()];
  const device = await openReplica(disk);
  const push = (rows: PushRow[]) => server.take(rows);
  const { state } = device.replicate({ pull: pullFrom(server), push });
  await device.firms.insert(firm('d1', 1));
  await state.awaitInSync();
  const backup = new Map(server.documents);
  await device.edit('d1', { staff: 2 });
  await device.firms.insert(firm('d2', 1));
  await state.awaitInSync();
  expect(server.get('d2')).toBeDefined();
  // It has read back what it sent: the number it will ask from is beyond all the restored server has.
  const pullCount = server.pulls.length;
  state.reSync();
  await vi.waitFor(() => expect(server.pulls.length).toBeGreaterThan(pullCount));
  await state.awaitInSync();
  await device.close();

  const restored = new Server();
  for (const { document } of backup.values()) restored.write(document);
  const same = await openReplica(disk);
  const pushAgain = (rows: PushRow[]) => restored.take(rows);
  await same.replicate({ pull: pullFrom(restored), push: pushAgain }).state.awaitInSync();
  expect(restored.pushes).toEqual([]);
  expect([(await same.get('d1'))?.staff, restored.get('d1')?.staff]).toEqual([2, 1]);
  await same.close();

  const fresh = await openReplica(disk);
  const named = fresh.replicate({ pull: pullFrom(restored), push: pushAgain, identifier: 'after-restore' });
  await named.state.awaitInSync();
  expect(restored.get('d2')?.staff).toBe(1);
  // What was typed after the backup is gone on both sides.
  expect([(await fresh.get('d1'))?.staff, restored.get('d1')?.staff]).toEqual([1, 1]);
  await fresh.close();
});

/** Takes what it gets, and counts it up in a field of its own, as most servers do. */
const numbering = (server: Server, rows: readonly PushRow[]): FirmState[] =>
  rows.map(({ newDocumentState }) => {
    const stored = { ...newDocumentState, rev: (newDocumentState.rev ?? 0) + 1 };
    server.write(stored);
    return stored;
  });

it.each([
  { echoes: false, seen: undefined },
  { echoes: true, seen: 1 },
])(
  'E12: a server that changes what it takes is missed for ever unless it echoes it ($echoes)',
  async (given) => {
    const [disk, server] = [newDisk(), new Server()];
    const device = await openReplica(disk);
    await device.firms.insert(firm('d1'));
    const committed = gate();
    const pulled = gate();
    const { state } = device.replicate({
      // At start-up both directions run at once: the pull overtakes the answer to the push.
      pull: async (since, limit) => {
        await committed.opened;
        const page = server.page(since, limit);
        setTimeout(pulled.open, 20);
        return page;
      },
      push: async (rows) => {
        const stored = numbering(server, rows);
        committed.open();
        await pulled.opened;
        return given.echoes ? stored : [];
      },
    });
    await state.awaitInSync();
    state.reSync();
    await settle(40);
    expect(server.get('d1')?.rev).toBeGreaterThanOrEqual(1);
    expect((await device.get('d1'))?.rev).toBe(given.seen);
    await device.close();
  },
);
