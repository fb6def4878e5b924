/** The county's places as an indented list, and what moving one of them would take along. Pure. */
import { type OrgUnit, orgUnitLevels } from '@shared/domain/org-unit';
import { formatNumber } from '@shared/lib/format-number';
import type { OrgUnitMessage } from '@shared/sync/account-messages';

export interface TreeRow {
  readonly place: OrgUnitMessage;
  /** 0 for those nothing known lies above. */
  readonly depth: number;
  readonly childCount: number;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** In the order an office lists places: by level, then code, then name. */
function inOrder(a: OrgUnitMessage, b: OrgUnitMessage): number {
  const rank = ({ level }: OrgUnitMessage) => orgUnitLevels.codes.indexOf(level);
  return (
    rank(a) - rank(b) ||
    collator.compare(a.divisionCode ?? '~', b.divisionCode ?? '~') ||
    collator.compare(a.name, b.name)
  );
}

const byParent = (places: readonly OrgUnitMessage[]): ReadonlyMap<string | null, OrgUnitMessage[]> => {
  const known = new Set(places.map(({ id }) => id));
  const children = new Map<string | null, OrgUnitMessage[]>();
  for (const place of places) {
    // An organizer of a township sees no county above it.
    const parentId = place.parentId !== null && known.has(place.parentId) ? place.parentId : null;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(place);
    else children.set(parentId, [place]);
  }
  return children;
};

/** Each place right after the one it lies in. */
export function treeOf(places: readonly OrgUnitMessage[]): TreeRow[] {
  const children = byParent(places);
  const rows: TreeRow[] = [];
  const add = (parentId: string | null, depth: number) => {
    for (const place of [...(children.get(parentId) ?? [])].sort(inOrder)) {
      rows.push({ place, depth, childCount: children.get(place.id)?.length ?? 0 });
      add(place.id, depth + 1);
    }
  };
  add(null, 0);
  return rows;
}

/** A place and everything below it. */
export function subtreeOf(places: readonly OrgUnitMessage[], rootId: string): OrgUnitMessage[] {
  const children = byParent(places);
  const found = places.filter(({ id }) => id === rootId);
  // Grows while it is walked.
  for (const place of found) found.push(...(children.get(place.id) ?? []));
  return found;
}

/** 云岭县 / 青溪镇 / 东山村, for lists in which names alone would repeat. */
export function pathName(places: readonly OrgUnitMessage[], id: string): string {
  const known = new Map(places.map((place) => [place.id, place]));
  const names: string[] = [];
  for (let at = known.get(id); at && names.length < 10; at = known.get(at.parentId ?? ''))
    names.unshift(at.name);
  return names.join(' / ');
}

export interface PlaceOption {
  readonly value: string;
  readonly label: string;
}

export const placeOptions = (
  places: readonly OrgUnitMessage[],
  isOffered: (place: OrgUnitMessage) => boolean = () => true,
): PlaceOption[] =>
  treeOf(places)
    .filter(({ place }) => isOffered(place))
    .map(({ place }) => ({ value: place.id, label: pathName(places, place.id) }));

/** Levels a place of this level may hold, the usual one first. */
const below: Readonly<Record<OrgUnit['level'], readonly OrgUnit['level'][]>> = {
  county: ['township', 'park', 'building', 'street', 'market'],
  township: ['village', 'park', 'building', 'street', 'market', 'grid'],
  village: ['grid', 'building', 'street', 'market'],
  park: ['building', 'grid'],
  building: ['grid'],
  street: ['building', 'grid'],
  market: ['grid'],
  grid: [],
};
export const levelsBelow = (level: OrgUnit['level']): readonly OrgUnit['level'][] => below[level];

/** Where a place may be moved to: where its level belongs. No level lies below itself, so no place ends up inside itself. */
export const possibleParents = (places: readonly OrgUnitMessage[], moved: OrgUnitMessage): OrgUnitMessage[] =>
  places.filter(({ id, level }) => id !== moved.parentId && levelsBelow(level).includes(moved.level));

/** What a move takes along, in words. */
export function movingText(places: readonly OrgUnitMessage[], moved: OrgUnitMessage): string {
  const subtree = subtreeOf(places, moved.id);
  const records = subtree.reduce((sum, { documentCount }) => sum + documentCount, 0);
  const inner = subtree.length - 1;
  const along = inner > 0 ? `连同下面 ${inner} 个地方、` : '连同 ';
  return `${along}${formatNumber(records)} 条记录一起移到新的上级。以后由新的上级管理和统计；原上级的设备不再看得到这些记录，新上级的设备会自动收到。`;
}
