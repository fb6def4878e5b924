/** A server whose embedded database is gone cannot come back by itself: it says so and ends, so that it is started anew. */
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from './db/database';

/** Long enough for whoever watches `/ready` to see the 503. */
const graceMs = 5000;

/** @param end exits with a code that is not 0 */
export function endWhenLost(
  { lost }: Pick<Database, 'lost'>,
  log: FastifyBaseLogger,
  end: () => void = () => process.exit(1),
): void {
  void lost.then((error) => {
    log.fatal({ err: error }, 'the embedded database has stopped: this server ends, start it again');
    setTimeout(end, graceMs);
  });
}
