/**
 * The files of PGlite, made durable. PostgreSQL calls fsync at the right moments by itself: the log before a commit is
 * answered, data files before a checkpoint counts, directories after a rename. In WebAssembly these calls end in a file
 * system that ignores them. This one does not.
 */
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** @param path of the file or directory; @param fd open on it. Throws when the disk refuses. */
export type Flush = (fd: number, path: string) => void;

/** The part of Emscripten's file system over Node that is reached into. */
interface NodeFiles {
  readonly stream_ops: { fsync?: (stream: { readonly nfd: number; readonly node: unknown }) => number };
  realPath(node: unknown): string;
  /** Turns an error of Node into the errno PostgreSQL expects, so that it stops instead of going on. */
  tryFSOperation<T>(operation: () => T): T;
}

export class DurableFiles extends NodeFS {
  readonly #flush: Flush;

  constructor(folder: string, flush: Flush) {
    super(folder);
    this.#flush = flush;
  }

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const install = (module: object) => {
      // The module's type leaves NODEFS out, which PGlite's own NodeFS mounts by the same name.
      const files = (module as { readonly NODEFS: NodeFiles }).NODEFS;
      files.stream_ops.fsync = ({ nfd, node }) => {
        files.tryFSOperation(() => this.#flush(nfd, files.realPath(node)));
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), install] } };
  }
}

/**
 * Options under which PostgreSQL calls fsync at all: PGlite's own, without `-F`. `wal_sync_method` is `fsync` because the
 * usual fdatasync has no way out of WebAssembly.
 */
export function durableOptions(folder: string, flush: Flush): PGliteOptions {
  const settings = { fsync: 'on', wal_sync_method: 'fsync', max_wal_size: '128MB', min_wal_size: '32MB' };
  const startParams = [
    ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  return { fs: new DurableFiles(folder, flush), startParams };
}

/** Flushes a file, or a directory's list of names. Windows has no way to flush a directory and needs none. */
export function flushToDisk(fd: number): void {
  try {
    fsyncSync(fd);
  } catch (error) {
    const isDirectoryOnWindows =
      process.platform === 'win32' && error instanceof Error && 'code' in error && error.code === 'EPERM';
    if (!isDirectoryOnWindows) throw error;
  }
}

/** Flushes a folder with all it holds: what was written before anybody called fsync. */
export function flushTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) flushTree(path);
    else if (entry.isFile()) flushPath(path, 'r+');
  }
  flushPath(folder, 'r');
}

export function flushPath(path: string, flags: 'r' | 'r+' = 'r'): void {
  // Windows cannot open a directory this way.
  if (process.platform === 'win32' && flags === 'r') return;
  const fd = openSync(path, flags);
  try {
    flushToDisk(fd);
  } finally {
    closeSync(fd);
  }
}
