/** For whoever watches the server: is it alive, can it work, how is it doing. */
import { timingSafeEqual } from 'node:crypto';
import { accountProblems } from '@shared/problems/account-problems';
import { syncProblems } from '@shared/problems/sync-problems';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../../plugins/metrics';
import type { Environment } from '../../services/environment';
import { Refusal } from '../../services/refusal';
import { digestOfSecret } from '../../services/sessions/secrets';

export interface HealthSettings {
  readonly metrics: Metrics;
  /** Secret a watching program sends as bearer token; null = only this machine may read the numbers. */
  readonly metricsToken: string | null;
}

export function registerHealthRoutes(
  app: FastifyInstance,
  { database }: Environment,
  { metrics, metricsToken }: HealthSettings,
): void {
  const hidden = { schema: { hide: true } };
  app.get('/health', hidden, async () => ({ status: 'ok' }));
  app.get('/ready', hidden, async (request, reply) => {
    try {
      await database.query('select 1');
      return { status: 'ok' };
    } catch (error) {
      request.log.error({ err: error }, 'not ready');
      return reply.code(503).send({ problem: syncProblems.serverFailed({}) });
    }
  });
  app.get('/metrics', hidden, async (request, reply) => {
    if (!mayWatch(request, metricsToken)) throw new Refusal(accountProblems.notAllowed({}));
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function mayWatch({ ip, headers }: FastifyRequest, token: string | null): boolean {
  // What a proxy on this machine passes on comes from somewhere else, whether the proxy is a trusted one or not.
  if (token === null) return loopback.has(ip) && headers['x-forwarded-for'] === undefined;
  const [sent, known] = [headers.authorization ?? '', `Bearer ${token}`].map((text) =>
    Buffer.from(digestOfSecret(text)),
  );
  return sent !== undefined && known !== undefined && timingSafeEqual(sent, known);
}
