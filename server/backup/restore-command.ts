// npm run server:restore -- FILE [--yes]
// Puts a backup in place of the present data. What is there now is written to a backup first. Stop every server process
// before; devices notice by themselves and send again what the county lost (EPOCH-3).
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { serverProblems } from '@shared/problems/server-problems';
import { loadSettingsFile, readConfig } from '../config';
import type { Database } from '../db/database';
import { DatabaseProblem } from '../db/database-problem';
import { openEnvironment } from '../open-environment';
import { runCommand } from '../run-command';
import { backupFileName } from './backup-files';
import type { BackupHeader } from './backup-format';
import { describeBackup } from './describe-backup';
import { verifyBackup } from './read-backup';
import { restoreBackup } from './restore-backup';
import { writeBackup } from './write-backup';

const usage = 'npm run server:restore -- 备份文件 [--yes]';
const print = (text: string) => void process.stdout.write(`${text}\n`);

await runCommand(async () => {
  const { file, isSure } = readArguments(process.argv.slice(2));
  const header = await verifyBackup(file);
  print(`备份文件完整。\n${describeBackup(header)}`);
  loadSettingsFile('server.env');
  const config = readConfig(process.env);
  const { database, now, newId } = await openEnvironment(config);
  try {
    await requireYes(header, isSure);
    await keepPresent(database, join(config.backupFolder, backupFileName('before-restore', now())), now());
    const { seq } = await restoreBackup(database, file, { now: now(), newEpoch: newId() });
    print(`已恢复。新的编号从 ${seq + 1} 开始；所有人需要重新登录。
各乡镇设备联网后会自动核对，并把这份备份之后上报过的修改重新上报。`);
  } finally {
    await database.close();
  }
});

function readArguments(args: string[]): { readonly file: string; readonly isSure: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { yes: { type: 'boolean' } },
    });
    const [file, ...others] = positionals;
    if (file !== undefined && others.length === 0) return { file, isSure: values.yes === true };
  } catch {
    // An option nobody knows is answered like a missing file: with how it is to be written.
  }
  throw new DatabaseProblem(serverProblems.argumentInvalid({ usage }));
}

/** @throws DatabaseProblem `restoreNeedsYes` unless the county's name is typed, or `--yes` was given */
async function requireYes({ county }: BackupHeader, isSure: boolean): Promise<void> {
  if (isSure) return;
  if (!process.stdin.isTTY) throw new DatabaseProblem(serverProblems.restoreNeedsYes({}));
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`数据库中现有的记录将被替换。请输入县名“${county.name}”以确认：`);
  prompt.close();
  if (answer.trim() !== county.name) throw new DatabaseProblem(serverProblems.restoreNeedsYes({}));
}

/** A restore is the one thing here that takes something away: the way back stays open. */
async function keepPresent(database: Database, file: string, at: string): Promise<void> {
  const [row] = await database.query<{ readonly count: number }>('select count(*) as count from counties');
  if ((row?.count ?? 0) === 0) return;
  const written = await writeBackup(database, file, at);
  print(`现有数据已另存：${written.file}`);
}
