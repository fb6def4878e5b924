import {
  fetchDocuments,
  fetchDocumentsText,
  listNumbers,
  readAgreement,
} from '@server/services/agreement/agreement';
import type { Caller } from '@server/services/caller';
import { collectionNames } from '@shared/domain/collections';
import { digestOf } from '@shared/sync/digest';
import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../../support/databases/fresh-database';
import {
  change,
  creation,
  east,
  eastVillage,
  personAt,
  renaming,
  type SmallCounty,
  smallCounty,
  unitAt,
  west,
} from './small-county';

/** What a device that followed every page holds: the last word about each document. */
async function heldBy(county: SmallCounty, caller: Caller) {
  const held = new Map<string, { collection: string; id: string; seq: number }>();
  for (const { document, ...item } of (await county.pullAll(caller, 0, 3)).items)
    if (document) held.set(`${item.collection} ${item.id}`, item);
    else held.delete(`${item.collection} ${item.id}`);
  return [...held.values()];
}

describe.each(databaseKinds)('agreement on %s', (kind) => {
  const busyCounty = async () => {
    const county = await smallCounty(kind);
    await county.push(county.organizer, [
      creation('units', unitAt(east, 'u1')),
      // Sorted by code unit, as devices do: capitals, digits and Chinese in an id included.
      creation('units', unitAt(east, 'u10')),
      creation('units', unitAt(east, 'U2')),
      creation('units', unitAt(eastVillage, '单位')),
      creation('units', unitAt(west, 'w1')),
      creation('people', personAt(east, 'p1')),
    ]);
    await county.push(county.eastClerk, [
      renaming('u1', 'x', 'y'),
      change('units', 'U2', { deletedAt: { from: null, to: '2026-03-02T00:00:00.000Z' } }),
    ]);
    await county.push(county.organizer, [change('units', 'u10', { orgUnitId: { from: east, to: west } })]);
    return county;
  };

  it('[AGREE-1] tells count and digest of exactly what a device of the scope holds', async () => {
    const county = await busyCounty();
    const callers = [
      county.eastClerk,
      county.westClerk,
      county.organizer,
      county.callerAt(eastVillage),
      county.callerAt(east, 'auditor'),
      county.callerAt(county.id, 'administrator'),
    ];
    for (const caller of callers) {
      const held = await heldBy(county, caller);
      const agreement = await readAgreement(county.environment, caller);
      const expected = collectionNames.map((collection) => {
        const own = held.filter((item) => item.collection === collection);
        return { collection, count: own.length, digest: digestOf(own) };
      });
      expect(agreement.collections).toEqual(expected);
      expect(agreement).toMatchObject({
        epoch: county.epoch,
        scope: await county.scopeOf(caller),
        through: await county.lastNumber(),
      });
    }
  });

  it('[AGREE-1] changes with every change of a document', async () => {
    const county = await busyCounty();
    const digest = async () =>
      (await readAgreement(county.environment, county.eastClerk)).collections.find(
        ({ collection }) => collection === 'units',
      )?.digest;
    const before = await digest();
    await county.push(county.organizer, [renaming('u1', '单位u1', 'z')]);
    expect(await digest()).not.toBe(before);
  });

  it('[AGREE-3] lists ids and numbers of a collection in scope', async () => {
    const county = await busyCounty();
    const held = (await heldBy(county, county.eastClerk)).filter(({ collection }) => collection === 'units');
    const { items, through } = await listNumbers(county.environment, county.eastClerk, 'units');
    expect(items.toSorted()).toEqual(held.map(({ id, seq }) => [id, seq]).toSorted());
    expect(through).toBe(await county.lastNumber());
    expect(await listNumbers(county.environment, county.eastClerk, 'cases')).toEqual({ items: [], through });
  });

  it('[AGREE-3] [SCOPE-8] gives documents by id, foreign and unknown ones alike as nothing', async () => {
    const county = await busyCounty();
    const request = { collection: 'units' as const, ids: ['u1', 'w1', 'u10', 'nobody', 'p1', '\u0000'] };
    const { items } = await fetchDocuments(county.environment, county.eastClerk, request);
    expect(items.map(({ id, seq, document }) => [id, seq > 0, document?.['id'] ?? null])).toEqual([
      ['u1', true, 'u1'],
      ['w1', false, null],
      ['u10', false, null],
      ['nobody', false, null],
      ['p1', false, null],
      ['\u0000', false, null],
    ]);
    expect(JSON.parse(await fetchDocumentsText(county.environment, county.eastClerk, request))).toEqual({
      items,
    });
    const administrator = county.callerAt(county.id, 'administrator');
    const none = await fetchDocuments(county.environment, administrator, {
      collection: 'people',
      ids: ['p1'],
    });
    expect(none.items).toEqual([{ collection: 'people', id: 'p1', seq: 0, document: null }]);
  });
});
