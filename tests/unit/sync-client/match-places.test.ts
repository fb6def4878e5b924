import { matchPlaces } from '@renderer/sync/match-places';
import type { OrgUnit } from '@shared/domain/org-unit';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';

const place = (
  id: string,
  name: string,
  level: OrgUnit['level'],
  parentId: string | null,
  more = {},
): OrgUnit => buildDocument('orgUnits', { id, name, level, parentId, orgUnitId: id, ...more });

describe('matchPlaces', () => {
  const county = {
    countyId: 'C',
    deviceId: 'T1',
    places: [
      place('C', '青溪县', 'county', null),
      place('T1', '东溪镇', 'township', 'C'),
      place('T2', '西岭镇', 'township', 'C'),
      place('V1', '上河村', 'village', 'T1', { divisionCode: '340123001201' }),
      place('V2', '东山村', 'village', 'T1'),
      place('W2', '东山村', 'village', 'T2'),
    ],
  };
  const matched = (own: OrgUnit[], homeId: string | null) =>
    Object.fromEntries(matchPlaces(own, homeId, county).map(({ localId, countyId }) => [localId, countyId]));

  it('goes by division code first, whatever the name', () => {
    expect(matched([place('v', '老河湾', 'village', 't', { divisionCode: '340123001201' })], null)).toEqual({
      v: 'V1',
    });
  });
  it('takes the county and the home of the device for what they are, whatever they are called', () => {
    const own = [place('c', '清溪县', 'county', null), place('t', '东溪乡', 'township', 'c')];
    expect(matched(own, 't')).toEqual({ c: 'C', t: 'T1' });
  });
  it('looks for a village below its own township, by the names offices use', () => {
    const own = [
      place('v', '东山村委会', 'village', 't'),
      place('t', '西岭镇', 'township', null),
      place('x', '无名村', 'village', 't'),
    ];
    expect(matched(own, null)).toEqual({ v: 'W2', t: 'T2', x: null });
  });
  it('gives one place of the county to one place of the office', () => {
    const own = [
      place('a', '东山村', 'village', 't'),
      place('b', '东山社区', 'village', 't'),
      place('t', '东溪镇', 'township', null),
    ];
    expect(Object.values(matched(own, 't')).filter((id) => id === 'V2')).toHaveLength(1);
  });
});
