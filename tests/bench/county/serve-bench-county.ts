// The county server of the sync benches in a process of its own, so that its memory is its own too.
//   DATA_FOLDER or DATABASE_URL, PORT, PAGES = folder of the built pages; FILL=1 fills the database and ends
import { readConfig } from '@server/config';
import { migrate } from '@server/db/migrate';
import { openDatabase } from '@server/db/open-database';
import { openEnvironment } from '@server/open-environment';
import { createLog } from '@server/plugins/log';
import { startServer } from '@server/start-server';
import { fillCounty } from './fill-county';

const config = readConfig({ ...process.env, LOG_LEVEL: 'warn' });
if (process.env['FILL'] === '1') {
  const database = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder });
  await migrate(database);
  await database.close();
  const environment = await openEnvironment(config);
  await fillCounty(environment);
  await environment.database.close();
} else {
  const environment = await openEnvironment(config);
  console.log(`opened ${process.memoryUsage().rss}`);
  const rendererFolder = process.env['PAGES'] ?? null;
  await startServer({ config, log: createLog(config.logLevel), environment, rendererFolder });
  console.log('ready');
}
