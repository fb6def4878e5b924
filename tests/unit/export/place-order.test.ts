import { buildReport } from '@shared/export/report-definitions';
import { placeRanks } from '@shared/export/report-input';
import { expect, test } from 'vitest';
import { buildDocument } from '../../support/build-documents';
import { inventedTown } from './invented-town';
import { inputOf } from './report-input-of';

const namesBelowTown = (orgUnits: typeof inventedTown.orgUnits) => {
  const input = inputOf({ ...inventedTown, orgUnits });
  const { orgUnits: places } = input.relations.documents;
  return [...placeRanks(input)]
    .filter(([id]) => places.get(id)?.parentId === 'town')
    .sort(([, a], [, b]) => a - b)
    .map(([id]) => places.get(id)?.name);
};

test('villages stand by division code, then the park', () => {
  expect(namesBelowTown(inventedTown.orgUnits)).toEqual(['西湖社区', '东山村', '南塘村', '清溪工业园']);
});

test('villages without a code stand behind those with one, as they were entered, and still before the park', () => {
  const added = ['石塘村', '安居村'].map((name, i) =>
    buildDocument('orgUnits', { id: `w${i}`, name, level: 'village', parentId: 'town' }),
  );
  expect(namesBelowTown([...(inventedTown.orgUnits ?? []), ...added])).toEqual([
    '西湖社区',
    '东山村',
    '南塘村',
    '石塘村',
    '安居村',
    '清溪工业园',
  ]);
});

test('the ledger goes through the places in the order of the summary', () => {
  const input = inputOf({
    ...inventedTown,
    orgUnits: (inventedTown.orgUnits ?? []).map((place) => ({ ...place, divisionCode: null })),
  });
  const inLedger = [...new Set(buildReport('F1', input).rows.map((row) => row[1]))];
  const inSummary = buildReport('F2', input).rows.map((row) => row[1]);
  expect(inSummary.filter((name) => inLedger.includes(name))).toEqual(inLedger);
});

test('F4 and F5 go through the places as F1 does, not by name', () => {
  const places = [
    {
      id: 'north',
      name: '石桥镇',
      level: 'township' as const,
      parentId: 'county',
      divisionCode: '340123101',
    },
  ].map((place) => buildDocument('orgUnits', place));
  const units = ['north', 'town'].map((townshipId) =>
    buildDocument('units', {
      ...{ id: `u-${townshipId}`, unitType: 'enterprise', name: `${townshipId}公司`, townshipId },
      status: 'operating',
    }),
  );
  const instructors = [
    ['安明', 'town'],
    ['张北', 'north'],
    ['艾闲', 'town'],
  ].map(([name = '', at = '']) =>
    buildDocument('instructors', {
      ...{ id: name, name, role: 'instructor', orgUnitId: at },
      assignments: name === '艾闲' ? {} : { a: { unitId: `u-${at}`, from: '2025' } },
    }),
  );
  const partyRooms = [
    ['甲室', 'town'],
    ['乙室', 'north'],
  ].map(([name = '', at = '']) =>
    buildDocument('partyRooms', { id: name, name, status: 'inUse', unitId: `u-${at}`, orgUnitId: 'county' }),
  );
  const orgUnits = [...(inventedTown.orgUnits ?? []), ...places];
  const input = { ...inputOf({ orgUnits, units, instructors, partyRooms }), scopeOrgUnitId: 'county' };
  const column = (code: 'F4' | 'F5') => buildReport(code, input).rows.map((row) => row[1]);
  expect(column('F4')).toEqual(['张北', '艾闲', '安明']);
  expect(column('F5')).toEqual(['乙室', '甲室']);
});
