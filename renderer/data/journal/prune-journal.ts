/**
 * When old parts of the journal may go: 90 days of use after nothing in them is needed any more. Days are counted as they
 * are seen, each once: a clock that jumps ten years adds one day and no more.
 */
import { isSynced } from '@shared/sync/access';
import { z } from 'zod';
import type { OpenTables } from '../county/outbox';
import type { JournalFile, JournalPosition } from './journal-file';
import { type JournalEvent, type JournaledEdit, parseEvents } from './journal-lines';
import { knownTo } from './replay-missing';

const keptDays = 90;

/** All that stands before a part, and the edits of the last stretch of it. */
interface Stretch {
  /** The part it ends at. */
  readonly before: string;
  readonly edits: readonly JournaledEdit[];
}

/** By the part a stretch ends at: the days it was seen to be safe on. */
export const journalAges = z.record(z.string(), z.array(z.string()));
export type JournalAges = z.infer<typeof journalAges>;

export interface Pruning {
  readonly ages: JournalAges;
  /** Everything before this part may go; null = nothing. */
  readonly dropBefore: string | null;
}

/**
 * @param safe the parts before which everything is safe, oldest first
 * @param today YYYY-MM-DD as the clock says
 */
export function pruningOf(safe: readonly string[], ages: JournalAges, today: string): Pruning {
  const next = Object.fromEntries(safe.map((before) => [before, withDay(ages[before] ?? [], today)]));
  const old = safe.filter((before) => (next[before]?.length ?? 0) > keptDays);
  return { ages: next, dropBefore: old.at(-1) ?? null };
}

const withDay = (days: readonly string[], today: string): string[] =>
  days.includes(today) || days.length > keptDays ? [...days] : [...days, today];

interface Holders {
  /** The county, when there is one, has not answered everything yet. */
  readonly hasCounty: boolean;
  /** A whole backup holds what was saved before this part was begun. */
  readonly backedUpBefore: string;
}

/** Ends of the stretches from the oldest on that nobody needs any more. The newest part is never among them. */
export async function safeParts(
  open: OpenTables,
  file: JournalFile,
  { hasCounty, backedUpBefore }: Holders,
): Promise<readonly string[]> {
  const { stretches, closed } = await readStretches(file);
  if (stretches.length === 0) return [];
  const isKnown = knownTo(open);
  const waiting = hasCounty ? waitingEdits(open) : new Set<string>();
  const isSafe = (edit: JournaledEdit, before: string): boolean => {
    const { editId } = edit.edit;
    return closed.has(editId) || (isKnown(edit) && before <= backedUpBefore && !waiting.has(editId));
  };
  const firstNeeded = stretches.findIndex(
    ({ before, edits }) => !edits.every((edit) => isSafe(edit, before)),
  );
  return stretches.slice(0, firstNeeded < 0 ? undefined : firstNeeded).map(({ before }) => before);
}

async function readStretches(file: JournalFile) {
  const stretches: Stretch[] = [];
  const closed = new Set<string>();
  const open: string[] = [];
  for (let next: JournalPosition | null = null; ; ) {
    const { text, end, isLast } = await file.read(next);
    const edits: JournaledEdit[] = [];
    for (const event of parseEvents(text).events) take(event, edits, open, closed);
    if (isLast) return { stretches, closed };
    stretches.push({ before: end.part, edits });
    next = end;
  }
}

function take(event: JournalEvent, edits: JournaledEdit[], open: string[], closed: Set<string>): void {
  switch (event.kind) {
    case 'edits':
      for (const edit of event.edits) {
        edits.push(edit);
        open.push(edit.edit.editId);
      }
      break;
    case 'withdrawn':
    case 'settled':
      for (const editId of event.editIds) closed.add(editId);
      break;
    case 'cleared':
      for (const editId of open.splice(0)) closed.add(editId);
      break;
  }
}

/** Edits the county has not answered. */
function waitingEdits({ names, tables }: OpenTables): Set<string> {
  const waiting = new Set<string>();
  for (const name of names)
    for (const document of tables(name).allIncludingDeleted())
      if (document.isPending && isSynced(name, document))
        for (const { editId } of document.pending) waiting.add(editId);
  return waiting;
}
