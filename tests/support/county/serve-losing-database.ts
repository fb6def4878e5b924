// The real county server whose embedded database can be made to stop from outside: at SIGUSR2 its thread ends, as after a
// fault in it.
import { syncBuiltinESMExports } from 'node:module';
import workerThreads from 'node:worker_threads';

const RealWorker = workerThreads.Worker;
class KilledWorker extends RealWorker {
  constructor(...args: ConstructorParameters<typeof RealWorker>) {
    super(...args);
    process.once('SIGUSR2', () => void this.terminate());
  }
}
workerThreads.Worker = KilledWorker;
syncBuiltinESMExports();
await import('@server/main');
