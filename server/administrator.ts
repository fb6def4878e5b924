// npm run server:admin -- --county 县名 --name 姓名 [--user 用户名]
// Begins the county and its first administrator, or helps one back in. With the embedded database the server has to be
// stopped meanwhile.
import { parseArgs } from 'node:util';
import { serverProblems } from '@shared/problems/server-problems';
import { loadSettingsFile, readConfig } from './config';
import { DatabaseProblem } from './db/database-problem';
import { openEnvironment } from './open-environment';
import { runCommand } from './run-command';
import { type AdministratorOrder, createAdministrator } from './services/accounts/first-administrator';

const usage = 'npm run server:admin -- --county 县名 --name 管理员姓名 [--user 用户名]';

await runCommand(async () => {
  const order = readOrder(process.argv.slice(2));
  loadSettingsFile('server.env');
  const environment = await openEnvironment(readConfig(process.env));
  try {
    const made = await createAdministrator(environment, order);
    process.stdout.write(`
县：${made.countyName}
管理员：${order.name}，用户名 ${made.userName}
初始密码：${made.password}　　（只显示这一次；首次登录后请改成自己的）
登记码：${made.code}　　（72 小时内有效，只能用一次）

下一步：
1. 运行 npm run server，启动服务器。
2. 在浏览器打开服务器网址，点“连接县级”，填登记码。
3. 用上面的用户名和初始密码登录，再给各乡镇建账号、发登记码。
`);
  } finally {
    await environment.database.close();
  }
});

function readOrder(args: string[]): AdministratorOrder {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { county: text, name: text, user: text } });
    const { county = null, name, user = 'admin' } = values;
    if (name?.trim()) return { countyName: county?.trim() || null, name: name.trim(), userName: user };
  } catch {
    // An option nobody knows is answered like a missing one: with how it is to be written.
  }
  throw new DatabaseProblem(serverProblems.argumentInvalid({ usage }));
}
