/** A register that was kept alone joins its county: places are matched by a person before anything is sent. */
import type { JoinedPlace } from '@renderer/data/county/join-places';
import type { OpenedRegister } from '@renderer/data/open-register';
import type { OrgUnit } from '@shared/domain/org-unit';
import { accountProblems } from '@shared/problems/account-problems';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import type { PulledItem } from '@shared/sync/messages';
import type { Access, CountyClient, Reply } from './county/county-client';
import { matchPlaces } from './match-places';
import type { PlaceMatch, SyncActions } from './status/sync-status';
import type { Memory, SyncMemory } from './sync-memory';

export interface JoiningOptions {
  readonly register: OpenedRegister;
  readonly client: CountyClient;
  readonly memory: Memory<SyncMemory | null>;
}

/** Whether places made here wait for their county counterparts: nobody has matched them, and the county was never read. */
export const needsJoining = ({ register, memory }: Pick<JoiningOptions, 'register' | 'memory'>): boolean => {
  const now = memory.get();
  return now?.checkpoint == null && now?.isJoined !== true && register.county.ownPlaces().length > 0;
};

export function createJoining(options: JoiningOptions): Pick<SyncActions, 'placeMatches' | 'confirmPlaces'> {
  const { register, memory } = options;
  return {
    async placeMatches() {
      const found = await readPlaces(options);
      if ('problem' in found) return [];
      const { me, places } = found;
      const office = register
        .table('settings')
        .all()
        .find((setting) => setting.kind === 'office');
      return matchPlaces(unknownPlaces(register, places), office?.homeOrgUnitId ?? null, {
        places,
        countyId: me.county.id,
        deviceId: me.device.orgUnit.id,
      });
    },
    async confirmPlaces(matches: readonly PlaceMatch[]) {
      const pairs = matches.flatMap(({ localId, countyId }): [string, string][] =>
        countyId === null || countyId === localId ? [] : [[localId, countyId]],
      );
      await memory.change((now) => now && { ...now, joining: { places: pairs } });
      const problem = await finishJoining(options);
      return problem ? { ok: false, problem } : { ok: true };
    },
  };
}

/** Own places but those the county got from this very register before. */
const unknownPlaces = ({ county }: OpenedRegister, places: readonly OrgUnit[]): readonly OrgUnit[] => {
  const known = new Set(places.map(({ id }) => id));
  return county.ownPlaces().filter(({ id }) => !known.has(id));
};

/**
 * Replaces the places a person has confirmed; goes on where it was interrupted. Asks nobody when there is nothing to ask.
 * @returns null when done, or when a person is still to confirm
 */
export async function finishJoining(options: JoiningOptions): Promise<Problem | null> {
  const { register, memory } = options;
  const found = await readPlaces(options);
  if ('problem' in found) return found.problem;
  const pairs = memory.get()?.joining?.places;
  if (!pairs && unknownPlaces(register, found.places).length > 0) return null;
  const joined = (pairs ?? []).flatMap(([localId, countyId]): JoinedPlace[] => {
    const county = found.items.find(({ id }) => id === countyId);
    return county ? [{ localId, county, mayFill: isBelow(countyId, found) }] : [];
  });
  await register.county.joinPlaces(joined);
  await memory.change((now) => now && { ...now, joining: null, isJoined: true });
  return null;
}

interface ReadPlaces {
  readonly me: NonNullable<SyncMemory['me']>;
  readonly items: readonly PulledItem[];
  readonly places: readonly OrgUnit[];
}

async function readPlaces({
  register,
  client,
  memory,
}: JoiningOptions): Promise<ReadPlaces | { problem: Problem }> {
  const now = memory.get();
  if (now?.joining == null || now.me === null || now.sessionToken === null)
    return { problem: accountProblems.notLoggedIn({}) };
  const reply = await fetchPlaces(client, { serverUrl: now.serverUrl, sessionToken: now.sessionToken });
  if (!reply.ok) return { problem: reply.failure.problem };
  const places = reply.value.flatMap((item) => register.county.readPlace(item) ?? []);
  return { me: now.me, items: reply.value, places };
}

/** Places known to the county by id, as many at once as it gives. */
const askedAtOnce = 500;

async function fetchPlaces(client: CountyClient, access: Access): Promise<Reply<readonly PulledItem[]>> {
  const listing = await client.listing(access, 'orgUnits');
  if (!listing.ok) return listing;
  const ids = listing.value.items.map(([id]) => id);
  const items: PulledItem[] = [];
  for (let start = 0; start < ids.length; start += askedAtOnce) {
    const part = await client.fetch(access, 'orgUnits', ids.slice(start, start + askedAtOnce));
    if (!part.ok) return part;
    items.push(...part.value.items);
  }
  return { ok: true, value: items };
}

/** Whether a place lies in what this person and device look after; the levels above are only read (SCOPE-2). */
function isBelow(placeId: string, { me, places }: ReadPlaces): boolean {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const way = new Set<string>();
  for (let at: string | null = placeId; at !== null && !way.has(at); at = parents.get(at) ?? null)
    way.add(at);
  return way.has(me.orgUnit.id) && way.has(me.device.orgUnit.id);
}

/** What a register needs before it may be given to a county. @returns null when nothing stands in the way */
export function problemOfJoining(register: OpenedRegister): Problem | null {
  const settings = register.table('settings').all();
  const isDemo =
    settings.some((setting) => setting.kind === 'office' && setting.isDemo) ||
    register.county.collections.some(
      (name) =>
        name !== 'orgUnits' &&
        name !== 'settings' &&
        register
          .table(name)
          .all()
          .some(
            ({ source, seq }: { source: string; seq: number | null }) => source === 'demo' && seq === null,
          ),
    );
  return isDemo ? syncProblems.removeDemoFirst({}) : null;
}
