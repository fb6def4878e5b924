// npm run server:rederive
// Derives the facts behind all figures again from the records. Nothing else changes; figures can be asked for meanwhile.
// With the embedded database the server has to be stopped.
import { setTimeout } from 'node:timers/promises';
import { loadSettingsFile, readConfig } from './config';
import { openEnvironment } from './open-environment';
import { listCounties } from './repositories/accounts/county-repository';
import { runCommand } from './run-command';
import type { Environment } from './services/environment';
import { beginRederive, updateFacts } from './services/facts/update-facts';

await runCommand(async () => {
  loadSettingsFile('server.env');
  const environment = await openEnvironment(readConfig(process.env));
  try {
    for (const { id, name } of await listCounties(environment.database)) {
      const { units, seconds } = await rederive(environment, id);
      process.stdout.write(`${name}：已重新计算 ${units} 家单位和场所的统计数据，用时 ${seconds} 秒\n`);
    }
  } finally {
    await environment.database.close();
  }
});

/** Units another process derives meanwhile are not counted here. */
async function rederive(environment: Environment, countyId: string) {
  const startedAt = performance.now();
  await beginRederive(environment, countyId);
  for (let units = 0; ; await setTimeout(500)) {
    const update = await updateFacts(environment, countyId);
    units += update.units;
    if (update.isDone) return { units, seconds: Math.round((performance.now() - startedAt) / 1000) };
  }
}
