import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Browsers open spare lines and may never ask anything on them. Node counts those neither as idle nor as finished, so a
 * server that stops would wait for them: they are hung up instead. Lines with a request under way are left alone.
 */
export function addUnusedLines(app: FastifyInstance): void {
  const open = new Set<Socket>();
  const busy = new Set<Socket>();
  // With TLS, requests come on a line inside the raw one, announced by an event of its own.
  const isTls = 'setSecureContext' in app.server;
  app.server.on(isTls ? 'secureConnection' : 'connection', (line: Socket) => {
    open.add(line);
    line.once('close', () => open.delete(line));
  });
  app.addHook('onRequest', async (request, reply) => {
    const line = request.raw.socket;
    busy.add(line);
    reply.raw.once('close', () => busy.delete(line));
  });
  app.addHook('preClose', async () => {
    for (const line of open) if (!busy.has(line)) line.destroy();
  });
}
