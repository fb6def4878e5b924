/** 组织层级: county, townships, villages, and the parks, buildings and streets units sit in. */
import { administrativeLevels, type OrgUnit } from '@shared/domain/org-unit';
import { type Relations, related } from '@shared/rules/relations';
import type { LedgerViewDefinition, TableModel } from './table-model';

const level = (
  id: string,
  label: string,
  hint: string,
  levels: readonly string[],
): LedgerViewDefinition<OrgUnit> => ({
  id,
  label,
  hint,
  isListed: ({ document }) => levels.includes(document.level),
});

const views: readonly LedgerViewDefinition<OrgUnit>[] = [
  { id: 'all', label: '全部', hint: '县、乡镇、村以及园区楼宇等', isListed: () => true },
  level('townships', '乡镇街道', '县以下的乡镇、街道', ['township']),
  level('villages', '村社区', '村、社区和网格', ['village', 'grid']),
  {
    id: 'sites',
    label: '园区楼宇街区',
    hint: '园区、楼宇、商业街、专业市场',
    isListed: ({ document }) => !administrativeLevels.has(document.level),
  },
];

/** Units name the township that keeps them and the places they are at; the county has them all. */
function countUnits({ id, level }: OrgUnit, relations: Relations): number {
  const { units } = relations.documents;
  if (level === 'county') return units.size;
  if (level !== 'township') return related(relations, 'unitsBySite', id).size;
  return [...units.values()].filter((unit) => unit.townshipId === id).length;
}

export const orgUnitTable: TableModel<'orgUnits'> = {
  table: 'orgUnits',
  title: '组织层级',
  noun: '层级',
  measure: '个',
  columns: [
    { path: 'name', width: 200, isPinnedAtFirst: true, isLink: true },
    { path: 'level', width: 110 },
    { path: 'parentId', width: 150 },
    { path: 'divisionCode', width: 130 },
    {
      id: 'unitCount',
      label: '单位数',
      hint: '县和乡镇（街道）数下辖的全部单位，村（社区）和园区、楼宇数所在的单位',
      group: '自动计算',
      kind: { type: 'number' },
      width: 96,
      value: ({ derived }) => derived['unitCount'] ?? null,
    },
    { path: 'aliases', width: 160 },
    { path: 'parkGrade', width: 110 },
    { path: 'leadBody', width: 160 },
    { path: 'occupancyPct', width: 96 },
    { path: 'turnoverYi', width: 110 },
    { path: 'openedOn' },
  ],
  groups: [
    { label: '基本情况', paths: ['name', 'level', 'parentId', 'divisionCode', 'aliases'] },
    { label: '园区、楼宇、市场', paths: ['parkGrade', 'leadBody', 'occupancyPct', 'turnoverYi', 'openedOn'] },
  ],
  views,
  derive: (place, { relations }) => ({ unitCount: countUnits(place, relations) }),
  foundBy: '名称、别名、区划代码',
  searched: ({ name, aliases, divisionCode }) => ({
    names: [name, ...aliases, ...(divisionCode === null ? [] : [divisionCode])],
    people: [],
  }),
};
