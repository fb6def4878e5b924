// npm run server:import-package -- FILE
// Imports a township's 上报包 and writes the 回执包 beside it. With the embedded database the server has to be stopped
// meanwhile; the administration page does the same while it runs.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageProblems } from '@shared/problems/package-problems';
import { serverProblems } from '@shared/problems/server-problems';
import type { ImportedPackage } from '@shared/sync/package-messages';
import { loadSettingsFile, readConfig } from './config';
import { DatabaseProblem } from './db/database-problem';
import { openEnvironment } from './open-environment';
import { listCounties } from './repositories/accounts/county-repository';
import { runCommand } from './run-command';
import { importReport } from './services/packages/import-report';

const usage = 'npm run server:import-package -- 上报包文件';

await runCommand(async () => {
  const file = readArguments(process.argv.slice(2));
  const bytes = await readBytes(file);
  loadSettingsFile('server.env');
  const environment = await openEnvironment(readConfig(process.env));
  try {
    const [county] = await listCounties(environment.database);
    if (county === undefined) throw new DatabaseProblem(serverProblems.noCounty({}));
    const keeper = { realm: { countyId: county.id, rootId: null }, userId: null };
    const imported = await importReport(environment, keeper, bytes);
    const receipt = join(dirname(file), imported.receipt.fileName);
    await writeFile(receipt, Buffer.from(imported.receipt.file, 'base64'), { flush: true });
    process.stdout.write(describe(imported, receipt));
  } finally {
    await environment.database.close();
  }
});

function readArguments(args: string[]): string {
  try {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const [file, ...others] = positionals;
    if (file !== undefined && others.length === 0) return file;
  } catch {
    // An option nobody knows is answered like a missing file: with how it is to be written.
  }
  throw new DatabaseProblem(serverProblems.argumentInvalid({ usage }));
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new DatabaseProblem(packageProblems.fileUnreadable({ file }));
  }
}

function describe(
  { placeName, deviceName, number, person, counts, edits }: ImportedPackage,
  receipt: string,
): string {
  const rejected = edits.flatMap(({ answer }) =>
    answer.outcome === 'rejected' ? [answer.problem.text] : [],
  );
  const postponed =
    counts.postponed === 0
      ? ''
      : `\n县级恢复过备份，${counts.postponed} 处改动这次没有收，下一个上报包会带上。`;
  return `${placeName}“${deviceName}”第 ${number} 号上报包（${person}）已导入。
收下 ${counts.accepted} 处，冲突 ${counts.conflicted} 处，退回 ${counts.rejected} 处，代管 ${counts.held} 处。${postponed}${rejected
    .slice(0, 20)
    .map((text) => `\n退回：${text}`)
    .join('')}
回执包：${receipt}
请把回执包拷回 U 盘，带给${placeName}导入。
`;
}
