import { Worker } from 'node:worker_threads';
import { exposeRxStorageRemote, type MessageToRemote } from 'rxdb/plugins/storage-remote';
import { Subject } from 'rxjs';
import { expect, it } from 'vitest';
import { type Disk, newDisk } from './replica';

interface Firm {
  readonly id: string;
  readonly staff: number;
}
interface Run {
  /** How far the computer's clock is ahead of the time. */
  readonly clockIsAheadMs: number;
  readonly edits: readonly Firm[];
  readonly replicates: boolean;
}
/** What a thread says: a message for the disk, documents it pushed, or that it has ended. */
interface Said {
  readonly disk?: MessageToRemote;
  readonly pushed?: readonly Firm[];
  readonly isDone?: boolean;
}

/** @returns everything the program pushed */
async function runProgram({ name, storage }: Disk, run: Run): Promise<readonly Firm[]> {
  const worker = new Worker(new URL('clock-program.mjs', import.meta.url), {
    workerData: { name, ...run },
  });
  const messages$ = new Subject<MessageToRemote>();
  exposeRxStorageRemote({ storage, messages$, send: (disk) => worker.postMessage({ disk }) });
  const pushed: Firm[] = [];
  await new Promise<void>((done, fail) => {
    worker.on('error', fail);
    worker.on('message', (said: Said) => {
      if (said.disk) messages$.next(said.disk);
      pushed.push(...(said.pushed ?? []));
      if (said.isDone) done();
    });
  });
  await worker.terminate();
  return pushed;
}

const fourYears = 4 * 365 * 24 * 60 * 60_000;
const edit = (id: string, staff: number): Firm => ({ id, staff });

it('E2: after one day with the clock years ahead, later edits are never sent', async () => {
  const wrong = newDisk();
  const early = { clockIsAheadMs: fourYears, edits: [edit('d1', 1)], replicates: true };
  expect(await runProgram(wrong, early)).toMatchObject([{ id: 'd1', staff: 1 }]);
  // Corrected; the clerk works without a network, and is connected again the next day.
  await runProgram(wrong, { clockIsAheadMs: 0, edits: [edit('d1', 2), edit('d2', 1)], replicates: false });
  expect(await runProgram(wrong, { clockIsAheadMs: 0, edits: [], replicates: true })).toEqual([]);
});

it('E2: the same days with a right clock lose nothing', async () => {
  const right = newDisk();
  await runProgram(right, { clockIsAheadMs: 0, edits: [edit('d1', 1)], replicates: true });
  await runProgram(right, { clockIsAheadMs: 0, edits: [edit('d1', 2), edit('d2', 1)], replicates: false });
  const pushed = await runProgram(right, { clockIsAheadMs: 0, edits: [], replicates: true });
  expect(pushed.map(({ id, staff }) => [id, staff])).toEqual([
    ['d1', 2],
    ['d2', 1],
  ]);
});
