/** npm run server:verify and server:rederive as processes, on a county with work in it. */
import { randomFillSync } from 'node:crypto';
import type { Database } from '@server/db/database';
import { openDatabase } from '@server/db/open-database';
import type { Environment } from '@server/services/environment';
import { updateFacts } from '@server/services/facts/update-facts';
import { writeAsCounty } from '@server/services/org-tree/county-office';
import { createIdGenerator } from '@shared/lib/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestPlaces, placeIds } from '../../support/county/test-places';
import { everyRow } from '../../support/databases/filled-county';
import { type FreshFolder, freshPgliteFolder } from '../../support/databases/fresh-pglite-folder';
import { runServerCommand } from '../../support/databases/run-server-command';
import { wildEdits } from '../../support/wild-register/wild-edits';
import { wildRegister } from '../../support/wild-register/wild-register';

let place: FreshFolder;
beforeEach(async () => {
  place = await freshPgliteFolder();
});
afterEach(() => place.dispose());

const run = (name: string) => runServerCommand(place.folder, name);

/** What a command does with the folder, somebody else did before; only one of them can have it open. */
async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url: null, folder: place.folder });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Places, and a register of all kinds with their changes. */
const fill = () =>
  withDatabase(async (database) => {
    const newId = createIdGenerator(Date.now, (bytes) => randomFillSync(bytes));
    const environment: Environment = { database, newId, now: () => new Date().toISOString() };
    await createTestPlaces(environment);
    await writeAsCounty(environment, placeIds.county, wildEdits(wildRegister(7), placeIds.county).flat());
    for (;;) if ((await updateFacts(environment, placeIds.county)).isDone) return;
  });

const readFacts = () =>
  withDatabase(async (database) => {
    const { unit_facts: units = [], site_facts: sites = [] } = await everyRow(database);
    return { units, sites };
  });

test('deriving the facts again as a command gives identical rows, whatever was there', {
  timeout: 240_000,
}, async () => {
  await fill();
  const before = await readFacts();
  expect(before.units.length).toBeGreaterThan(10);
  expect(before.sites.length).toBeGreaterThan(0);
  await withDatabase(async (database) => {
    await database.query('delete from site_facts');
    await database.query(`update unit_facts set valid_from = '1999-01-01' where unit_id = (
      select min(unit_id) from unit_facts) and valid_from = (select min(valid_from) from unit_facts f
      where f.unit_id = unit_facts.unit_id)`);
  });
  expect(await readFacts()).not.toEqual(before);
  const derived = await run('server:rederive');
  expect(derived).toMatchObject({ code: 0, err: '' });
  expect(derived.out).toMatch(/^测试县：已重新计算 \d+ 家单位和场所的统计数据，用时 \d+ 秒\n$/);
  expect(await readFacts()).toEqual(before);
});

test('the check as a command finds nothing in a county at work, and says where somebody interfered', {
  timeout: 240_000,
}, async () => {
  await fill();
  const sound = await run('server:verify');
  expect(sound).toMatchObject({ code: 0, err: '' });
  expect(sound.out).toContain('结论：全部一致。');
  const id = await withDatabase(async (database) => {
    const [unit] = await database.query<{ readonly id: string }>(
      `update documents set body = jsonb_set(body::jsonb, '{name}', '"别的名称"')::json
       where id = (select min(id) from documents where collection = 'units') returning id`,
    );
    return unit?.id;
  });
  const changed = await run('server:verify');
  expect(changed).toMatchObject({ code: 1, err: '' });
  expect(changed.out).toContain('发现 1 处不一致');
  expect(changed.out).toContain(`两新组织 ${id}：现有内容与按修改日志推算的不一致。`);
});
