/**
 * SCOPE-1: the smaller of the subtrees of the user's and the device's place.
 * @param userAncestors from the county down to the user's place, both included; likewise the device's
 * @returns the root of that subtree; null when the places lie side by side
 */
export function smallerPlace(
  userAncestors: readonly string[],
  deviceAncestors: readonly string[],
): string | null {
  const [userPlace, devicePlace] = [userAncestors.at(-1), deviceAncestors.at(-1)];
  if (userPlace === undefined || devicePlace === undefined) return null;
  if (userAncestors.includes(devicePlace)) return userPlace;
  if (deviceAncestors.includes(userPlace)) return devicePlace;
  return null;
}
