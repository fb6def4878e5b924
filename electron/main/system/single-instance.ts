import { app, BrowserWindow } from 'electron';
import { offerOpened } from './opened-from-outside';

/**
 * One profile, one writer: a second process would open the same IndexedDB. It hands over to the first one, which
 * comes to the front and takes the file or address the second was opened with.
 * @returns whether this process is the one that goes on
 */
export function claimSingleInstance(): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, args, folder) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    void offerOpened(args, folder);
  });
  return true;
}
