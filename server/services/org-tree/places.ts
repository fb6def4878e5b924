/** Who lies below whom, and who may hold what lies where (SPEC.md, SCOPE). Pure. */
import type { CollectionName } from '@shared/domain/collections';
import { mayRead, sharedDownwards } from '@shared/sync/access';
import type { Place } from '../../repositories/org-tree';
import type { Caller } from '../caller';

/** A part of the county's tree, or all of it: places that are not in it are treated as unknown. */
export class Places {
  readonly #byId: ReadonlyMap<string, Place>;

  constructor(places: Iterable<Place>) {
    this.#byId = new Map([...places].map((place) => [place.id, place]));
  }

  find(id: string): Place | null {
    return this.#byId.get(id) ?? null;
  }

  /** Whether a place lies in the subtree of `rootId`; the root lies in its own. */
  isWithin(id: string, rootId: string): boolean {
    return this.#byId.get(id)?.ancestors.includes(rootId) ?? false;
  }

  below(rootId: string): Place[] {
    return [...this.#byId.values()].filter(({ ancestors }) => ancestors.includes(rootId));
  }

  /** The tree with a place added, renamed or moved; everything below it moves along. */
  with(place: Omit<Place, 'ancestors'>): Places {
    const above = place.parentId === null ? [] : (this.#byId.get(place.parentId)?.ancestors ?? []);
    const own: Place = { ...place, ancestors: [...above, place.id] };
    const moved = this.below(place.id)
      .filter(({ id }) => id !== place.id)
      .map((one) => ({
        ...one,
        ancestors: [...own.ancestors, ...one.ancestors.slice(one.ancestors.indexOf(place.id) + 1)],
      }));
    return new Places([...this.#byId.values(), own, ...moved]);
  }

  /** Roots of all scopes that hold a document of the collection lying in the place (SCOPE-1, SCOPE-2). */
  scopesHolding(collection: CollectionName, placeId: string): ReadonlySet<string> {
    const above = this.#byId.get(placeId)?.ancestors ?? [];
    const below = sharedDownwards.has(collection) ? this.below(placeId).map(({ id }) => id) : [];
    return new Set([...above, ...below]);
  }

  /** Places that differ from another tree: what is to be written after a change. */
  changedSince(before: Places): Place[] {
    return [...this.#byId.values()].filter((place) => {
      const old = before.find(place.id);
      return old === null || JSON.stringify(old) !== JSON.stringify(place);
    });
  }
}

/** Whether the caller's device may hold a document of the collection lying in the place. */
export function mayHold(
  places: Places,
  caller: Caller,
  collection: CollectionName,
  placeId: string,
): boolean {
  if (!mayRead(caller.role, collection)) return false;
  if (places.isWithin(placeId, caller.scopeRootId)) return true;
  return sharedDownwards.has(collection) && places.isWithin(caller.scopeRootId, placeId);
}
