/**
 * npm run read-workbook -- FILE… --json OUT: reads workbooks with the very steps of the import wizard and writes
 * what was read and every problem as JSON. Nothing is stored. Exit code 0 when every file could be opened.
 */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { findSizeProblem, readCells } from '@renderer/workers/workbook/read-cells';
import { firstLook } from '@shared/import/model';
import { readWorkbook } from '@shared/import/read-workbook';
import { chinaDayOf } from '@shared/lib/day';
import { fileProblems } from '@shared/problems/file-problems';
import type { Problem } from '@shared/problems/problem';
import { type FlatSheet, toFlatSheet } from './flat-sheet';

interface FlatFile {
  readonly sheets: Readonly<Record<string, FlatSheet>>;
  readonly problems: readonly { readonly code: string; readonly text: string }[];
}

interface Arguments {
  readonly files: readonly string[];
  readonly json: string | null;
}

/** npm changes into the project folder; paths are meant from where the command was typed. */
const fromCaller = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

const usage = '用法：npm run read-workbook -- 文件… --json 结果.json';

function parseArguments(args: readonly string[]): Arguments {
  const at = args.indexOf('--json');
  const json = at < 0 ? null : (args[at + 1] ?? null);
  const files = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  return { files, json };
}

const refused = ({ code, text }: Problem): FlatFile => ({ sheets: {}, problems: [{ code, text }] });

async function readFlat(path: string): Promise<FlatFile> {
  const fileName = basename(path);
  const bytes = await load(path, fileName);
  if (!(bytes instanceof Uint8Array)) return refused(bytes);
  const cells = await readCells(bytes, fileName);
  const read = readWorkbook(cells, firstLook(chinaDayOf(new Date().toISOString())));
  return {
    sheets: Object.fromEntries(read.sheets.map((sheet) => [sheet.name, toFlatSheet(sheet)])),
    problems: read.problems.map(({ code, text }) => ({ code, text })),
  };
}

/** Bytes, or why they cannot be had. The size is asked first: a huge file is never loaded. */
async function load(path: string, fileName: string): Promise<Uint8Array | Problem> {
  try {
    const { size } = await stat(fromCaller(path));
    return findSizeProblem(fileName, size) ?? new Uint8Array(await readFile(fromCaller(path)));
  } catch {
    return fileProblems.unreadable({ fileName });
  }
}

/** Two files of one name in different folders stay apart. */
function keyFor(path: string, taken: ReadonlySet<string>): string {
  const name = basename(path);
  return taken.has(name) ? path : name;
}

function describe(name: string, file: FlatFile): string {
  const lines = Object.entries(file.sheets).map(([sheet, read]) => {
    const counts = `单位${read.units.length} 党组织${read.partyOrgs.length} 指导员${read.instructors.length} 阵地${read.partyRooms.length} 人员${read.people.length}`;
    return `  ${sheet}（${read.kind}）：${counts}，问题${read.problems.length}条`;
  });
  return [name, ...file.problems.map(({ text }) => `  ${text}`), ...lines].join('\n');
}

async function main(): Promise<number> {
  const { files, json } = parseArguments(process.argv.slice(2));
  if (files.length === 0 || json === null) {
    console.error(usage);
    return 2;
  }
  const result: Record<string, FlatFile> = {};
  let isAllOpened = true;
  for (const path of files) {
    const file = await readFlat(path);
    const key = keyFor(path, new Set(Object.keys(result)));
    result[key] = file;
    if (file.problems.length > 0) isAllOpened = false;
    console.log(describe(key, file));
  }
  await writeFile(fromCaller(json), `${JSON.stringify({ files: result }, null, 2)}\n`);
  return isAllOpened ? 0 : 1;
}

process.exitCode = await main();
