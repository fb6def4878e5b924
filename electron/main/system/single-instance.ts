import { app, BrowserWindow } from 'electron';

/**
 * One profile, one writer: a second process would open the same IndexedDB. It hands over to the first one, which
 * comes to the front.
 * @returns whether this process is the one that goes on
 */
export function claimSingleInstance(): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  return true;
}
