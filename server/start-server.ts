/** Puts the parts together into a running server, and takes them apart again in order. */

import { serverProblems } from '@shared/problems/server-problems';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { type AppDeps, buildApp } from './app';
import { dailyBackupJob } from './backup/daily-backup';
import type { ServerConfig } from './config';
import { dailyJobs, startDailyJobs } from './daily-jobs';
import { DatabaseProblem } from './db/database-problem';
import { followFacts } from './follow-facts';
import type { Environment } from './services/environment';

export interface RunningServer {
  readonly app: FastifyInstance;
  /** Without a slash at the end. */
  readonly url: string;
  /** Answers what is under way, ends streams, closes the database. */
  stop(): Promise<void>;
}

export interface ServerParts {
  readonly config: ServerConfig;
  readonly log: FastifyBaseLogger;
  /** null = only the pages. */
  readonly environment: Environment | null;
  /** For what the server does by itself; default: the same. */
  readonly forJobs?: Environment;
  readonly rendererFolder: string | null;
  readonly demo?: AppDeps['demo'];
  /** Called before it listens, for routes of the starting program's own. */
  readonly prepare?: (app: FastifyInstance) => void;
}

/** Longest wait for requests under way when the server stops. */
const drainMs = 10_000;

/** @throws DatabaseProblem `addressInUse`; the environment is closed then */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, environment, forJobs = environment, log, rendererFolder, demo = null } = parts;
  const { host, port, publicUrl, tls, trustProxy, origins, metricsToken, updatesFolder } = config;
  const app = await buildApp({
    environment,
    log,
    rendererFolder,
    updatesFolder,
    publicUrl: () => publicUrl,
    tls,
    trustProxy,
    origins,
    metricsToken,
    demo,
  });
  parts.prepare?.(app);
  const closeDatabases = async () => {
    for (const database of new Set([environment?.database, forJobs?.database])) await database?.close();
  };
  const address = await listen(app, host, port).catch(async (error: unknown) => {
    await app.close();
    await closeDatabases();
    throw error;
  });
  const backsUp = config.backsUpDaily && demo === null;
  const jobs = backsUp ? [...dailyJobs, dailyBackupJob(config.backupFolder)] : dailyJobs;
  const stopJobs = forJobs === null ? async () => {} : startDailyJobs(forJobs, log, jobs);
  const stopFacts = forJobs === null ? async () => {} : followFacts(forJobs, log);
  const stop = async () => {
    await Promise.all([drain(app), stopJobs(), stopFacts()]);
    await closeDatabases();
  };
  return { app, url: tls === null ? address : address.replace(/^http:/, 'https:'), stop };
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // EACCES: Windows reserves whole ranges of ports.
    const isTaken = code === 'EADDRINUSE' || code === 'EACCES';
    throw isTaken ? new DatabaseProblem(serverProblems.addressInUse({ port })) : error;
  }
}

/** Waits for answers under way, but not for ever: somebody may hold a line open and say nothing. */
async function drain(app: FastifyInstance): Promise<void> {
  const deadline = setTimeout(() => app.server.closeAllConnections(), drainMs);
  await app.close();
  clearTimeout(deadline);
}
