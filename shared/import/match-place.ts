/** Villages, parks and buildings by the names ledgers use for them: full, short, former or with another ending. */
import type { OrgUnit } from '@shared/domain/org-unit';
import { exactKey, isOneCharacterApart } from './normalize-name';

type PlaceLevel = Exclude<OrgUnit['level'], 'county' | 'township'>;
interface Place {
  readonly name: string;
  readonly aliases: readonly string[];
}

const villageEnding = /(?:社区居民委员会|村民委员会|居民委员会|社区居委会|村委会|居委会|行政村|社区|村)$/;
/** Most telling endings first: 工业园区 is a park although 区 could be much else. */
const levelEndings: readonly (readonly [RegExp, PlaceLevel])[] = [
  [/(?:网格)\d*$|^第?[\d一二三四五六七八九十]+网格/, 'grid'],
  [
    /(?:园区|产业园|工业园|科技园|创业园|物流园|农业园|示范园|开发区|高新区|集聚区|工业区|孵化器|基地)$/,
    'park',
  ],
  [
    /(?:大厦|大楼|写字楼|商务楼|楼宇|办公楼|中心楼|广场|国际中心|商务中心|[a-z0-9一二三四五六七八九十]号?楼|座)$/,
    'building',
  ],
  [/(?:市场|批发城|建材城|商贸城|农贸城)$/, 'market'],
  [/(?:商业街|步行街|一条街|老街|大街|街)$/, 'street'],
  [villageEnding, 'village'],
];

/** Kind of place its name speaks for; null when it does not say. */
export function placeLevelOf(name: string): PlaceLevel | null {
  const key = exactKey(name);
  return levelEndings.find(([ending]) => ending.test(key))?.[1] ?? null;
}

/** 东山村委会, 东山社区 and 东山 share one stem; a park or building is its whole name. */
export function placeKey(name: string): string {
  const key = exactKey(name);
  const stem = key.replace(villageEnding, '');
  return stem.length >= 1 ? stem : key;
}

export type PlaceMatch<P> =
  | { readonly kind: 'one'; readonly place: P }
  | { readonly kind: 'similar'; readonly candidates: readonly P[] }
  | { readonly kind: 'none' };

/**
 * Exact name or alias first, then the stem when only one place has it. A name one character off is only similar:
 * 东山村 and 西山村 are neighbours, not one village.
 */
export function matchPlace<P extends Place>(name: string, places: readonly P[]): PlaceMatch<P> {
  const key = exactKey(name);
  const namesOf = (place: P): string[] => [place.name, ...place.aliases];
  const exact = places.filter((place) => namesOf(place).some((own) => exactKey(own) === key));
  if (exact.length === 1 && exact[0]) return { kind: 'one', place: exact[0] };
  if (exact.length > 1) return { kind: 'similar', candidates: exact };
  const stem = placeKey(name);
  const sameStem = places.filter((place) => namesOf(place).some((own) => placeKey(own) === stem));
  if (sameStem.length === 1 && sameStem[0]) return { kind: 'one', place: sameStem[0] };
  const candidates =
    sameStem.length > 1
      ? sameStem
      : places.filter((place) =>
          namesOf(place).some(
            (own) =>
              placeKey(own).length >= 3 && stem.length >= 3 && isOneCharacterApart(placeKey(own), stem),
          ),
        );
  return candidates.length > 0 ? { kind: 'similar', candidates } : { kind: 'none' };
}
