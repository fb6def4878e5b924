/** What an administrator or organizer may keep, and where (SPEC.md, ROLE-2 and ROLE-4). */
import { accountProblems } from '@shared/problems/account-problems';
import type { Role } from '@shared/sync/access';
import type { Queryable } from '../../db/database';
import { findPlace, type Place, type Realm } from '../../repositories/accounts/place-repository';
import type { Caller } from '../caller';
import { Refusal } from '../refusal';

/** An administrator acts in the whole county, an organizer in her own subtree. */
export const realmOf = ({ countyId, role, scopeRootId }: Caller): Realm => ({
  countyId,
  rootId: role === 'administrator' ? null : scopeRootId,
});

const belowOrganizer: ReadonlySet<Role> = new Set<Role>(['clerk', 'lead']);

/** Whether accounts of this role may be made, changed and given away by the caller. */
export const mayKeepRole = (caller: Caller, role: Role): boolean =>
  caller.role === 'administrator' || (caller.role === 'organizer' && belowOrganizer.has(role));

/** @throws Refusal `notFound` for a place that does not exist or lies outside the caller's realm: it does not say which */
export async function requirePlace(on: Queryable, caller: Caller, id: string): Promise<Place> {
  const place = await findPlace(on, realmOf(caller), id);
  if (place === null) throw new Refusal(accountProblems.notFound({}));
  return place;
}

/** The part of a place that messages carry. */
export const placeMessage = ({ id, name, level }: Place) => ({ id, name, level });

/**
 * The same by id. Accounts, devices and codes outlive a restore, the places made after the backup do not: until a device
 * brings such a place back or somebody assigns another, its name is not known.
 */
export function placeIn(places: ReadonlyMap<string, Place>, id: string) {
  const place = places.get(id);
  return place === undefined
    ? { id, name: '（层级不在册）', level: 'village' as const }
    : placeMessage(place);
}
