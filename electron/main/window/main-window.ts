import { fileURLToPath } from 'node:url';
import { desktopProblems } from '@shared/problems/desktop-problems';
import { BrowserWindow, dialog } from 'electron';
import { APP_ORIGIN } from '../app-protocol';
import { log } from '../system/log';
import { closeWhenWritten } from './finish-writing';
import { lastWindowState } from './window-state';

export async function openMainWindow(): Promise<void> {
  const { bounds, isMaximized } = lastWindowState();
  const window = new BrowserWindow({
    ...bounds,
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
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  closeWhenWritten(window);
  reopenAfterCrash(window);
  await window.loadURL(`${APP_ORIGIN}/`);
}

function reopenAfterCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error('the page stopped', reason);
    if (reason === 'clean-exit') return;
    const options = {
      type: 'error' as const,
      message: desktopProblems.pageStopped({}).text,
      buttons: ['重新打开', '退出'],
      defaultId: 0,
    };
    void dialog.showMessageBox(window, options).then(({ response }) => {
      if (response === 0) window.webContents.reload();
      else window.destroy();
    });
  });
}
