import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Hangs up when the server stops. Node waits for lines that are kept for a next request, and for spare ones that
 * browsers open and may never ask anything on: unused lines are hung up at once, the others after their answer.
 */
export function addHangUp(app: FastifyInstance): void {
  const open = new Set<Socket>();
  const busy = new Set<Socket>();
  let isStopping = false;
  // With TLS, requests come on a line inside the raw one, announced by an event of its own.
  const isTls = 'setSecureContext' in app.server;
  app.server.on(isTls ? 'secureConnection' : 'connection', (line: Socket) => {
    open.add(line);
    line.once('close', () => open.delete(line));
  });
  app.addHook('onRequest', async (request, reply) => {
    const line = request.raw.socket;
    busy.add(line);
    reply.raw.once('close', () => {
      busy.delete(line);
      // After what has been written has been sent.
      if (isStopping && open.has(line)) line.destroySoon();
    });
  });
  app.addHook('preClose', async () => {
    isStopping = true;
    for (const line of open) if (!busy.has(line)) line.destroy();
  });
}
