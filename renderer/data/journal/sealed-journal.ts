/**
 * A journal whose lines nobody reads without the key. Each line is sealed for itself: half a line at the end, or a damaged
 * one, costs that line and no other.
 */
import type { Sealer } from '@renderer/keys/sealer';
import { bytesOfText, textOfBytes } from '@renderer/platform/bytes-text';
import type { JournalFile } from './journal-file';

/** What a sealed line begins with; lines of a journal begun without a key have a check sum there. */
const mark = 'sealed ';
const about = 'journal';

export const sealedJournal = (file: JournalFile, sealer: Sealer): JournalFile => ({
  async seal(text) {
    const lines = await Promise.all(linesOf(text).map((line) => sealLine(sealer, line)));
    return lines.join('');
  },
  append: file.append,
  async read(from) {
    const { text, ...rest } = await file.read(from);
    const lines = await Promise.all(linesOf(text).map((line) => openLine(sealer, line)));
    return { ...rest, text: lines.map((line) => `${line}\n`).join('') };
  },
  dropBefore: file.dropBefore,
  beginAnew: file.beginAnew,
  whileSaving: file.whileSaving,
  whileComparing: file.whileComparing,
});

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

async function sealLine(sealer: Sealer, line: string): Promise<string> {
  const sealed = await sealer.seal(new TextEncoder().encode(line), about);
  return `${mark}${textOfBytes(sealed)}\n`;
}

/** A line that does not open stays as it is: whoever reads the journal counts it as damaged. */
async function openLine(sealer: Sealer, line: string): Promise<string> {
  if (!line.startsWith(mark)) return line;
  try {
    return new TextDecoder().decode(await sealer.open(bytesOfText(line.slice(mark.length)), about));
  } catch {
    return line;
  }
}
