/** The demonstration `npm start` brings up on this machine: the pages, and behind them an invented county to connect to. */
import { rmSync } from 'node:fs';
import { readConfig } from './config';
import { DatabaseProblem } from './db/database-problem';
import { openEnvironment } from './open-environment';
import { createLog } from './plugins/log';
import type { Demo } from './services/demo/demo-accounts';
import { openDemo } from './services/demo/open-demo';
import type { Environment } from './services/environment';
import { Refusal } from './services/refusal';
import type { RunningServer } from './start-server';

export interface DemoOrder {
  readonly port: number;
  /** Holds nothing but the demonstration: it is emptied when what lies in it cannot be used. */
  readonly folder: string;
  readonly rendererFolder: string;
  /** Where a running copy says who it is, and what it says. */
  readonly identity: { readonly path: string; readonly text: string };
  /** Tells the person at the console. */
  readonly say: (text: string) => void;
}

type Opened = { readonly environment: Environment; readonly demo: Demo };

/**
 * Without its database the pages still do all they do alone.
 * @throws DatabaseProblem `addressInUse`
 */
export async function startDemo(order: DemoOrder): Promise<RunningServer> {
  const { port, folder, rendererFolder, identity, say } = order;
  const config = readConfig({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_FOLDER: folder,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  });
  // The database opens in a thread of its own; the rest of the program loads meanwhile.
  const loading = import('./start-server');
  const opened = await openOnce(config, say)
    .catch(async (error: unknown) => {
      if (!isSpoilt(error)) throw error;
      rmSync(folder, { recursive: true, force: true });
      return await openOnce(config, say);
    })
    .catch((error: unknown) => {
      say(`没有县级演示，只能单机使用：${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
  const { startServer } = await loading;
  return startServer({
    config,
    log: createLog(config.logLevel),
    environment: opened?.environment ?? null,
    demo: opened?.demo ?? null,
    rendererFolder,
    prepare: (app) => {
      app.get(identity.path, { schema: { hide: true } }, (_request, reply) => {
        void reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(identity.text);
      });
    },
  });
}

async function openOnce(config: ReturnType<typeof readConfig>, say: DemoOrder['say']): Promise<Opened> {
  const environment = await openEnvironment(config);
  try {
    const demo = await openDemo(environment, () =>
      say('第一次启动：准备演示县，约需半分钟 / preparing the demo county'),
    );
    return { environment, demo };
  } catch (error) {
    await environment.database.close();
    throw error;
  }
}

const spoiltCodes: ReadonlySet<string> = new Set([
  'server.folderUnreadable',
  'server.migrationChanged',
  'server.migrationUnknown',
  'server.migrationMissing',
  'server.demoBesideCounty',
]);

/** Left by another version of the program, or half made. */
const isSpoilt = (error: unknown): boolean =>
  (error instanceof DatabaseProblem || error instanceof Refusal) && spoiltCodes.has(error.problem.code);
