/** Backups in a folder of this computer or on a stick, through the main process. */
import type { BackupWritten } from '@shared/ipc/channels';
import type { DesktopBridge } from '@shared/ipc/desktop-bridge';
import { FolderRefusal, type PlatformBackups } from './platform';

export function createDesktopBackups(bridge: DesktopBridge): PlatformBackups {
  const written = (result: BackupWritten) => {
    if (result.status === 'failed') throw new FolderRefusal(result.trouble);
  };
  return {
    place: () => bridge.backupPlace(),
    async choose() {
      const result = await bridge.chooseBackupFolder();
      if (result.status === 'failed') throw new FolderRefusal(result.trouble);
      return result.status === 'chosen' ? result.place : null;
    },
    async list() {
      const result = await bridge.listBackups();
      if (result.status === 'failed') throw new FolderRefusal(result.trouble);
      return result.files;
    },
    write: async (name, bytes) => written(await bridge.writeBackup(name, bytes)),
    read: (name) => bridge.readBackup(name),
    remove: async (name) => written(await bridge.removeBackup(name)),
    removeOwn: async () => written(await bridge.removeOwnBackups()),
  };
}
