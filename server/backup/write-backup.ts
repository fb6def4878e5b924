import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { serverProblems } from '@shared/problems/server-problems';
import type { Database, Queryable } from '../db/database';
import { DatabaseProblem } from '../db/database-problem';
import { listApplied } from '../db/migrate';
import { type BackupHeader, formatName, formatVersion } from './backup-format';
import { asPlainColumns, listTables, quoted, type Table } from './tables';

export interface WrittenBackup {
  readonly file: string;
  readonly bytes: number;
  readonly header: BackupHeader;
}

const rowsPerFetch = 200;

/**
 * Writes the whole county as it is at one moment, without holding it in memory. Others go on working; with the embedded
 * database they wait, it has one connection. The file appears under its name when it is whole and on the disk.
 * @throws DatabaseProblem `noCounty`, `backupNotWritten`
 */
export async function writeBackup(
  database: Database,
  file: string,
  createdAt: string,
): Promise<WrittenBackup> {
  const place = resolve(file);
  // Another process may be writing the same backup at this moment.
  const beside = `${place}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(place), { recursive: true });
    const header = await database.transaction((tx) => writeTo(beside, tx, createdAt), {
      isolation: 'repeatable read',
      isReadOnly: true,
    });
    await rename(beside, place);
    return { file: place, bytes: (await stat(place)).size, header };
  } catch (error) {
    await rm(beside, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    const isOfDisk = code !== undefined && /^E[A-Z]+$/.test(code);
    throw isOfDisk
      ? new DatabaseProblem(serverProblems.backupNotWritten({ file: place, reason: code }))
      : error;
  }
}

async function writeTo(file: string, tx: Queryable, createdAt: string): Promise<BackupHeader> {
  const [home] = await tx.query<{ readonly schema: string }>('select current_schema()::text as schema');
  const tables = await listTables(tx, home?.schema ?? 'public');
  const header = await readHeader(tx, tables, createdAt);
  // Residents' names and telephones are in it: nobody else on this machine may read it.
  const target = createWriteStream(file, { mode: 0o600 });
  await pipeline(Readable.from(withTrailer(linesOf(tx, header, tables))), createGzip(), target);
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
  return header;
}

async function readHeader(tx: Queryable, tables: readonly Table[], createdAt: string): Promise<BackupHeader> {
  const counties = await tx.query<{ id: string; name: string; seq: number; epoch: string }>(
    `select county_id as id, name, last_number(county_id) as seq,
       (select epoch from epochs where epochs.county_id = counties.county_id order by ordinal desc limit 1) as epoch
     from counties`,
  );
  const [county] = counties;
  if (county === undefined) throw new DatabaseProblem(serverProblems.noCounty({}));
  if (counties.length > 1) throw new Error('a database holds one county');
  const counted: { name: string; rows: number }[] = [];
  for (const { name } of tables) {
    const [row] = await tx.query<{ rows: number }>(`select count(*) as rows from ${quoted(name)}`);
    counted.push({ name, rows: row?.rows ?? 0 });
  }
  const { id, name, seq, epoch } = county;
  const migrations = (await listApplied(tx)).map((step) => ({ name: step.name, digest: step.digest }));
  return {
    format: formatName,
    version: formatVersion,
    createdAt,
    county: { id, name },
    seq,
    epoch,
    migrations,
    tables: counted,
  };
}

async function* linesOf(
  tx: Queryable,
  header: BackupHeader,
  tables: readonly Table[],
): AsyncGenerator<string> {
  yield `${JSON.stringify(header)}\n`;
  for (const table of tables) {
    yield `${JSON.stringify({ table: table.name })}\n`;
    yield* rowsOf(tx, table);
  }
}

async function* rowsOf(tx: Queryable, { name, columns, key }: Table): AsyncGenerator<string> {
  await tx.query(`declare backup_rows no scroll cursor for
    select row_to_json(line)::text as line from (
      select ${asPlainColumns(columns)} from ${quoted(name)} order by ${key.map(quoted).join(', ')}
    ) line`);
  for (;;) {
    const rows = await tx.query<{ readonly line: string }>(`fetch ${rowsPerFetch} from backup_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => `${line}\n`).join('');
  }
  await tx.query('close backup_rows');
}

async function* withTrailer(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const text of lines) {
    hash.update(text);
    yield text;
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
}
