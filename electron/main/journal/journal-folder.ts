/**
 * The journal of edits: text parts in one folder, appended and flushed. What the lines mean is the page's business.
 * It lies outside the browser's database, which a full disk or a damaged profile can make Chromium throw away.
 */
import { type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChannelArgs, JournalRead } from '@shared/ipc/channels';
import { flushFolder } from '../files/flush-folder';

type Position = ChannelArgs<'journal:read'>[0];

export interface Journal {
  /** Resolves when the text is on the disk. One after another, whoever asks. */
  append(text: string): Promise<void>;
  /** The rest of the part at a position; of the oldest part when null. */
  read(from: Position): Promise<JournalRead>;
  /** Removes the parts before this one; the newest always stays. */
  dropBefore(part: string): Promise<void>;
  /** Removes every part; the next one gets the next number, so that an older position never points into it. */
  beginAnew(): Promise<void>;
}

/** A part is read as one piece: small enough to pass to the page at once. */
const usualPartBytes = 8 * 2 ** 20;
const partPattern = /^(\d{6})\.log$/;

interface OpenPart {
  readonly name: string;
  readonly file: FileHandle;
  size: number;
}

export function openJournal(folder: string, partBytes = usualPartBytes): Journal {
  let part: OpenPart | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const append = async (text: string): Promise<void> => {
    if (part && part.size >= partBytes) {
      await part.file.close();
      part = null;
    }
    part ??= await openPart(folder, partBytes);
    try {
      part.size += await writeAndFlush(part, text);
    } catch (error) {
      // The part may end in half a line: begun anew, it is closed with a line break first.
      await part.file.close().catch(() => undefined);
      part = null;
      throw error;
    }
  };
  const inTurn = (job: () => Promise<void>): Promise<void> => {
    const done = queue.then(job);
    queue = done.catch(() => undefined);
    return done;
  };
  const beginAnew = async (): Promise<void> => {
    const names = await partNames(folder);
    await part?.file.close();
    part = await openForAppending(folder, nameOf(Number(names.at(-1) ?? 0) + 1));
    for (const name of names) await rm(join(folder, `${name}.log`));
    await flushFolder(folder);
  };
  return {
    append: (text) => inTurn(() => append(text)),
    beginAnew: () => inTurn(beginAnew),
    dropBefore: (name) => inTurn(() => dropBefore(folder, name)),
    async read(from) {
      const names = await partNames(folder);
      const name = from?.part ?? names[0] ?? nameOf(1);
      const bytes = names.includes(name) ? await readFile(join(folder, `${name}.log`)) : Buffer.alloc(0);
      const later = names.filter((other) => other > name);
      const end = { part: name, offset: bytes.length };
      const text = bytes.subarray(from?.offset ?? 0).toString('utf8');
      const [next] = later;
      return next === undefined
        ? { text, end, isLast: true }
        : { text, end: { part: next, offset: 0 }, isLast: false };
    },
  };
}

async function dropBefore(folder: string, part: string): Promise<void> {
  const names = await partNames(folder);
  for (const name of names.slice(0, -1)) if (name < part) await rm(join(folder, `${name}.log`));
  await flushFolder(folder);
}

const nameOf = (count: number): string => String(count).padStart(6, '0');

async function partNames(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  return (await readdir(folder)).flatMap((file) => partPattern.exec(file)?.[1] ?? []).sort();
}

/** The newest part, or a new one when it is full. */
async function openPart(folder: string, partBytes: number): Promise<OpenPart> {
  const last = (await partNames(folder)).at(-1);
  if (last !== undefined) {
    const known = await openForAppending(folder, last);
    if (known.size < partBytes) return known;
    await known.file.close();
  }
  return openForAppending(folder, nameOf(Number(last ?? 0) + 1));
}

async function openForAppending(folder: string, name: string): Promise<OpenPart> {
  const file = await open(join(folder, `${name}.log`), 'a+');
  const { size } = await file.stat();
  const part: OpenPart = { name, file, size };
  if (size === 0) {
    await flushFolder(folder);
    return part;
  }
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  // A power cut or a full disk left half a line: what follows must not be read as part of it.
  if (buffer.toString('latin1') !== '\n') part.size += await writeAndFlush(part, '\n');
  return part;
}

async function writeAndFlush({ file }: OpenPart, text: string): Promise<number> {
  const bytes = Buffer.from(text, 'utf8');
  await file.appendFile(bytes);
  await file.datasync();
  return bytes.length;
}
