/** A proxy stands in front and nobody told the server: then all townships share one address and its limits. */
import type { FastifyInstance } from 'fastify';

/** Says so once, in the log, at the first request that came through a proxy. */
export function warnOfUnseenProxy(app: FastifyInstance): void {
  let isSaid = false;
  app.addHook('onRequest', async (request) => {
    if (isSaid || request.headers['x-forwarded-for'] === undefined) return;
    isSaid = true;
    request.log.warn(
      'requests come through a proxy, but TRUST_PROXY is not set: everybody behind it counts as one address (60 logins a minute)',
    );
  });
}
