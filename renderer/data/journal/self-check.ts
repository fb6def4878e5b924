/** At the start: is everything that was shown as saved really in the register? */

import { z } from 'zod';
import type { OpenTables } from '../county/outbox';
import type { LocalMemory } from '../storage/local-memory';
import type { JournalFile, JournalPosition } from './journal-file';
import { type JournalEvent, parseEvents } from './journal-lines';
import { type PutBackNotice, type Replay, replayMissing } from './replay-missing';

export interface SelfCheck extends Replay {
  /** Lines of the journal that could not be read. */
  readonly damagedCount: number;
  /** Documents in the register after the check, deleted ones included. */
  readonly count: number;
}

/** The database remembers how far of the journal it has: a database that was thrown away remembers nothing. */
const remembered = z.object({ part: z.string(), offset: z.int().min(0) });

export async function selfCheck(
  open: OpenTables,
  file: JournalFile,
  memory: LocalMemory,
  beforehand?: PutBackNotice,
): Promise<SelfCheck> {
  const known = remembered.safeParse(memory.get());
  const { events, damagedCount, end } = await readFrom(file, known.success ? known.data : null);
  const replay = await replayMissing(open, events, beforehand);
  // Edits that could not be put back are looked at again at every start, until a backup or the county brings their document.
  if (replay.leftEdits.length === 0) await memory.change(() => ({ ...end }));
  const count = open.names.reduce((sum, name) => sum + open.tables(name).allIncludingDeleted().length, 0);
  return { ...replay, damagedCount, count };
}

/** Compares the whole journal with the register, not only what was written since the last start. */
export async function repairFrom(
  open: OpenTables,
  file: JournalFile | null,
  beforehand?: PutBackNotice,
): Promise<Replay> {
  if (file === null) return replayMissing(open, []);
  const { events } = await readFrom(file, null);
  return replayMissing(open, events, beforehand);
}

/** @param from null = everything that is kept */
export async function readFrom(file: JournalFile, from: JournalPosition | null) {
  const events: JournalEvent[] = [];
  let damagedCount = 0;
  for (let next = from; ; ) {
    const { text, end, isLast } = await file.read(next);
    const parsed = parseEvents(text);
    for (const event of parsed.events) events.push(event);
    damagedCount += parsed.damagedCount;
    if (isLast) return { events, damagedCount, end };
    next = end;
  }
}
