/** One process per profile. A later one tells the first and is refused. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the second process was started. */
export interface Start {
  readonly args: readonly string[];
  readonly folder: string;
}

/** Unix sockets have short names; a profile may lie deep. */
const socketOf = (profile: string): string =>
  join(tmpdir(), `host-${createHash('sha256').update(profile).digest('hex').slice(0, 16)}.sock`);

/** @returns whether this process is the first. Synchronous, as Electron's is. */
export function claimLock(profile: string, onSecond: (start: Start) => void): boolean {
  const socket = socketOf(profile);
  const said = JSON.stringify({ args: process.argv, folder: process.cwd() } satisfies Start);
  const knock = `require('node:net').connect(${JSON.stringify(socket)}).on('connect', function () { this.end(${JSON.stringify(said)}, () => process.exit(0)) }).on('error', () => process.exit(1))`;
  if (spawnSync(process.execPath, ['-e', knock]).status === 0) return false;
  // Left behind by a process that was killed.
  rmSync(socket, { force: true });
  const server = createServer((connection) => {
    let heard = '';
    connection.on('data', (text) => (heard += String(text)));
    connection.on('end', () => onSecond(JSON.parse(heard) as Start));
  });
  server.listen(socket);
  server.unref();
  return true;
}
