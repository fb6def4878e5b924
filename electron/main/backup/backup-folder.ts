/**
 * Where sealed backups lie: a folder a person chose, usually on a stick, or the program's own until then. What is in the
 * files and which of them go is the page's business.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  type BackupChoice,
  type BackupListing,
  type BackupPlace,
  type BackupWritten,
  backupExtension,
  type FolderTrouble,
  type StoredBackup,
} from '@shared/ipc/channels';
import { z } from 'zod';
import { codeOf } from '../files/error-code';
import { flushFolder } from '../files/flush-folder';
import { writeWhole } from '../files/write-whole';
import { log } from '../system/log';

export interface BackupFolder {
  /** Backups go into a folder of their own inside the chosen one, from now on. */
  choose(parent: string): Promise<BackupChoice>;
  place(): Promise<BackupPlace>;
  list(): Promise<BackupListing>;
  write(name: string, bytes: Uint8Array): Promise<BackupWritten>;
  /** null when it cannot be read (any more). */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  remove(name: string): Promise<BackupWritten>;
  /** Every backup in the program's own folder, whichever folder is chosen now. */
  removeOwn(): Promise<BackupWritten>;
}

/** As a person finds it on the stick. */
const folderName = '两新台账备份';
/**
 * Says what the folder is, and which: where the stick was pulled out, its mount point may be an empty folder of the
 * system's disk, and its letter may belong to somebody else's stick.
 */
const markName = '说明.txt';
const markText = (id: string): string =>
  `\uFEFF这个文件夹由“两新台账”自动存放备份，每天一份，请不要删除或改名。\r\n备份是加密的，在“两新台账”的“设置 · 备份”里查看、校验和恢复。\r\n编号 ${id}\r\n`;
const markPattern = /编号 ([0-9a-f-]{36})/;

/** More than the longest header of a backup. */
const headBytes = 64 * 1024;

const chosenSchema = z.object({ folder: z.string().min(1), id: z.string() });
type Chosen = z.infer<typeof chosenSchema>;

class Trouble extends Error {
  constructor(readonly kind: FolderTrouble) {
    super(kind);
  }
}

/** @param programFolder the program's own folder, which also remembers the choice */
export function openBackupFolder(programFolder: string): BackupFolder {
  const memory = join(programFolder, 'backup-folder.json');
  const own = join(programFolder, 'backups');
  /** The folder, certainly the one that was chosen. @throws Trouble */
  const current = async (): Promise<string> => {
    const chosen = await chosenIn(memory);
    if (chosen === null) {
      await mkdir(own, { recursive: true });
      return own;
    }
    if ((await markOf(chosen.folder)) !== chosen.id) throw new Trouble('missing');
    return chosen.folder;
  };
  const attempt = async <T>(job: (folder: string) => Promise<T>): Promise<T | FailedFolder> => {
    try {
      return await job(await current());
    } catch (error) {
      return failed(error);
    }
  };
  return {
    async choose(parent) {
      try {
        const folder = basename(parent) === folderName ? parent : join(parent, folderName);
        await mkdir(folder, { recursive: true });
        const id = (await markOf(folder)) ?? (await writeMark(folder));
        await writeWhole(memory, Buffer.from(JSON.stringify({ folder, id } satisfies Chosen)));
        return { status: 'chosen', place: placeOf({ folder, id }) };
      } catch (error) {
        return failed(error);
      }
    },
    place: async () => placeOf(await chosenIn(memory)),
    list: () => attempt(async (folder) => ({ status: 'listed', files: await filesIn(folder) })),
    write: (name, bytes) =>
      attempt(async (folder) => {
        await writeWhole(join(folder, name), bytes);
        return { status: 'written' };
      }),
    read: (name) => current().then((folder) => bytesOf(join(folder, name)), none),
    remove: (name) => attempt((folder) => removeFrom(folder, name)),
    async removeOwn() {
      try {
        await rm(own, { recursive: true, force: true });
        await flushFolder(programFolder);
        return { status: 'written' };
      } catch (error) {
        return failed(error);
      }
    },
  };
}

const none = () => null;

const bytesOf = (path: string): Promise<Uint8Array<ArrayBuffer> | null> =>
  readFile(path).then((bytes) => new Uint8Array(bytes), none);

async function removeFrom(folder: string, name: string): Promise<BackupWritten> {
  // Whatever the page thinks: the last one stays.
  if ((await filesIn(folder)).length < 2) throw new Trouble('other');
  await rm(join(folder, name), { force: true });
  await flushFolder(folder);
  return { status: 'written' };
}

interface FailedFolder {
  readonly status: 'failed';
  readonly trouble: FolderTrouble;
}

async function chosenIn(memory: string): Promise<Chosen | null> {
  const text = await readFile(memory, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return chosenSchema.parse(JSON.parse(text));
  } catch {
    // Damaged: backups go to the program's own folder, and the page shows that nobody has chosen one.
    return null;
  }
}

const placeOf = (chosen: Chosen | null): BackupPlace =>
  chosen === null
    ? { kind: 'program', label: '' }
    : { kind: 'chosen', label: join(basename(dirname(chosen.folder)) || dirname(chosen.folder), folderName) };

async function markOf(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, markName), 'utf8').catch(() => '');
  return markPattern.exec(text)?.[1] ?? null;
}

async function writeMark(folder: string): Promise<string> {
  const id = randomUUID();
  await writeWhole(join(folder, markName), Buffer.from(markText(id)));
  return id;
}

async function filesIn(folder: string): Promise<StoredBackup[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith(`.${backupExtension}`));
  return Promise.all(names.map(({ name }) => startOf(folder, name)));
}

async function startOf(folder: string, name: string): Promise<StoredBackup> {
  const file = await open(join(folder, name));
  try {
    const { size } = await file.stat();
    const head = new Uint8Array(Math.min(size, headBytes));
    await file.read(head, 0, head.length, 0);
    return { name, byteCount: size, head };
  } finally {
    await file.close();
  }
}

function failed(error: unknown): FailedFolder {
  const trouble = error instanceof Trouble ? error.kind : troubleOf(error);
  log.warn('the folder of backups was not usable', trouble, error instanceof Trouble ? '' : codeOf(error));
  return { status: 'failed', trouble };
}

function troubleOf(error: unknown): FolderTrouble {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
    case 'EIO':
      return 'missing';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
    case 'EROFS':
      return 'notWritable';
    default:
      return 'other';
  }
}
