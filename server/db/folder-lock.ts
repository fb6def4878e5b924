/**
 * One process at a time on one data folder: a second would destroy the database. The lock is a listening local socket
 * named after the folder: the operating system takes it away with its process, however that ends, so that a power cut
 * leaves nothing behind that would keep the county from starting.
 */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** @returns lets go; null when another process, or this one, holds the folder */
export async function lockFolder(folder: string): Promise<(() => Promise<void>) | null> {
  const name = socketName(folder);
  const server = (await tryListen(name)) ?? (await takeOver(name));
  if (server === null) return null;
  // It waits for nobody and must not keep the process alive.
  server.unref();
  return () => new Promise((done) => server.close(() => done()));
}

function socketName(folder: string): string {
  const place = resolve(folder);
  // The folder itself may not exist yet; a path through a symbolic link is the same place.
  const real = join(realpathSync(dirname(place)), basename(place));
  const name = `two-new-ledger-${createHash('sha256').update(real).digest('hex').slice(0, 32)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function tryListen(name: string): Promise<Server | null> {
  return new Promise((found, failed) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? found(null) : failed(error),
    );
    server.listen(name, () => found(server));
  });
}

/** Where the socket is a file, it outlives its process: nobody answers there any more. */
async function takeOver(name: string): Promise<Server | null> {
  if (process.platform === 'linux' || process.platform === 'win32' || (await isAnswered(name))) return null;
  await rm(name, { force: true });
  return tryListen(name);
}

function isAnswered(name: string): Promise<boolean> {
  return new Promise((found) => {
    const socket = connect(name, () => {
      socket.destroy();
      found(true);
    });
    socket.once('error', () => found(false));
  });
}
