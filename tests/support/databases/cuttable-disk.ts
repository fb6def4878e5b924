/**
 * A disk whose power can be cut. Beside the folder a program writes to, it keeps what would be left of it: a file as it was
 * when it was last flushed, a directory's names as they were when the directory was last flushed. Optionally some
 * unflushed files got there too, as operating systems write when they like.
 */
import {
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

export class CuttableDisk {
  readonly #live: string;
  readonly #kept: string;
  /** Where on the kept side a file lies, by its number in the live file system. */
  readonly #places = new Map<number, string>();

  /** @param live a folder nobody has open, taken as wholly on the disk; @param kept is made */
  constructor(live: string, kept: string) {
    this.#live = live;
    this.#kept = kept;
    cpSync(live, kept, { recursive: true });
  }

  /** Stands in for fsync. */
  flush = (fd: number, path: string): void => {
    const stat = fstatSync(fd);
    const place = join(this.#kept, relative(this.#live, path));
    if (stat.isDirectory()) this.#keepNames(path, place);
    else this.#keepFile(stat.ino, path, place);
  };

  /**
   * What is left after a power cut now.
   * @param alsoWritten asked for each unflushed data file whether it happened to be written too
   */
  cut(into: string, alsoWritten: (path: string) => boolean = () => false): void {
    cpSync(this.#kept, into, { recursive: true, mode: constants.COPYFILE_FICLONE });
    const data = join(this.#live, 'base');
    for (const entry of readdirSync(data, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && alsoWritten(path)) copyTo(path, join(into, relative(this.#live, path)));
    }
  }

  #keepFile(ino: number, path: string, place: string): void {
    const before = this.#places.get(ino);
    if (before !== undefined && before !== place) rmSync(before, { force: true });
    // A number is given again after its file was deleted, a name after its file was renamed.
    for (const [other, at] of this.#places) if (at === place) this.#places.delete(other);
    this.#places.set(ino, place);
    copyTo(path, place);
  }

  #keepNames(path: string, place: string): void {
    mkdirSync(place, { recursive: true });
    const names = new Map(readdirSync(path).map((name) => [lstatSync(join(path, name)).ino, name]));
    for (const [ino, from] of [...this.#places]) {
      const name = names.get(ino);
      if (name === undefined || from === join(place, name) || !existsSync(from)) continue;
      renameSync(from, join(place, name));
      this.#places.set(ino, join(place, name));
    }
    const live = new Set(names.values());
    for (const name of readdirSync(place))
      if (!live.has(name)) rmSync(join(place, name), { recursive: true });
  }
}

function copyTo(path: string, place: string): void {
  mkdirSync(dirname(place), { recursive: true });
  copyFileSync(path, place, constants.COPYFILE_FICLONE);
}
