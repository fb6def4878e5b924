/** PGlite off the thread that serves people: a query there would make everybody wait (measured: 300 ms and more). */
import { parentPort, workerData } from 'node:worker_threads';
import { toTransported } from './pglite-errors';
import type { FromWorker, ToWorker, WorkerSettings } from './pglite-messages';
import { PgliteSession } from './pglite-session';

const port = parentPort;
if (port === null) throw new Error('runs as a worker only');
const say = (message: FromWorker) => port.postMessage(message);

// Given by WorkerLink, the only one that starts this file.
const settings = workerData as WorkerSettings;

try {
  const session = await PgliteSession.open({
    ...settings,
    onNotification: (channel, payload) => say({ kind: 'notification', channel, payload }),
  });
  port.on('message', ({ id, request }: ToWorker) => {
    session.answer(request).then(
      (value) => {
        say({ kind: 'answer', id, value });
        // Nothing else keeps this thread alive.
        if (request.kind === 'close') port.close();
      },
      (error: unknown) => say({ kind: 'refusal', id, error: toTransported(error) }),
    );
  });
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'failed', error: toTransported(error) });
  port.close();
}
