/** The county server as a function of what it is given: started by main.ts, injected by tests. */
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { addAuthentication } from './plugins/authentication';
import { addCompression } from './plugins/compression';
import { addCrossOrigin } from './plugins/cross-origin';
import { addLimits, type Limits, usualLimits } from './plugins/limits';
import { addRequestLog } from './plugins/log';
import { createMetrics, observeRequests } from './plugins/metrics';
import { addOneAddress } from './plugins/one-address';
import { addOpenApi } from './plugins/openapi';
import { addRefusals, refuseUnreadable } from './plugins/refusals';
import { addRendererFiles } from './plugins/renderer-files';
import { addSecurityHeaders } from './plugins/security-headers';
import { registerAccountRoutes } from './routes/accounts/register-account-routes';
import { registerAdministrationRoutes } from './routes/administration/register-administration-routes';
import { registerHealthRoutes } from './routes/health/register-health-routes';
import { registerSyncRoutes } from './routes/sync/register-sync-routes';
import type { StandingCodes } from './services/enrolment/enrol';
import type { Environment } from './services/environment';

/** What the app needs; everything after `log` may be left out. */
export interface AppDeps {
  readonly environment: Environment;
  readonly log: FastifyBaseLogger;
  /** Absolute path of the built browser edition; null = only the interface for programs. */
  readonly rendererFolder?: string | null;
  /** The address people type (see `addOneAddress`). */
  readonly publicUrl?: () => URL | null;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** Which proxies stand in front: as Fastify's `trustProxy`. */
  readonly trustProxy?: boolean | string;
  readonly origins?: readonly string[];
  readonly metricsToken?: string | null;
  readonly limits?: Partial<Limits>;
  readonly standingCodes?: StandingCodes;
}

/** A push of 200 edits that all create large records stays well below this. */
const bodyLimit = 8 * 1024 * 1024;

/** @throws when a route below /api does not say who may call it */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = createApp(deps);
  const metrics = createMetrics();
  const environment = { ...deps.environment, database: metrics.measured(deps.environment.database) };
  addRefusals(app);
  addRequestLog(app);
  observeRequests(app, metrics);
  await addSecurityHeaders(app, deps.tls != null);
  addOneAddress(app, deps.publicUrl ?? (() => null));
  addCrossOrigin(app, deps.origins ?? []);
  await addLimits(app, { ...usualLimits, ...deps.limits });
  await addCompression(app);
  await addOpenApi(app);
  addAuthentication(app, environment);
  registerHealthRoutes(app, environment, { metrics, metricsToken: deps.metricsToken ?? null });
  registerAccountRoutes(app, environment, deps.standingCodes ?? new Map());
  registerAdministrationRoutes(app, environment);
  registerSyncRoutes(app, environment);
  if (deps.rendererFolder != null) await addRendererFiles(app, deps.rendererFolder);
  return app;
}

function createApp({ environment, log, tls, trustProxy }: AppDeps): FastifyInstance {
  const serve = (listener: RequestListener) => {
    const server =
      tls == null ? createServer(listener) : createTlsServer({ ...tls, minVersion: 'TLSv1.2' }, listener);
    // A township on a thin line may need a while to send; nobody needs longer than this.
    server.requestTimeout = 120_000;
    server.keepAliveTimeout = 65_000;
    return server;
  };
  return Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    serverFactory: serve,
    trustProxy: trustProxy ?? false,
    bodyLimit,
    genReqId: () => environment.newId(),
    frameworkErrors: refuseUnreadable,
    // Requests that were already on their way when the server stops are still answered.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
  });
}
