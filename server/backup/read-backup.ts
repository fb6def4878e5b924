/** Reads a backup file line by line and believes nothing: every way of being damaged ends in one sentence. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { serverProblems } from '@shared/problems/server-problems';
import { DatabaseProblem } from '../db/database-problem';
import { type BackupHeader, backupHeader, backupTrailer, formatVersion, tableLine } from './backup-format';

export interface BackupRows {
  readonly table: string;
  /** Rows as JSON texts, a part of the table's. */
  readonly rows: readonly string[];
}

const rowsPerPart = 500;
/** Rows of documents with a long history are large: parts are limited in size too. */
const charactersPerPart = 2_000_000;

/**
 * Reads the whole file without keeping it.
 * @returns its header
 * @throws DatabaseProblem when anything about it is wrong: `backupUnreadable`, `backupForeign`, `backupNewer`,
 *   `backupDamaged`
 */
export async function verifyBackup(file: string): Promise<BackupHeader> {
  let header: BackupHeader | null = null;
  for await (const part of readBackup(file, (found) => {
    header = found;
  }))
    void part;
  if (header === null) throw damaged(file);
  return header;
}

/**
 * The rows in the order of the file. The last step fails when the file is not what its trailer says, so what was done
 * with the rows has to be taken back then.
 * @param onHeader called once, before the first rows
 */
export async function* readBackup(
  file: string,
  onHeader: (header: BackupHeader) => void | Promise<void>,
): AsyncGenerator<BackupRows> {
  const hash = createHash('sha256');
  const lines = linesOf(file);
  const next = async () => {
    const { value } = await lines.next();
    if (value === undefined) throw damaged(file);
    return value;
  };
  const nextHashed = async () => {
    const line = await next();
    hash.update(line).update('\n');
    return line;
  };
  const header = parseHeader(file, await nextHashed());
  await onHeader(header);
  for (const { name, rows } of header.tables) {
    if (parse(tableLine, await nextHashed())?.table !== name) throw damaged(file);
    yield* inParts(name, rows, nextHashed);
  }
  const trailer = parse(backupTrailer, await next());
  if (trailer?.sha256 !== hash.digest('hex') || !(await lines.next()).done) throw damaged(file);
}

async function* inParts(
  table: string,
  count: number,
  next: () => Promise<string>,
): AsyncGenerator<BackupRows> {
  let rows: string[] = [];
  let characters = 0;
  for (let left = count; left > 0; left--) {
    const row = await next();
    rows.push(row);
    characters += row.length;
    if (rows.length < rowsPerPart && characters < charactersPerPart && left > 1) continue;
    yield { table, rows };
    rows = [];
    characters = 0;
  }
}

function parseHeader(file: string, line: string): BackupHeader {
  const header = parse(backupHeader, line);
  if (header === null) throw new DatabaseProblem(serverProblems.backupForeign({ file }));
  if (header.version > formatVersion) throw new DatabaseProblem(serverProblems.backupNewer({ file }));
  return header;
}

function parse<T>(
  schema: { safeParse(value: unknown): { readonly data?: T | undefined } },
  line: string,
): T | null {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  const source = createReadStream(file);
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for await (const chunk of source.pipe(plain)) {
      // A stream without encoding gives buffers.
      const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } catch (error) {
    throw toProblem(file, error);
  } finally {
    source.destroy();
  }
  if (rest !== '') throw damaged(file);
  return undefined;
}

const damaged = (file: string): DatabaseProblem =>
  new DatabaseProblem(serverProblems.backupDamaged({ file }));

function toProblem(file: string, error: unknown): Error {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== undefined)
    return new DatabaseProblem(serverProblems.backupUnreadable({ file, reason: code ?? '' }));
  // Not gzip at all from the first byte on; anything later is damage.
  if (error instanceof Error && error.message === 'incorrect header check')
    return new DatabaseProblem(serverProblems.backupForeign({ file }));
  return error instanceof DatabaseProblem ? error : damaged(file);
}
