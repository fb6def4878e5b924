// A county server in a process of its own, so that a test can kill it: the real one, on an embedded database in a folder,
// with the people of the test county. Started again in the same folder it goes on where it was.
//   FOLDER, PORT, PUBLIC_URL; UNITS = units of the township at the beginning; PAGES = folder of the built pages
import { join } from 'node:path';
import { readConfig } from '@server/config';
import { openEnvironment } from '@server/open-environment';
import { createLog } from '@server/plugins/log';
import { insertCode } from '@server/repositories/accounts/code-repository';
import { listCounties } from '@server/repositories/accounts/county-repository';
import type { Environment } from '@server/services/environment';
import { writeAsCounty } from '@server/services/org-tree/county-office';
import { digestOfSecret } from '@server/services/sessions/secrets';
import { startServer } from '@server/start-server';
import { buildDocument } from '../build-documents';
import { creationOf } from './creation-of';
import { createTestPlaces, placeIds } from './test-places';
import { createTestUsers, testUsers } from './test-users';

const {
  FOLDER,
  PORT,
  PUBLIC_URL,
  UNITS = '0',
  PAGES = join(import.meta.dirname, '../../../out/renderer'),
} = process.env;
const config = readConfig({
  PORT,
  DATA_FOLDER: FOLDER,
  PUBLIC_URL,
  LOG_LEVEL: 'warn',
});
const environment = await openEnvironment(config);
if ((await listCounties(environment.database)).length === 0) await begin(environment, Number(UNITS));
await startServer({
  config,
  log: createLog(config.logLevel),
  environment,
  rendererFolder: PAGES,
});
console.log('ready');

async function begin(county: Environment, unitCount: number): Promise<void> {
  await createTestPlaces(county);
  await createTestUsers(county);
  await createCodes(county);
  const units = Array.from({ length: unitCount }, (_, at) => unitOf(at + 1));
  const { answers } = await writeAsCounty(county, placeIds.county, units);
  const refused = answers.find(({ outcome }) => outcome !== 'accepted');
  if (refused !== undefined) throw new Error(`a unit was not taken: ${JSON.stringify(refused)}`);
}

/** COUNTY-1, COUNTY-2 …, TOWNSHIP-1 …: enough for every device of a test. */
async function createCodes({ database, newId, now }: Environment): Promise<void> {
  for (const place of ['county', 'township', 'otherTownship'] as const)
    for (let number = 1; number <= 6; number++)
      await insertCode(database, placeIds.county, {
        id: newId(),
        codeDigest: digestOfSecret(`${place.toUpperCase()}${number}`),
        orgUnitId: placeIds[place],
        note: '',
        createdAt: now(),
        createdBy: testUsers.administrator.id,
        expiresAt: new Date(Date.parse(now()) + 3_600_000).toISOString(),
      });
}

function unitOf(number: number) {
  const unit = buildDocument('units', {
    id: `UNIT-${String(number).padStart(5, '0')}`,
    orgUnitId: placeIds.township,
    unitType: 'enterprise',
    name: `东溪第${String(number).padStart(4, '0')}号有限公司`,
    townshipId: placeIds.township,
    status: 'operating',
    staff: 40,
  });
  return creationOf('units', unit, '县级');
}
