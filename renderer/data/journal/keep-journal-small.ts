/** After a backup: what the journal holds beside it may grow old, and what is old goes. */
import { z } from 'zod';
import type { OpenTables } from '../county/outbox';
import type { LocalMemory } from '../storage/local-memory';
import type { JournalFile } from './journal-file';
import { journalAges, pruningOf, safeParts } from './prune-journal';

const remembered = z.object({ ages: journalAges });

interface Surroundings {
  readonly open: OpenTables;
  readonly file: JournalFile;
  /** What the check at the start remembers. */
  readonly position: LocalMemory;
  readonly memory: LocalMemory;
  readonly hasCounty: () => boolean;
  /** YYYY-MM-DD. */
  readonly today: () => string;
}

/**
 * To be called between two saves, at the moment a backup is made of.
 * @returns what to do once it is whole
 */
export async function beginBackup(around: Surroundings): Promise<() => Promise<void>> {
  const { open, file, memory, hasCounty, today } = around;
  const backedUpBefore = await newestPart(file, around.position);
  return async () => {
    const safe = await safeParts(open, file, { hasCounty: hasCounty(), backedUpBefore });
    const known = remembered.safeParse(memory.get());
    const { ages, dropBefore } = pruningOf(safe, known.success ? known.data.ages : {}, today());
    if (dropBefore !== null) await file.dropBefore(dropBefore);
    await memory.change(() => ({ ages }));
  };
}

/** The part that is being written now: what was saved in those before it is in a backup made now. */
async function newestPart(file: JournalFile, memory: LocalMemory): Promise<string> {
  const known = z.object({ part: z.string(), offset: z.int() }).safeParse(memory.get());
  for (let next = known.success ? known.data : null; ; ) {
    const { end, isLast } = await file.read(next);
    if (isLast) return end.part;
    next = end;
  }
}
