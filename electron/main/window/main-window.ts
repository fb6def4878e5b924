import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';
import { APP_ORIGIN } from './app-protocol';

export async function openMainWindow(): Promise<void> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    // Shown when the first screen is drawn; an empty white frame looks like a crash on a slow disk.
    show: false,
    autoHideMenuBar: true,
    title: '两新台账',
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${APP_ORIGIN}/`);
}

/** Starting the ledger again brings the open window to the front. */
export function setupSecondInstance(): void {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}
