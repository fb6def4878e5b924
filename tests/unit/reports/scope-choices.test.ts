import { scopeChoices } from '@renderer/features/reports/scope-choices';
import type { OrgUnit } from '@shared/domain/org-unit';
import { expect, test } from 'vitest';
import { buildDocument } from '../../support/build-documents';

const place = (id: string, parentId: string | null, level: OrgUnit['level'], divisionCode: string | null) =>
  buildDocument('orgUnits', { id, name: id, parentId, level, divisionCode });

const linesOf = (orgUnits: readonly OrgUnit[]): string[] =>
  scopeChoices(orgUnits).map(({ label, depth }) => '-'.repeat(depth) + label);

test('each place stands under its parent, in the order of division codes', () => {
  const orgUnits = [
    place('西湖社区', '清溪镇', 'village', '340123102002'),
    place('石桥镇', '安丰县', 'township', '340123103'),
    place('东山村', '清溪镇', 'village', '340123102201'),
    place('安丰县', null, 'county', '340123'),
    place('清溪镇', '安丰县', 'township', '340123102'),
  ];
  expect(linesOf(orgUnits)).toEqual(['安丰县', '-清溪镇', '--西湖社区', '--东山村', '-石桥镇']);
});

test('places without a code follow those with one, as they were entered', () => {
  const below = (id: string, name: string, level: OrgUnit['level'], divisionCode: string | null) =>
    buildDocument('orgUnits', { id, name, parentId: '清溪镇', level, divisionCode });
  const orgUnits = [
    place('清溪镇', null, 'township', '340123102'),
    below('2', '安居楼', 'building', null),
    below('1', '园区乙', 'park', null),
    below('4', '北岭村', 'village', null),
    below('3', '石塘村', 'village', null),
    below('5', '东山村', 'village', '340123102201'),
  ];
  expect(linesOf(orgUnits)).toEqual(['清溪镇', '-东山村', '-石塘村', '-北岭村', '-园区乙', '-安居楼']);
});

test('a place whose parent is not in the register stands at the top', () => {
  const orgUnits = [
    place('清溪镇', 'gone', 'township', '340123102'),
    place('东山村', '清溪镇', 'village', '340123102201'),
  ];
  expect(linesOf(orgUnits)).toEqual(['清溪镇', '-东山村']);
  expect(linesOf([])).toEqual([]);
});
