/** What units are grouped by: columns of `unit_facts`, read as they are, so that the database knows how many groups to expect. */
import { type GroupingName, notFilled } from '@shared/figures/groupings';
import { product } from '@shared/lib/product';
import { type FactColumnName, factColumns } from './fact-columns';

/** null: all units are one group. */
const columns: Readonly<Record<GroupingName, FactColumnName | null>> = {
  all: null,
  township: 'township_id',
  village: 'village_ids',
  park: 'park_ids',
  building: 'building_ids',
  industry: 'industry_section',
  sizeClass: 'size_class',
  ownership: 'ownership',
  unitType: 'unit_type',
  socialType: 'social_type',
  keyField: 'key_fields',
};

interface GroupColumn {
  readonly name: FactColumnName;
  /** A unit with a list counts in each group of it. An empty list is null. */
  readonly isList: boolean;
}

export function groupColumnOf(grouping: GroupingName): GroupColumn | null {
  const name = columns[grouping];
  return name === null ? null : { name, isList: factColumns[name].type === 'text[]' };
}

/** Each column once. */
export const groupColumnsOf = (groupBy: readonly GroupingName[]): readonly FactColumnName[] => [
  ...new Set(groupBy.flatMap((name) => columns[name] ?? [])),
];

/** Keys of all groups a row of these columns counts in, one per grouping in that order. */
export const keysOfRow = (
  row: Readonly<Record<string, unknown>>,
  groupBy: readonly GroupingName[],
): readonly (readonly string[])[] => product(groupBy.map((name) => keysBy(row, name)));

function keysBy(row: Readonly<Record<string, unknown>>, grouping: GroupingName): readonly string[] {
  const column = columns[grouping];
  if (column === null) return ['all'];
  const value = row[column] ?? notFilled;
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** The same inside a statement about rows `f`: a key as a column of that name, and what unfolds a list. */
export function keySql(
  grouping: GroupingName,
  as: string,
): { readonly value: string; readonly join: string } {
  const column = groupColumnOf(grouping);
  if (column === null) return { value: `'all' as ${as}`, join: '' };
  const { name, isList } = column;
  if (!isList) return { value: `coalesce(f.${name}, '${notFilled}') as ${as}`, join: '' };
  return {
    value: as,
    join: `cross join unnest(coalesce(f.${name}, array['${notFilled}'])) as of_${as} (${as})`,
  };
}
