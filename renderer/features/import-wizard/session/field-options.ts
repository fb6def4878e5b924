/** Fields a column may stand for, grouped as a clerk thinks of them. */
import { labelOf, listFields } from '@shared/import/columns/field-catalogue';
import type { SheetKind } from '@shared/import/model';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}
export interface FieldGroup {
  readonly group: string;
  readonly items: readonly FieldOption[];
}

const groups: readonly (readonly [string, string])[] = [
  ['unit.owner', '出资人'],
  ['unit.declared', '填报数'],
  ['unit.massOrgs', '群团组织'],
  ['unit', '单位'],
  ['partyOrg', '党组织'],
  ['instructor', '指导员、联络员'],
  ['assignment', '选派'],
  ['room', '活动阵地'],
  ['person', '人员'],
  ['row', '所在与关联'],
];
const groupOf = (field: string): string =>
  groups.find(([prefix]) => field === prefix || field.startsWith(`${prefix}.`))?.[1] ?? '其他';

/** In the order of the groups above; within one, the order of the catalogue. */
export function fieldGroups(kind: SheetKind): FieldGroup[] {
  const byGroup = new Map<string, FieldOption[]>();
  for (const { field, label } of listFields(kind)) {
    const group = groupOf(field);
    byGroup.set(group, [...(byGroup.get(group) ?? []), { value: field, label }]);
  }
  const order = ['单位', '所在与关联', ...groups.map(([, title]) => title)];
  return [...byGroup.entries()]
    .map(([group, items]) => ({ group, items: withoutTwins(items) }))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}

/** Two fields of one label cannot be told apart in a list; the path's parent does it. */
function withoutTwins(items: readonly FieldOption[]): FieldOption[] {
  const seen = new Map<string, number>();
  for (const { label } of items) seen.set(label, (seen.get(label) ?? 0) + 1);
  return items.map((item) => {
    const parent = item.value.split('.').slice(0, -1).join('.');
    return (seen.get(item.label) ?? 0) > 1 ? { ...item, label: `${labelOf(parent)}${item.label}` } : item;
  });
}
