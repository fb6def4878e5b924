/** How much one address, one device and all together may ask; beyond it the answer is 429 and the time to wait. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import rateLimit from '@fastify/rate-limit';
import { syncProblems } from '@shared/problems/sync-problems';
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../services/refusal';

/** Requests per minute, except `atOnce` (requests under way) and `delayMs` (how late the event loop may run). */
export interface Limits {
  /** A whole office may stand behind one address. */
  readonly perAddress: number;
  readonly perDevice: number;
  readonly loginsPerAddress: number;
  readonly enrolmentsPerAddress: number;
  readonly atOnce: number;
  readonly delayMs: number;
}
export const usualLimits: Limits = {
  perAddress: 6000,
  perDevice: 1200,
  loginsPerAddress: 60,
  enrolmentsPerAddress: 20,
  atOnce: 500,
  delayMs: 2000,
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A stricter limit per address than the one for all routes. */
    scarce?: 'logins' | 'enrolments';
    /** Stays open for hours: not counted as a request under way. */
    isStream?: true;
  }
}

export async function addLimits(app: FastifyInstance, limits: Limits): Promise<void> {
  await app.register(rateLimit, { global: false });
  const perAddress = limiter(app, limits.perAddress, ({ ip }) => ip);
  const perDevice = limiter(app, limits.perDevice, ({ caller, ip }) => caller?.deviceId ?? ip);
  const scarce = {
    logins: limiter(app, limits.loginsPerAddress, ({ ip }) => ip),
    enrolments: limiter(app, limits.enrolmentsPerAddress, ({ ip }) => ip),
  };
  addLoadGuard(app, limits);
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith(`${apiPrefix}/`)) return;
    await perAddress(request);
    const kind = request.routeOptions.config.scarce;
    if (kind !== undefined) await scarce[kind](request);
  });
  app.addHook('preHandler', async (request) => {
    if (request.caller !== null) await perDevice(request);
  });
}

function limiter(app: FastifyInstance, max: number, keyGenerator: (request: FastifyRequest) => string) {
  const check = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator });
  return async (request: FastifyRequest): Promise<void> => {
    const found = await check(request);
    if (!found.isAllowed && found.isExceeded) throw tooMany(found.ttlInSeconds);
  };
}

/** Refuses early while the process cannot keep up, so that what it has begun gets done. */
function addLoadGuard(app: FastifyInstance, { atOnce, delayMs }: Limits): void {
  const delays = monitorEventLoopDelay({ resolution: 20 });
  let recentDelayMs = 0;
  delays.enable();
  const sampling = setInterval(() => {
    recentDelayMs = delays.percentile(50) / 1e6;
    delays.reset();
  }, 1000);
  sampling.unref();
  app.addHook('onClose', async () => {
    clearInterval(sampling);
    delays.disable();
  });
  const underWay = new WeakSet<FastifyRequest>();
  let count = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith(`${apiPrefix}/`) || request.routeOptions.config.isStream === true) return;
    if (count >= atOnce || recentDelayMs > delayMs) throw tooMany(5);
    underWay.add(request);
    count += 1;
    // `close` comes once whether the answer was sent or the caller went away.
    reply.raw.once('close', () => {
      if (underWay.delete(request)) count -= 1;
    });
  });
}

const tooMany = (seconds: number): Refusal =>
  new Refusal(syncProblems.tooManyRequests({}), Math.max(1, seconds));
