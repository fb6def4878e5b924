/** What OPFS gives to a worker, over a folder of this disk. */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PartFolder, PartHandle } from '@renderer/platform/private-journal/part-folder';

/** @param room bytes one write may have; tests make it smaller than what is to be written */
export function diskPartFolder(
  path: string,
  room: () => number = () => Number.POSITIVE_INFINITY,
): PartFolder {
  mkdirSync(path, { recursive: true });
  return {
    names: () => Promise.resolve(readdirSync(path)),
    open: (name, how) => {
      if (how === 'existing' && !readdirSync(path).includes(name)) return Promise.resolve(null);
      return Promise.resolve(handleOf(join(path, name), room));
    },
    remove: (name) => {
      rmSync(join(path, name), { force: true });
      return Promise.resolve();
    },
  };
}

function handleOf(file: string, room: () => number): PartHandle {
  closeSync(openSync(file, 'a'));
  const id = openSync(file, 'r+');
  return {
    getSize: () => fstatSync(id).size,
    read: (into, { at }) => readSync(id, into, 0, into.length, at),
    write: (bytes, { at }) => writeSync(id, bytes, 0, Math.min(bytes.length, room()), at),
    truncate: (size) => ftruncateSync(id, size),
    flush: () => fsyncSync(id),
    close: () => closeSync(id),
  };
}
