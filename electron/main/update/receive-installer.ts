import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installer } from '@shared/ipc/release';
import { updateProblems } from '@shared/problems/update-problems';
import { UpdateRefusal } from './update-refusal';

/**
 * Copies an installer into a folder of its own and compares it with what was signed. Only a file that fits is left there.
 * @param onReceived bytes so far
 * @returns where it lies
 * @throws UpdateRefusal
 */
export async function receiveInstaller(
  installer: Installer,
  bytes: AsyncIterable<Uint8Array>,
  folder: string,
  onReceived: (byteCount: number) => void,
): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const path = join(folder, installer.name);
  try {
    await write(path, bytes, installer, onReceived);
    return path;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (error instanceof UpdateRefusal) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new UpdateRefusal(updateProblems.noRoom({}));
    // A stick pulled out or a line cut in the middle leaves half a file as well.
    throw new UpdateRefusal(updateProblems.damaged({ fileName: installer.name }));
  }
}

async function write(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { name, byteCount, sha256 }: Installer,
  onReceived: (byteCount: number) => void,
): Promise<void> {
  const hash = createHash('sha256');
  // What a person may read and run is this file and no other: nobody else can have made it.
  const file = await open(path, 'wx', 0o700);
  let received = 0;
  try {
    for await (const chunk of bytes) {
      received += chunk.byteLength;
      if (received > byteCount) break;
      hash.update(chunk);
      await file.writeFile(chunk);
      onReceived(received);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (received !== byteCount || hash.digest('hex') !== sha256)
    throw new UpdateRefusal(updateProblems.damaged({ fileName: name }));
}
