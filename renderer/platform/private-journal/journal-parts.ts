/**
 * The journal of edits as numbered parts, the newest at the end. Every window of the ledger has one of these over the same
 * folder; whoever calls sees to it that only one call runs at a time among all of them.
 */
import type { PlatformJournal } from '../platform';
import { type PartFolder, type PartHandle, textFrom, withHandle, writeAndFlush } from './part-folder';

export type JournalParts = Pick<PlatformJournal, 'append' | 'read' | 'dropBefore' | 'beginAnew'>;

/** A part is read as one piece: small enough to pass to the page at once. */
const usualPartBytes = 8 * 2 ** 20;
const partPattern = /^(\d{6})\.log$/;
const lineBreak = 0x0a;

export function openJournalParts(folder: PartFolder, partBytes = usualPartBytes): JournalParts {
  /** The newest as far as this window knows; another one may have begun the next, or all anew. */
  let newest: string | null = null;

  const openNewest = async (): Promise<PartHandle> => {
    const known = newest === null ? null : await openUnlessFull(folder, newest, partBytes);
    if (known) return known;
    const last = (await partNames(folder)).at(-1) ?? null;
    newest = last;
    const found = last === null ? null : await openUnlessFull(folder, last, partBytes);
    if (found) return found;
    newest = nameAfter(last);
    return begin(newest);
  };
  const begin = async (name: string): Promise<PartHandle> => {
    const handle = await folder.open(fileOf(name), 'create');
    if (handle === null) throw new Error('no part');
    return handle;
  };

  return {
    append: async (text) => withHandle(await openNewest(), (handle) => appendTo(handle, text)),
    async read(from) {
      const names = await partNames(folder);
      const name = from?.part ?? names[0] ?? nameAfter(null);
      const handle = await folder.open(fileOf(name), 'existing');
      const [text, offset] =
        handle === null
          ? ['', 0]
          : withHandle(handle, (open) => [textFrom(open, from?.offset ?? 0), open.getSize()]);
      const next = names.find((other) => other > name);
      return next === undefined
        ? { text, end: { part: name, offset }, isLast: true }
        : { text, end: { part: next, offset: 0 }, isLast: false };
    },
    async dropBefore(part) {
      const names = await partNames(folder);
      for (const name of names.slice(0, -1)) if (name < part) await folder.remove(fileOf(name));
    },
    async beginAnew() {
      const names = await partNames(folder);
      newest = nameAfter(names.at(-1) ?? null);
      // First: the next number must not be given out again.
      withHandle(await begin(newest), (handle) => handle.flush());
      for (const name of names) await folder.remove(fileOf(name));
    },
  };
}

const fileOf = (part: string): string => `${part}.log`;
const nameAfter = (part: string | null): string => String(Number(part ?? 0) + 1).padStart(6, '0');

const partNames = async (folder: PartFolder): Promise<string[]> =>
  (await folder.names()).flatMap((file) => partPattern.exec(file)?.[1] ?? []).sort();

async function openUnlessFull(
  folder: PartFolder,
  part: string,
  partBytes: number,
): Promise<PartHandle | null> {
  const handle = await folder.open(fileOf(part), 'existing');
  if (handle === null || handle.getSize() < partBytes) return handle;
  handle.close();
  return null;
}

function appendTo(handle: PartHandle, text: string): void {
  const size = handle.getSize();
  const last = new Uint8Array(1);
  // A power cut left half a line: what follows must not be read as part of it.
  const isHalf = size > 0 && handle.read(last, { at: size - 1 }) === 1 && last[0] !== lineBreak;
  writeAndFlush(handle, isHalf ? `\n${text}` : text, size);
}
