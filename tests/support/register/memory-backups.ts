/** A folder of backups in memory, which a test can fill up, pull out and damage. */
import { FolderRefusal, type PlatformBackups } from '@renderer/platform/platform';
import type { FolderTrouble } from '@shared/ipc/channels';

export interface MemoryBackups extends PlatformBackups {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  /** Why it refuses from now on; null = it does not. */
  trouble: FolderTrouble | null;
  /** What a bad stick makes of what is written. */
  spoil: ((bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) | null;
}

export function memoryBackups(): MemoryBackups {
  const answer = <T>(value: () => T): Promise<T> =>
    backups.trouble === null ? Promise.resolve(value()) : Promise.reject(new FolderRefusal(backups.trouble));
  const backups: MemoryBackups = {
    files: new Map(),
    trouble: null,
    spoil: null,
    place: () => Promise.resolve({ kind: 'chosen', label: 'U盘/两新台账备份' }),
    choose: () => backups.place(),
    list: () =>
      answer(() =>
        [...backups.files].map(([name, bytes]) => ({
          name,
          byteCount: bytes.length,
          head: bytes.slice(0, 65_536),
        })),
      ),
    write: (name, bytes) =>
      answer(() => {
        backups.files.set(name, backups.spoil?.(bytes.slice()) ?? bytes);
      }),
    read: (name) => answer(() => backups.files.get(name) ?? null),
    remove: (name) =>
      answer(() => {
        backups.files.delete(name);
      }),
    removeOwn: () => answer(() => backups.files.clear()),
  };
  return backups;
}
