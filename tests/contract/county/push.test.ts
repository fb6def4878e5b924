import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import {
  change,
  createTestCounty,
  creation,
  disposeAfterEach,
  eastClerk,
  places,
  pullAll,
  push,
  unitContent,
} from './small-county';

disposeAfterEach();

describe.each(databaseKinds)('push on %s', (kind) => {
  it('[PUSH-3] takes a creation and a change and numbers each document once', async () => {
    const county = await createTestCounty(kind);
    const reply = await push(county, eastClerk, [
      creation('units', unitContent('u1', places.east)),
      change('units', 'u1', { name: { from: '单位u1', to: '青溪机械厂' } }),
    ]);
    expect(reply.answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(reply.documents).toMatchObject([
      { id: 'u1', seq: 6, document: { name: '青溪机械厂', seq: 6, rev: 2 } },
    ]);
    expect((await pullAll(county, eastClerk)).items.map(({ id }) => id)).toEqual([
      'county-a',
      'town-east',
      'village-east',
      'u1',
    ]);
  });
});
