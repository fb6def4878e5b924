import { parseBoardsSearch } from '@renderer/features/boards/page/boards-search';
import { placeOf, placesBelow } from '@renderer/features/boards/page/places';
import { duplicatesAcross } from '@renderer/features/boards/quality/duplicates';
import { freshnessByTownship } from '@renderer/features/boards/quality/freshness';
import type { Register } from '@shared/domain/collections';
import { collectionNames } from '@shared/domain/collections';
import { buildRelations } from '@shared/figures/build-relations';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';

const place = (id: string, level: 'county' | 'township' | 'village' | 'park', parentId: string | null) =>
  buildDocument('orgUnits', { id, name: `地点${id}`, level, parentId });
const unit = (id: string, townshipId: string, name: string, uscc: string | null = null) =>
  buildDocument('units', {
    id,
    name,
    uscc,
    townshipId,
    orgUnitId: townshipId,
    unitType: 'enterprise',
    status: 'operating',
  });

// Every list is empty but for those given, each of its own collection.
const registerOf = (given: Partial<Register>): Register => ({
  ...(Object.fromEntries(collectionNames.map((name) => [name, []])) as unknown as Register),
  ...given,
});
const orgUnits = [
  place('c', 'county', null),
  place('t1', 'township', 'c'),
  place('t2', 'township', 'c'),
  place('v1', 'village', 't1'),
  place('p1', 'park', 't1'),
];
const units = [
  unit('u1', 't1', '青禾公司', '91340123MA9TXYX10L'),
  unit('u2', 't2', '青禾有限公司', '91340123MA9TXYX10L'),
  unit('u3', 't1', '同名公司'),
  unit('u4', 't1', '同名公司'),
];
const relations = buildRelations(registerOf({ orgUnits, units }));

describe('the place of a board', () => {
  it('leads from the county to a township and what lies in it', () => {
    const county = placeOf(undefined, relations, '办公室');
    expect([county.level, county.below, county.within]).toEqual(['county', 'township', {}]);
    expect(placesBelow(county, relations).map(({ id }) => id)).toEqual(['t1', 't2']);
    const township = placeOf('t1', relations, '办公室');
    expect(township.path.map(({ id }) => id)).toEqual([null, 't1']);
    expect(placesBelow(township, relations).map(({ id }) => id)).toEqual(['p1', 'v1']);
    const village = placeOf('v1', relations, '办公室');
    expect([village.within, village.below]).toEqual([{ village: 'v1' }, null]);
    expect(village.path.map(({ id }) => id)).toEqual([null, 't1', 'v1']);
  });

  it('begins at the only township of an office that has one, and anywhere unknown at the top', () => {
    const one = buildRelations(registerOf({ orgUnits: orgUnits.filter(({ id }) => id !== 't2') }));
    expect(placeOf(undefined, one, '办公室')).toMatchObject({
      level: 'township',
      name: '地点t1',
      within: {},
    });
    expect(placeOf('v1', one, '办公室').path.map(({ id }) => id)).toEqual([null, 'v1']);
    expect(placeOf('nowhere', relations, '办公室').id).toBeNull();
    expect(placeOf(undefined, buildRelations(registerOf({})), '办公室').name).toBe('办公室');
  });
});

it('an address that nobody wrote leaves out what cannot be read', () => {
  expect(parseBoardsSearch({ place: 't1', on: 'gestern', list: 'C1.in', other: 1, show: '' })).toEqual({
    place: 't1',
    list: 'C1.in',
  });
});

it('two townships that both count a firm are told, two records of one township are not', () => {
  expect(duplicatesAcross(relations).map(({ records }) => records.map(({ id }) => id))).toEqual([
    ['u1', 'u2'],
  ]);
});

it('the township nobody has worked on for longest stands first', () => {
  const old = { ...units[1], updatedAt: '2024-01-05T00:00:00.000Z' } as (typeof units)[number];
  const fresh = { ...units[0], updatedAt: '2026-03-01T00:00:00.000Z' } as (typeof units)[number];
  const rows = freshnessByTownship(registerOf({ units: [old, fresh] }), relations, '2026-03-02');
  expect(rows.map((row) => [row.townshipId, row.changedLastMonth, row.staleUnits])).toEqual([
    ['t2', 0, 1],
    ['t1', 1, 0],
  ]);
});
