/** How much one address, one device and all together may ask; beyond it the answer is 429 and the time to wait. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import rateLimit from '@fastify/rate-limit';
import { accountProblems } from '@shared/problems/account-problems';
import { syncProblems } from '@shared/problems/sync-problems';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../services/refusal';

/** Requests per minute, except `atOnce…` (requests under way) and `delayMs` (how late the event loop may run). */
export interface Limits {
  /** A whole office may stand behind one address. */
  readonly perAddress: number;
  readonly perDevice: number;
  readonly loginsPerAddress: number;
  readonly enrolmentsPerAddress: number;
  readonly atOnce: number;
  /** A device asks one thing after the other, its boards a handful beside. */
  readonly atOncePerDevice: number;
  readonly delayMs: number;
}
export const usualLimits: Limits = {
  perAddress: 6000,
  perDevice: 1200,
  loginsPerAddress: 60,
  enrolmentsPerAddress: 20,
  atOnce: 500,
  atOncePerDevice: 20,
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
    if (!isLimited(request)) return;
    await perAddress(request);
    // Nobody waits for, or keeps, what is sent to an address that is not there.
    if (request.is404) throw new Refusal(accountProblems.notFound({}));
    const kind = request.routeOptions.config.scarce;
    if (kind !== undefined) await scarce[kind](request);
  });
  app.addHook('preHandler', async (request) => {
    if (request.caller !== null) await perDevice(request);
  });
}

/**
 * Told by the route that was found, never by the address as it was written: `/%61pi/v1/session` leads to the same route as
 * `/api/v1/session`.
 */
const isLimited = ({ is404, routeOptions }: FastifyRequest): boolean =>
  is404 || routeOptions.config.access !== undefined;

function limiter(app: FastifyInstance, max: number, keyGenerator: (request: FastifyRequest) => string) {
  const check = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator });
  return async (request: FastifyRequest): Promise<void> => {
    const found = await check(request);
    if (!found.isAllowed && found.isExceeded) throw tooMany(found.ttlInSeconds);
  };
}

/** Refuses early while the process cannot keep up, so that what it has begun gets done. */
function addLoadGuard(app: FastifyInstance, { delayMs, ...limits }: Limits): void {
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
  countUnderWay(app, limits, () => recentDelayMs > delayMs);
}

/**
 * What is under way, altogether and for each device. Where no session is asked for, a request counts only when all of it is
 * here: somebody nobody knows must not keep places from others by sending slowly.
 */
function countUnderWay(
  app: FastifyInstance,
  { atOnce, atOncePerDevice }: Pick<Limits, 'atOnce' | 'atOncePerDevice'>,
  isLate: () => boolean,
): void {
  const owed = createTally();
  const isCounted = ({ routeOptions: { config } }: FastifyRequest) =>
    config.access !== undefined && config.isStream !== true;
  const isOpen = ({ routeOptions: { config } }: FastifyRequest) => config.access === 'open';
  app.addHook('onRequest', async (request, reply) => {
    if (!isCounted(request)) return;
    if (owed.of('') >= atOnce || isLate()) throw tooMany(5);
    if (!isOpen(request)) owed.add('', reply);
  });
  // The device is known by now, and nothing of what it sends has been read.
  app.addHook('preParsing', async (request, reply) => {
    if (request.caller === null || !isCounted(request)) return;
    const { deviceId } = request.caller;
    if (owed.of(deviceId) >= atOncePerDevice) throw tooMany(5);
    owed.add(deviceId, reply);
  });
  app.addHook('preHandler', async (request, reply) => {
    if (!isCounted(request) || !isOpen(request)) return;
    if (owed.of('') >= atOnce) throw tooMany(5);
    owed.add('', reply);
  });
}

/** How many answers are still owed, by name; '' stands for everybody. */
function createTally() {
  const counts = new Map<string, number>();
  const of = (name: string): number => counts.get(name) ?? 0;
  return {
    of,
    add(name: string, reply: FastifyReply): void {
      counts.set(name, of(name) + 1);
      // `close` comes once whether the answer was sent or the caller went away.
      reply.raw.once('close', () => {
        if (of(name) > 1) counts.set(name, of(name) - 1);
        else counts.delete(name);
      });
    },
  };
}

const tooMany = (seconds: number): Refusal =>
  new Refusal(syncProblems.tooManyRequests({}), Math.max(1, seconds));
