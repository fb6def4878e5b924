/** Where the journal lies: outside the database, so that losing the one does not lose the other. */

/** A place in the journal: everything before it has been read. Parts are in the order they were begun. */
export interface JournalPosition {
  readonly part: string;
  /** Bytes of that part. */
  readonly offset: number;
}

export interface JournalText {
  /** The rest of one part. */
  readonly text: string;
  /** Where to read on, or where the next text will stand. */
  readonly end: JournalPosition;
  readonly isLast: boolean;
}

export interface JournalFile {
  /** Text as it is to be appended, unreadable without the key; missing where it lies plain. */
  readonly seal?: (text: string) => Promise<string>;
  /** Resolves when the text is on the disk, not merely handed over. @throws saying why it is not */
  append(text: string): Promise<void>;
  /** @param from null = from the oldest text that is kept */
  read(from: JournalPosition | null): Promise<JournalText>;
  /** Removes the parts before this one, for good; the newest always stays. */
  dropBefore(part: string): Promise<void>;
  /** Removes everything written so far, for good. Positions go on growing. */
  beginAnew(): Promise<void>;
  /** Runs a save, which writes here first and into the register then. Windows save at the same time. */
  whileSaving<T>(job: () => Promise<T>): Promise<T>;
  /** Runs a comparison of journal and register: what a window has written here and not yet there is no loss. */
  whileComparing<T>(job: () => Promise<T>): Promise<T>;
}
