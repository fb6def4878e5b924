/** Numbers for whoever watches the server, in Prometheus' format: how much, how fast, how it ended; never who. */
import { apiPrefix } from '@shared/sync/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database, Queryable } from '../db/database';
import { routeOf } from './log';

export interface Metrics {
  readonly registry: Registry;
  /** The same database, with the time of every statement and transaction observed. */
  measured(database: Database): Database;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const databaseSeconds = new Histogram({
    name: 'ledger_database_seconds',
    help: 'Time of database work',
    labelNames: ['kind'],
    buckets: seconds,
    registers: [registry],
  });
  return {
    registry,
    measured: (database) => measure(database, (kind) => databaseSeconds.startTimer({ kind })),
  };
}

/** Observes every request; what was pushed is read from the answers on their way out. */
export function observeRequests(app: FastifyInstance, { registry }: Metrics): void {
  const registers = [registry];
  const requests = new Histogram({
    name: 'ledger_request_seconds',
    help: 'Requests by route and status; an open stream counts when it ends',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  });
  const pushes = new Counter({ name: 'ledger_pushes_total', help: 'Pushes taken', registers });
  const pulls = new Counter({ name: 'ledger_pulls_total', help: 'Pages pulled', registers });
  const edits = new Counter({
    name: 'ledger_edits_total',
    help: 'Edits by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const streams = new Gauge({ name: 'ledger_streams', help: 'Streams open now', registers });
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.isStream !== true) return;
    streams.inc();
    reply.raw.once('close', () => streams.dec());
  });
  app.addHook('preSerialization', async (request, _reply, payload) => {
    if (isRoute(request, '/push')) for (const outcome of outcomesOf(payload)) edits.inc({ outcome });
    return payload;
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: routeOf(request), status: reply.statusCode };
    requests.observe(labels, reply.elapsedTime / 1000);
    if (reply.statusCode !== 200) return;
    if (isRoute(request, '/push')) pushes.inc();
    if (isRoute(request, '/changes')) pulls.inc();
  });
}

const isRoute = (request: FastifyRequest, path: string): boolean =>
  request.routeOptions.url === `${apiPrefix}${path}`;

function outcomesOf(payload: unknown): string[] {
  const { answers } = (payload ?? {}) as { answers?: unknown };
  if (!Array.isArray(answers)) return [];
  return answers.map((answer: { outcome?: unknown }) => String(answer.outcome));
}

type Timer = (kind: 'query' | 'transaction') => () => void;

function measure(database: Database, start: Timer): Database {
  const queries = measuredQueries(database, start);
  return {
    kind: database.kind,
    ...queries,
    transaction: async (work, options) => {
      const stop = start('transaction');
      try {
        return await database.transaction((tx) => work(measuredQueries(tx, start)), options);
      } finally {
        stop();
      }
    },
    notify: (on, channel, payload) => database.notify(on, channel, payload),
    listen: (channel, heard, missed) => database.listen(channel, heard, missed),
    lost: database.lost,
    close: () => database.close(),
  };
}

const measuredQueries = (on: Queryable, start: Timer): Queryable => ({
  query: async (sql, params) => {
    const stop = start('query');
    try {
      return await on.query(sql, params);
    } finally {
      stop();
    }
  },
  runScript: (sql) => on.runScript(sql),
});
