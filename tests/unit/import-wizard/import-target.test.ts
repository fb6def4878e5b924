import {
  draftTownship,
  otherTownshipNamed,
  placeNamedIn,
  proposeTarget,
} from '@renderer/features/import-wizard/session/import-target';
import { describe, expect, test } from 'vitest';

const now = '2026-11-21T00:00:00.000Z';
const sheet = { title: null, reportingUnit: null };
const county = { ...draftTownship('C', 'C', '长丰县', now), level: 'county' as const, parentId: null };
const qingxi = draftTownship('T', 'C', '清溪镇', now);
const officeAt = (homeOrgUnitId: string) => ({ homeOrgUnitId });

test.each([
  ['中共清溪镇委员会', null, '清溪镇'],
  ['填报单位：中共石桥镇委员会', null, '石桥镇'],
  ['长丰县清溪镇非公企业党建工作台账', '长丰县', '清溪镇'],
  ['合肥市长丰县清溪镇党委', '长丰县', '清溪镇'],
  ['2026年柳河乡社会组织.csv', null, '柳河乡'],
  ['城关街道两新组织底册', null, '城关街道'],
])('%s names %s %s', (text, countyName, townshipName) => {
  expect(placeNamedIn(text)).toEqual({ countyName, townshipName });
});

test.each(['非公企业党建工作台账', '花名册', '乡村振兴'])('%s names no township', (text) => {
  expect(placeNamedIn(text)).toBeNull();
});

describe('proposal', () => {
  const file = { fileName: '台账.xlsx', sheets: [{ ...sheet, reportingUnit: '中共清溪镇委员会' }] };

  test('an empty register learns whose it is from the file', () => {
    expect(proposeTarget(file, null, [])).toEqual({
      kind: 'newOffice',
      countyName: '',
      townshipName: '清溪镇',
    });
    expect(proposeTarget({ fileName: '台账.xlsx', sheets: [sheet] }, null, [])).toBeNull();
  });

  test('a township office imports into its own township whatever the file says, and is told of the difference', () => {
    const other = { fileName: '石桥镇底册.xls', sheets: [sheet] };
    const target = proposeTarget(other, officeAt('T'), [county, qingxi]);
    expect(target).toEqual({ kind: 'township', townshipId: 'T' });
    expect(otherTownshipNamed(other, target, [county, qingxi])).toBe('石桥镇');
    expect(otherTownshipNamed(file, target, [county, qingxi])).toBeNull();
  });

  test('a county office finds the township by its name, or proposes a new one', () => {
    expect(proposeTarget(file, officeAt('C'), [county, qingxi])).toEqual({
      kind: 'township',
      townshipId: 'T',
    });
    expect(
      proposeTarget({ fileName: '石桥镇底册.xls', sheets: [sheet] }, officeAt('C'), [county, qingxi]),
    ).toEqual({
      kind: 'newTownship',
      townshipName: '石桥镇',
    });
  });
});
