/**
 * The desktop edition asks from its own origin. Allowed origins may read answers; there are no cookies, so nothing is
 * done in anybody's name that does not carry her session token.
 */
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';

export const desktopOrigin = 'app://ledger';

export function addCrossOrigin(app: FastifyInstance, origins: readonly string[]): void {
  const allowed = new Set([desktopOrigin, ...origins]);
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith(`${apiPrefix}/`)) return;
    reply.header('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) return;
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-expose-headers', 'date, retry-after');
    if (request.method === 'OPTIONS') await answerPreflight(reply);
  });
}

async function answerPreflight(reply: FastifyReply): Promise<void> {
  await reply
    .headers({
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'authorization, content-type, content-encoding',
      'access-control-max-age': '600',
    })
    .code(204)
    .send();
}
