/** Townships and villages of duties, in words and as choices. */
import type { Duty } from '@shared/duties/duty';
import type { Relations } from '@shared/rules/relations';

export interface PlaceChoices {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** The one village, else the township; several villages are named by the first. Empty = not known. */
export function placeNameOf({ placeIds }: Duty, { documents }: Relations): string {
  const found = placeIds.flatMap((id) => documents.orgUnits.get(id) ?? []);
  const villages = found.filter((place) => place.level === 'village');
  const [first] = villages.length > 0 ? villages : found.filter((place) => place.level === 'township');
  if (!first) return found[0]?.name ?? '';
  return villages.length > 1 ? `${first.name}等` : first.name;
}

/** Every township that has a duty, with those of its villages that have one; by name, as an office looks them up. */
export function placeChoices(duties: readonly Duty[], { documents }: Relations): PlaceChoices[] {
  const ids = new Set(duties.flatMap((duty) => duty.placeIds));
  const places = [...ids]
    .flatMap((id) => documents.orgUnits.get(id) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  return places
    .filter((place) => place.level === 'township')
    .map((township) => ({
      group: township.name,
      items: [
        { value: township.id, label: `${township.name}（全部）` },
        ...places
          .filter((place) => place.level === 'village' && place.parentId === township.id)
          .map(({ id, name }) => ({ value: id, label: name })),
      ],
    }));
}
