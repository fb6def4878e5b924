/** What the server does by itself once a day. A job may run in two processes at once and must not mind. */
import { tombstoneDays } from '@shared/sync/protocol';
import type { FastifyBaseLogger } from 'fastify';
import { listCounties } from './repositories/accounts/county-repository';
import { deleteExpiredSessions } from './repositories/accounts/session-repository';
import { purgeDeleted } from './repositories/purge';
import type { Environment } from './services/environment';

const dayMs = 24 * 60 * 60_000;

export interface DailyJob {
  /** Names it in the log. */
  readonly name: string;
  run(environment: Environment): Promise<void>;
}

export const dailyJobs: readonly DailyJob[] = [
  {
    name: 'forget expired sessions',
    run: ({ database, now }) => deleteExpiredSessions(database, now()),
  },
  {
    name: 'purge what was deleted long ago',
    run: async ({ database, now }) => {
      const before = new Date(Date.parse(now()) - tombstoneDays * dayMs).toISOString();
      for (const { id } of await listCounties(database)) await purgeDeleted(database, id, before);
    },
  },
];

/** Office servers are switched off at night: the first round comes soon after the start, not at three in the morning. */
const firstRoundMs = 60_000;

/** @returns stops them; resolves when the job under way is done */
export function startDailyJobs(
  environment: Environment,
  log: FastifyBaseLogger,
  jobs: readonly DailyJob[] = dailyJobs,
  first = firstRoundMs,
): () => Promise<void> {
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();
  const round = async () => {
    for (const job of jobs) if (!isStopped) await runJob(job, environment, log);
  };
  const start = () => {
    underWay = round();
    timer = setTimeout(start, dayMs);
    timer.unref();
  };
  let timer = setTimeout(start, first);
  timer.unref();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    return underWay;
  };
}

/** A job that fails does not keep the others from running. */
async function runJob(job: DailyJob, environment: Environment, log: FastifyBaseLogger): Promise<void> {
  const startedAt = performance.now();
  try {
    await job.run(environment);
    log.info({ job: job.name, ms: Math.round(performance.now() - startedAt) }, 'daily job done');
  } catch (error) {
    log.error({ job: job.name, err: error }, 'daily job failed');
  }
}
