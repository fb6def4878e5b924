/** Ways to compare on the overview, and a group of units as a short text in the address. */
import { type GroupingName, groupings } from '@shared/figures/groupings';
import type { UnitFacts } from '@shared/figures/unit-facts';

export const comparisons = {
  township: '乡镇',
  village: '村社区',
  industry: '行业',
  sizeClass: '规模',
} as const satisfies Partial<Record<GroupingName, string>>;
export type Comparison = keyof typeof comparisons;
// Object.keys forgets the key type of a literal record.
export const comparisonNames = Object.keys(comparisons) as Comparison[];

export interface GroupRef {
  readonly grouping: Comparison;
  /** Key of the grouping; '' = not filled in. */
  readonly key: string;
}

/** `township:ID` */
export const formatGroupRef = (group: GroupRef): string => `${group.grouping}:${group.key}`;

export function parseGroupRef(text: string): GroupRef | null {
  const at = text.indexOf(':');
  const grouping = comparisonNames.find((name) => name === text.slice(0, at));
  return grouping ? { grouping, key: text.slice(at + 1) } : null;
}

export const isInGroup = (facts: UnitFacts, group: GroupRef | null): boolean =>
  group === null || groupings[group.grouping].keysOf(facts).includes(group.key);
