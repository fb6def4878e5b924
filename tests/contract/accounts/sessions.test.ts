import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCounty, type TestCounty } from '../../support/county/test-county';
import { databaseKinds } from '../../support/databases/fresh-database';

describe.each(databaseKinds)('logging in on %s', (kind) => {
  let county: TestCounty;
  beforeAll(async () => {
    county = await startTestCounty({ kind });
  });
  afterAll(() => county?.close());

  it('knows who is logged in on which device', async () => {
    const answer = await county.ask('clerk', 'GET', '/me');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ name: '章小溪', role: 'clerk', orgUnit: { name: '东溪镇' } });
  });
});
