import { createCounty, createPlace, writeAsCounty } from '@server/services/org-tree/county-office';
import { editsPerPush } from '@shared/sync/protocol';
import { describe, expect, it } from 'vitest';
import { checkLog } from '../../support/county/check-log';
import { databaseKinds } from '../../support/databases/fresh-database';
import { creation, east, newId, smallCounty, unitAt } from './small-county';

describe.each(databaseKinds)('the county itself on %s', (kind) => {
  it('begins with its places, numbered and logged like everything else', async () => {
    const county = await smallCounty(kind);
    expect(await county.newIds(county.organizer, 0)).toEqual([
      county.id,
      'town-east',
      'town-west',
      'village-east',
      'village-west',
    ]);
    expect(await county.document('orgUnits', county.id)).toMatchObject({
      level: 'county',
      parentId: null,
      orgUnitId: county.id,
      createdBy: '县级',
      seq: 1,
    });
    expect(await checkLog(county.environment.database, county.id)).toMatchObject({ checkedCount: 5 });
  });

  it('begins once, and leaves nothing behind when it cannot', async () => {
    const county = await smallCounty(kind);
    await expect(createCounty(county.environment, { id: county.id, name: '再来' })).rejects.toMatchObject({
      code: '23505',
    });
    const id = newId();
    const { database } = county.environment;
    const failing = {
      ...county.environment,
      database: { ...database, notify: () => Promise.reject(new Error('cut')) },
    };
    await expect(createCounty(failing, { id, name: '半个县' })).rejects.toThrow('cut');
    expect(await createCounty(county.environment, { id, name: '整个县' })).toMatchObject({
      answers: [{ outcome: 'accepted', seq: 1 }],
    });
  });

  it('writes more than one push holds, and is told what was refused', async () => {
    const county = await smallCounty(kind);
    const units = Array.from({ length: editsPerPush + 3 }, () => creation('units', unitAt(east)));
    const edits = [
      ...units,
      createPlace(county.environment, { id: 'v', name: 'v', level: 'village', parentId: 'nowhere' }),
    ];
    const { answers } = await writeAsCounty(county.environment, county.id, edits);
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      ...Array(units.length).fill('accepted'),
      'rejected',
    ]);
    await expect(writeAsCounty(county.environment, 'no county', edits)).rejects.toMatchObject({
      problem: { code: 'account.notFound' },
    });
  });
});
