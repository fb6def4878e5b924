/**
 * By what figures can be broken down. A unit in two parks or two key fields counts in
 * both, so such groups need not add up.
 */
import { industrySections, sizeClasses } from '@shared/domain/code-lists';
import { keyFields, ownerships, socialTypes, unitTypes } from '@shared/domain/unit';
import type { Relations } from '@shared/rules/relations';
import type { SiteFacts, UnitFacts } from './unit-facts';

export const groupingNames = [
  'all',
  'township',
  'village',
  'park',
  'building',
  'industry',
  'sizeClass',
  'ownership',
  'unitType',
  'socialType',
  'keyField',
] as const;
export type GroupingName = (typeof groupingNames)[number];

/** Key of units for which the grouping is not filled in (没有园区, 行业未填 …). */
export const notFilled = '';

export interface Grouping {
  readonly label: string;
  readonly keysOf: (facts: UnitFacts) => readonly string[];
  /** Groups that also have parks and buildings of their own; others carry no C14, C15. */
  readonly siteKeysOf?: (site: SiteFacts) => readonly string[];
  readonly labelOf: (key: string, relations: Relations) => string;
}

const everything = ['all'];
const missing = [notFilled];
const filled = (keys: readonly string[]): readonly string[] => (keys.length === 0 ? missing : keys);
const single = (key: string | null): readonly string[] => (key === null ? missing : [key]);
const orgUnitName = (key: string, { documents }: Relations): string =>
  documents.orgUnits.get(key)?.name ?? '未填';
const labelled =
  (labels: Readonly<Record<string, string>>) =>
  (key: string): string =>
    labels[key] ?? '未填';

export const groupings: Readonly<Record<GroupingName, Grouping>> = {
  all: { label: '合计', keysOf: () => everything, siteKeysOf: () => everything, labelOf: () => '合计' },
  township: {
    label: '乡镇（街道）',
    keysOf: (facts) => [facts.townshipId],
    siteKeysOf: (site) => single(site.townshipId),
    labelOf: orgUnitName,
  },
  village: { label: '村（社区）', keysOf: (facts) => filled(facts.villageIds), labelOf: orgUnitName },
  park: {
    label: '园区',
    keysOf: (facts) => filled(facts.parkIds),
    siteKeysOf: (site) => (site.level === 'park' ? [site.siteId] : []),
    labelOf: orgUnitName,
  },
  building: {
    label: '楼宇',
    keysOf: (facts) => filled(facts.buildingIds),
    siteKeysOf: (site) => (site.level === 'building' ? [site.siteId] : []),
    labelOf: orgUnitName,
  },
  industry: {
    label: '行业门类',
    keysOf: (facts) => single(facts.industrySection),
    labelOf: labelled(industrySections.labels),
  },
  sizeClass: {
    label: '规模',
    keysOf: (facts) => single(facts.sizeClass),
    labelOf: labelled(sizeClasses.labels),
  },
  ownership: {
    label: '企业类型',
    keysOf: (facts) => single(facts.ownership),
    labelOf: labelled(ownerships.labels),
  },
  unitType: {
    label: '单位类别',
    keysOf: (facts) => [facts.unitType],
    labelOf: labelled(unitTypes.labels),
  },
  socialType: {
    label: '社会组织类别',
    keysOf: (facts) => single(facts.socialType),
    labelOf: labelled(socialTypes.labels),
  },
  keyField: {
    label: '重点领域',
    keysOf: (facts) => filled(facts.keyFields),
    labelOf: labelled(keyFields.labels),
  },
};
