/** Answers about places as the table of a register kept alone holds them. */
import type { PlaceMatch } from '@renderer/sync/status/sync-status';

/** Stands for “the county has no such place” in a list of choices. */
export const newPlace = 'new';

export const placeOptions = (matches: readonly PlaceMatch[]): { value: string; label: string }[] => {
  const places = new Map(
    matches.flatMap(({ countyId, countyName }) => (countyId === null ? [] : [[countyId, countyName ?? '']])),
  );
  return [
    { value: newPlace, label: '县级没有，作为新的上报' },
    ...[...places].map(([value = '', label = '']) => ({ value, label })),
  ];
};

/** @param chosen local id → county id or `newPlace`, for those a person changed */
export function chosenMatches(
  matches: readonly PlaceMatch[],
  chosen: ReadonlyMap<string, string>,
): PlaceMatch[] {
  const names = new Map(matches.map(({ countyId, countyName }) => [countyId, countyName]));
  return matches.map((match) => {
    const answer = chosen.get(match.localId);
    if (answer === undefined) return match;
    return answer === newPlace
      ? { ...match, countyId: null, countyName: null }
      : { ...match, countyId: answer, countyName: names.get(answer) ?? null };
  });
}
