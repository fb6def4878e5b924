/** The county server as a function of what it is given: started by main.ts, injected by tests. */
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { addAuthentication } from './plugins/authentication';
import { addCompression } from './plugins/compression';
import { addCrossOrigin } from './plugins/cross-origin';
import { addHangUp } from './plugins/hang-up';
import { addLimits, type Limits, usualLimits } from './plugins/limits';
import { addRequestLog } from './plugins/log';
import { createMetrics, observeRequests } from './plugins/metrics';
import { addOneAddress } from './plugins/one-address';
import { addOpenApi } from './plugins/openapi';
import { addRefusals, refuseLine, refuseUnreadable } from './plugins/refusals';
import { addRendererFiles } from './plugins/renderer-files';
import { addSecurityHeaders } from './plugins/security-headers';
import { warnOfUnseenProxy } from './plugins/unseen-proxy';
import { addUpdateFiles } from './plugins/update-files';
import { registerAccountRoutes } from './routes/accounts/register-account-routes';
import { registerAdministrationRoutes } from './routes/administration/register-administration-routes';
import { registerDemoRoute } from './routes/demo/register-demo-route';
import { registerHealthRoutes } from './routes/health/register-health-routes';
import { registerInsightRoutes } from './routes/insights/register-insight-routes';
import { registerSyncRoutes } from './routes/sync/register-sync-routes';
import type { Demo } from './services/demo/demo-accounts';
import type { Environment } from './services/environment';

/** What the app needs; everything after `log` may be left out. */
export interface AppDeps {
  /** null = only the pages, which work alone: a demonstration whose database could not be opened. */
  readonly environment: Environment | null;
  readonly log: FastifyBaseLogger;
  /** Absolute path of the built browser edition; null = only the interface for programs. */
  readonly rendererFolder?: string | null;
  /** Absolute path of a release of the desktop edition, for townships to fetch; null = none. */
  readonly updatesFolder?: string | null;
  /** The address people type (see `addOneAddress`). */
  readonly publicUrl?: () => URL | null;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** Which proxies stand in front: as Fastify's `trustProxy`. */
  readonly trustProxy?: boolean | string;
  readonly origins?: readonly string[];
  readonly metricsToken?: string | null;
  readonly limits?: Partial<Limits>;
  /** The ready accounts of a demonstration; null = a real county. */
  readonly demo?: Demo | null;
}

/** A push of 200 edits that all create large records stays well below this. */
const bodyLimit = 8 * 1024 * 1024;

/** @throws when a route below /api does not say who may call it */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = createApp(deps);
  addRefusals(app);
  addRequestLog(app);
  addHangUp(app);
  if (!deps.trustProxy) warnOfUnseenProxy(app);
  await addSecurityHeaders(app, deps.tls != null);
  await addCompression(app);
  addOneAddress(app, deps.publicUrl ?? (() => null));
  if (deps.environment !== null) await addCountyInterface(app, deps, deps.environment);
  if (deps.rendererFolder != null) await addRendererFiles(app, deps.rendererFolder);
  if (deps.updatesFolder != null) await addUpdateFiles(app, deps.updatesFolder);
  return app;
}

/** What devices and programs talk to. */
async function addCountyInterface(app: FastifyInstance, deps: AppDeps, bare: Environment): Promise<void> {
  const metrics = createMetrics();
  const environment = { ...bare, database: metrics.measured(bare.database) };
  observeRequests(app, metrics);
  addCrossOrigin(app, deps.origins ?? []);
  await addLimits(app, { ...usualLimits, ...deps.limits });
  await addOpenApi(app);
  addAuthentication(app, environment);
  registerHealthRoutes(app, environment, { metrics, metricsToken: deps.metricsToken ?? null });
  registerAccountRoutes(app, environment, deps.demo?.standingCodes ?? new Map());
  registerAdministrationRoutes(app, environment);
  registerSyncRoutes(app, environment);
  registerInsightRoutes(app, environment);
  registerDemoRoute(app, deps.demo ?? null);
}

function createApp({ log, tls, trustProxy }: AppDeps): FastifyInstance {
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
    genReqId: () => randomUUID(),
    frameworkErrors: refuseUnreadable,
    clientErrorHandler: refuseLine,
    // Requests that were already on their way when the server stops are still answered.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
  });
}
