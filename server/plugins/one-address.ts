/**
 * Browsers keep the register per address: under two names of one server the same register would look like two. Pages
 * are therefore shown under one name only; the interface for programs answers under any.
 */
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const programPaths = [`${apiPrefix}/`, '/health', '/ready', '/metrics', '/openapi.json'];

/** @param publicUrl the address people type; a function, because a port may be known only after listening */
export function addOneAddress(app: FastifyInstance, publicUrl: () => URL | null): void {
  app.addHook('onRequest', async (request, reply) => {
    const home = publicUrl();
    // Behind a trusted proxy, the name the person typed is the one it passes on.
    if (home === null || request.host === home.host) return;
    // A server on this machine alone is never meant by any other name: somebody's page is trying to get at it.
    if (loopbackNames.has(home.hostname) && !loopbackNames.has(hostnameOf(request.host))) {
      await reply.code(421).send();
    } else if (!programPaths.some((path) => request.url.startsWith(path))) {
      await sendHome(reply, request.method, home, request.url);
    }
  });
}

const hostnameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

async function sendHome(reply: FastifyReply, method: string, home: URL, path: string): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') await reply.code(421).send();
  // The path is appended to a fixed origin, so it cannot lead anywhere else.
  else
    await reply
      .code(307)
      .header('location', `${home.origin}${path.replace(/^\/+/, '/')}`)
      .send();
}
