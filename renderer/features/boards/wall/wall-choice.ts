/** What a wall shows: in the address, so that a shortcut opens it, and remembered on this computer. */
import { platform } from '@renderer/platform/current-platform';
import { type BoardName, boardNames } from '../page/board-names';

/** As the address carries it; what is absent is as it was chosen last on this computer. */
export interface WallSearch {
  /** Names of boards with points between. */
  readonly scenes?: string;
  readonly seconds?: number;
  /** Id of the place; '' = everything this office sees. */
  readonly place?: string;
}

export interface WallChoice {
  /** At least one, in the order of the boards. */
  readonly scenes: readonly BoardName[];
  readonly seconds: number;
  readonly place: string;
}

export const secondsChoices = [10, 20, 30, 60, 120] as const;
const bounds = { least: 5, most: 3600 } as const;
const preference = 'wall';
const first: WallChoice = { scenes: boardNames, seconds: 20, place: '' };

/** Anything else in the address is dropped. */
export function parseWallSearch(search: Readonly<Record<string, unknown>>): WallSearch {
  const { scenes, place } = search;
  const seconds = Math.round(Number(search['seconds']));
  return {
    ...(typeof scenes === 'string' && scenesOf(scenes).length > 0 ? { scenes } : {}),
    ...(seconds >= bounds.least && seconds <= bounds.most ? { seconds } : {}),
    ...(typeof place === 'string' ? { place } : {}),
  };
}

const scenesOf = (text: string): readonly BoardName[] => {
  const named = new Set(text.split('.'));
  return boardNames.filter((name) => named.has(name));
};

export const searchOf = ({ scenes, seconds, place }: WallChoice): Required<WallSearch> => ({
  scenes: scenes.join('.'),
  seconds,
  place,
});

/** @param before used where the search says nothing */
export const choiceOf = (search: WallSearch, before: WallChoice): WallChoice => ({
  scenes: search.scenes === undefined ? before.scenes : scenesOf(search.scenes),
  seconds: search.seconds ?? before.seconds,
  place: search.place ?? before.place,
});

export function rememberedChoice(): WallChoice {
  try {
    const kept: unknown = JSON.parse(platform.preferences.get(preference) ?? '{}');
    return choiceOf(parseWallSearch({ ...(kept as object) }), first);
  } catch {
    // Written by something else; the next choice replaces it.
    return first;
  }
}

export const rememberChoice = (choice: WallChoice): void =>
  platform.preferences.set(preference, JSON.stringify(searchOf(choice)));

/** The address a shortcut on the desktop of the wall's computer opens. */
export function addressOf(choice: WallChoice): string {
  const { scenes, seconds, place } = searchOf(choice);
  const query = new URLSearchParams({ scenes, seconds: String(seconds), ...(place === '' ? {} : { place }) });
  return `${location.origin}${location.pathname}#/wall?${query.toString()}`;
}
