/** What a caller may hold, and its name: a new name makes the device pull again (SCOPE-6). */
import { createHash } from 'node:crypto';
import { collectionNames } from '@shared/domain/collections';
import { mayRead, sharedDownwards } from '@shared/sync/access';
import type { Scope } from '../repositories/scope-query';
import type { Caller } from './caller';

/** What of a document reaches the caller: everything, everything with numbers masked (ROLE-3), or places only (ROLE-4). */
export type View = 'full' | 'masked' | 'places';

export function viewOf({ role }: Caller): View {
  if (role === 'auditor') return 'masked';
  return role === 'administrator' ? 'places' : 'full';
}

/**
 * @param ancestors of the scope's root, from the county down: when a place is moved, other documents are shared with it
 *   from above, and they carry old numbers
 */
export function scopeNameOf(caller: Caller, ancestors: readonly string[]): string {
  const path = createHash('sha256').update(ancestors.join('/')).digest('hex').slice(0, 12);
  return `${caller.scopeRootId}.${viewOf(caller)}.${path}`;
}

/** Which documents the caller may hold, as statements ask for them. */
export function scopeOf({ countyId, scopeRootId, role }: Caller): Scope {
  const readable = collectionNames.filter((collection) => mayRead(role, collection));
  return {
    countyId,
    rootId: scopeRootId,
    readable,
    shared: readable.filter((collection) => sharedDownwards.has(collection)),
  };
}
