import type { BackupChoice } from '@shared/ipc/channels';
import { BrowserWindow, dialog, type WebContents } from 'electron';
import type { BackupFolder } from './backup-folder';

/** Asks a person for the folder; the page hears only what it may call it. */
export async function chooseBackupFolder(page: WebContents, backups: BackupFolder): Promise<BackupChoice> {
  const window = BrowserWindow.fromWebContents(page);
  const options = {
    title: '选择放备份的 U 盘或文件夹',
    properties: ['openDirectory' as const, 'createDirectory' as const],
  };
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  const [folder] = filePaths;
  return canceled || folder === undefined ? { status: 'cancelled' } : backups.choose(folder);
}
