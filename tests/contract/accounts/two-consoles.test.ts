import { getRandomValues } from 'node:crypto';
import { createAdministrator } from '@server/services/accounts/first-administrator';
import { createIdGenerator } from '@shared/lib/ids';
import { describe, expect, it } from 'vitest';
import { databaseKinds, freshDatabase } from '../../support/databases/fresh-database';

const newId = createIdGenerator(
  () => Date.now(),
  (into) => void getRandomValues(into),
);
const order = { name: '王芳', userName: 'admin' };

describe.each(databaseKinds)('two consoles at the same time on %s', (kind) => {
  it('begin one county, and both end with a way in', async () => {
    const { database, dispose } = await freshDatabase(kind);
    const environment = { database, now: () => new Date().toISOString(), newId };
    const make = () => createAdministrator(environment, { ...order, countyName: '青河县' });
    const made = await Promise.all([make(), make(), make()]);
    expect(made.map(({ countyName }) => countyName)).toEqual(['青河县', '青河县', '青河县']);
    expect(await database.query('select name from counties')).toEqual([{ name: '青河县' }]);
    expect(await database.query('select user_name from users')).toEqual([{ user_name: 'admin' }]);
    expect(await database.query('select 1 as code from enrolment_codes')).toHaveLength(3);
    await dispose();
  });

  it('do not begin two counties of different names', async () => {
    const { database, dispose } = await freshDatabase(kind);
    const environment = { database, now: () => new Date().toISOString(), newId };
    const make = (countyName: string) => createAdministrator(environment, { ...order, countyName });
    const ended = await Promise.allSettled([make('青河县'), make('青山县')]);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = ended.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ problem: { code: 'server.otherCounty' } });
    expect(await database.query('select name from counties')).toHaveLength(1);
    await dispose();
  });
});
