/**
 * Every edit is in the journal, on the disk, before it is shown as saved: a full disk or a damaged profile can make
 * the browser throw its database away, and the clerk was told that her work is safe.
 */
import { dataProblems } from '@shared/problems/data-problems';
import type { Problem } from '@shared/problems/problem';
import type { DocumentEdit } from '../document-edit';
import type { JournalFile } from './journal-file';
import { formatEvent, type JournalEvent, type JournaledEdit } from './journal-lines';

export interface EditJournal extends Pick<JournalFile, 'whileSaving'> {
  /** Resolves when the first of them are under way to the disk and the page is free to do something else. */
  begin(edits: readonly DocumentEdit[]): Promise<Recording>;
  /** What was recorded, or a part of it, did not get into the register. */
  withdraw(edits: readonly DocumentEdit[]): Promise<void>;
  /** The county has answered. */
  settle(editIds: readonly string[]): Promise<void>;
  /**
   * A person empties or replaces the register, or the county takes it back: no copy of it stays here.
   * @param kept edits that found no document so far: the register that comes may have it
   */
  clear(kept?: readonly JournaledEdit[]): Promise<void>;
}

export interface Recording {
  /** Why the edits are not on the disk, or not as a whole; null = they are. */
  readonly recorded: Promise<Problem | null>;
}

/** Edits of one line: an import of thousands must not become one enormous line that a cut loses as a whole. */
const editsPerLine = 200;

export function createEditJournal(file: JournalFile): EditJournal {
  const textOf = async (events: readonly JournalEvent[]): Promise<string> => {
    const text = events.map(formatEvent).join('');
    return (await file.seal?.(text)) ?? text;
  };
  const append = async (events: readonly JournalEvent[]) => file.append(await textOf(events));
  /** A mark that is missing costs a second look at the next start, nothing else. */
  const mark = async (event: JournalEvent) => {
    await append([event]).catch(() => undefined);
  };
  return {
    whileSaving: file.whileSaving,
    async begin(edits) {
      const [first, ...others] = linesOf(edits.map(journaled));
      if (!first) return { recorded: Promise.resolve(null) };
      const text = await textOf([first]).catch(failed);
      if (typeof text !== 'string') return { recorded: Promise.resolve(text) };
      const write = async () => {
        await file.append(text);
        for (const line of others) await append([line]);
        return null;
      };
      return { recorded: write().catch(failed) };
    },
    withdraw: (edits) => mark({ kind: 'withdrawn', editIds: idsOf(edits) }),
    settle: async (editIds) => {
      if (editIds.length > 0) await mark({ kind: 'settled', editIds: [...editIds] });
    },
    async clear(kept = []) {
      // In one piece: a cut after the mark alone would lose what is kept.
      if (kept.length > 0) return append([{ kind: 'cleared' }, ...linesOf(kept)]);
      // The mark first: should the removal fail, nothing of it may come back.
      await mark({ kind: 'cleared' });
      await file.beginAnew();
    },
  };
}

function linesOf(edits: readonly JournaledEdit[]): JournalEvent[] {
  const lines: JournalEvent[] = [];
  for (let start = 0; start < edits.length; start += editsPerLine)
    lines.push({ kind: 'edits', edits: edits.slice(start, start + editsPerLine) });
  return lines;
}

const failed = (error: unknown): Problem =>
  dataProblems.journalFailed({ reason: error instanceof Error ? error.message : String(error) });

const idsOf = (edits: readonly DocumentEdit[]): string[] => edits.map(({ edit }) => edit.editId);

function journaled({ collection, id, edit, after }: DocumentEdit): JournaledEdit {
  if (edit.op !== 'create') return { collection, documentId: id, edit, content: null };
  const { pending: _pending, isPending: _isPending, ...content } = after;
  return { collection, documentId: id, edit, content };
}
