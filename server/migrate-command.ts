// npm run server:migrate: brings the database up to the version of the program. Stop every server process before.
import { loadSettingsFile, readConfig } from './config';
import { migrate } from './db/migrate';
import { openDatabase } from './db/open-database';
import { runCommand } from './run-command';

await runCommand(async () => {
  loadSettingsFile('server.env');
  const { databaseUrl, dataFolder } = readConfig(process.env);
  const database = await openDatabase({ url: databaseUrl, folder: dataFolder });
  try {
    const ran = await migrate(database);
    process.stdout.write(ran.length === 0 ? '数据库已是最新，不需要升级。\n' : `已升级：${ran.join('、')}\n`);
  } finally {
    await database.close();
  }
});
