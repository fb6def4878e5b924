// npm run server:verify
// Checks that records and their log of edits agree and that nobody has changed either behind the program's back. Reads
// only; ends with 1 when something does not fit. With the embedded database the server has to be stopped.
import { loadSettingsFile, readConfig } from './config';
import { openEnvironment } from './open-environment';
import { listCounties } from './repositories/accounts/county-repository';
import { runCommand } from './run-command';
import { type Verification, verifyCounty } from './services/verify/verify-county';

await runCommand(async () => {
  loadSettingsFile('server.env');
  const { database } = await openEnvironment(readConfig(process.env));
  try {
    for (const { id, name } of await listCounties(database)) {
      const found = await verifyCounty(database, id);
      process.stdout.write(reportOf(name, found));
      if (found.problems.length > 0) process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
});

function reportOf(county: string, { chains, documentCount, problems }: Verification): string {
  const rowCount = chains.reduce((sum, { intactCount }) => sum + intactCount, 0);
  const broken = chains.filter(({ brokenAt }) => brokenAt !== null).length;
  return `
${county}　数据校验

1. 修改日志：${chains.length} 个层级，${rowCount} 条逐条核对，${broken === 0 ? '前后相连，没有被改动' : `${broken} 个层级对不上`}
2. 记录：${documentCount} 条逐条按日志推算并与现有内容比较

${problems.length === 0 ? '结论：全部一致。' : conclusionOf(problems)}
`;
}

function conclusionOf(problems: Verification['problems']): string {
  const lines = problems.map(({ text }) => `  · ${text}`).join('\n');
  return `结论：发现 ${problems.length} 处不一致：
${lines}

数据可能被人绕过程序改动，或磁盘有损坏。请停止服务器，原样保留数据库和备份，找技术人员核查后再决定是否恢复备份。`;
}
