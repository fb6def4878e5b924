/** A journal that survives what a test does to the database. */
import type { JournalFile } from '@renderer/data/journal/journal-file';

export interface MemoryJournal extends JournalFile {
  text: string;
  /** Why the disk refuses from now on; null = it does not. */
  refusal: string | null;
}

export function memoryJournal(): MemoryJournal {
  let part = 1;
  const journal: MemoryJournal = {
    text: '',
    refusal: null,
    append: (text) => {
      if (journal.refusal !== null) return Promise.reject(new Error(journal.refusal));
      journal.text += text;
      return Promise.resolve();
    },
    read: (from) => {
      const end = { part: String(part), offset: journal.text.length };
      const since = from?.part === end.part ? from.offset : 0;
      return Promise.resolve({ text: journal.text.slice(since), end, isLast: true });
    },
    dropBefore: () => Promise.resolve(),
    beginAnew: () => {
      part += 1;
      journal.text = '';
      return Promise.resolve();
    },
    ...takingTurns(),
  };
  return journal;
}

/** Windows of one computer; saves go one after another, too, which is stricter than they have to. */
export function takingTurns(): Pick<JournalFile, 'whileSaving' | 'whileComparing'> {
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const done = queue.then(job);
    queue = done.catch(() => undefined);
    return done;
  };
  return { whileSaving: inTurn, whileComparing: inTurn };
}
