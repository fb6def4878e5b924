// npm run server: the county server. Settings: config.ts, docs/server.md.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serverProblems } from '@shared/problems/server-problems';
import { loadSettingsFile, readConfig } from './config';
import { DatabaseProblem } from './db/database-problem';
import { endWhenLost } from './end-when-lost';
import { openServingEnvironment } from './open-environment';
import { createLog } from './plugins/log';
import { listCounties } from './repositories/accounts/county-repository';
import { runCommand, stopOnSignals } from './run-command';
import { openDemo } from './services/demo/open-demo';
import { startServer } from './start-server';

await runCommand(async () => {
  loadSettingsFile('server.env');
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const { environment, forJobs } = await openServingEnvironment(config);
  const demo = config.isDemo ? await openDemo(environment) : null;
  if ((await listCounties(environment.database)).length === 0) {
    await environment.database.close();
    if (forJobs !== environment) await forJobs.database.close();
    throw new DatabaseProblem(serverProblems.noCounty({}));
  }
  const built = join(import.meta.dirname, '../out/renderer');
  const rendererFolder = existsSync(built) ? built : null;
  const server = await startServer({ config, log, environment, forJobs, rendererFolder, demo });
  endWhenLost(environment.database, log);
  stopOnSignals(() => server.stop());
  log.info({ url: server.url, database: environment.database.kind, pages: rendererFolder !== null }, 'ready');
});
