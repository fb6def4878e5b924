// npm run server:backup [-- FILE]
// Writes the whole county into one file, while the server goes on with PostgreSQL; with the embedded database the server
// has to be stopped (it writes one itself every day).
import { join } from 'node:path';
import { loadSettingsFile, readConfig } from '../config';
import { openEnvironment } from '../open-environment';
import { runCommand } from '../run-command';
import { backupFileName } from './backup-files';
import { describeBackup } from './describe-backup';
import { writeBackup } from './write-backup';

await runCommand(async () => {
  loadSettingsFile('server.env');
  const config = readConfig(process.env);
  const { database, now } = await openEnvironment(config);
  try {
    const at = now();
    const file = process.argv[2] ?? join(config.backupFolder, backupFileName('manual', at));
    const { bytes, header, ...written } = await writeBackup(database, file, at);
    process.stdout.write(`${describeBackup(header)}
已写入：${written.file}（${(bytes / 1024 / 1024).toFixed(1)} MB）
文件内有个人信息，请存放在只有管理员能打开的地方，并拷贝一份到另一台机器。
`);
  } finally {
    await database.close();
  }
});
