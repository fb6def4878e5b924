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

test('villages without a code stand behind those with one, by name, and still before the park', () => {
  const added = ['北岭村', '安居村'].map((name) =>
    buildDocument('orgUnits', { id: name, name, level: 'village', parentId: 'town' }),
  );
  expect(namesBelowTown([...(inventedTown.orgUnits ?? []), ...added])).toEqual([
    '西湖社区',
    '东山村',
    '南塘村',
    '安居村',
    '北岭村',
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
