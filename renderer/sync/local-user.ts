/** Several people at one computer: each goes on with her own login at the county, or with none, never with another's. */
import type { LocalMemory } from '@renderer/data/storage/local-memory';
import { type SyncMemory, syncMemoryOf } from './sync-memory';

/** Called before anything is exchanged. A login nobody owned so far becomes hers. */
export async function continueAs(memory: LocalMemory, localUserId: string): Promise<void> {
  const county = syncMemoryOf(memory);
  if (county.get() === null || county.get()?.localUserId === localUserId) return;
  await county.change((now) => now && loginOf(now, localUserId));
}

/** The login of another is put aside for her; unsent edits stay where they are and go out with whoever is logged in. */
function loginOf(now: SyncMemory, localUserId: string): SyncMemory {
  const { localUserId: before, sessionToken, me } = now;
  if (before === null) return { ...now, localUserId };
  const { [localUserId]: own, ...others } = now.setAside;
  return {
    ...now,
    localUserId,
    sessionToken: own?.sessionToken ?? null,
    me: own?.me ?? null,
    setAside: { ...others, ...(sessionToken === null ? {} : { [before]: { sessionToken, me } }) },
  };
}
