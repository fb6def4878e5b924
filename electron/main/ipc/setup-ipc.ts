import { app, Notification } from 'electron';
import { saveAs } from '../files/save-as';
import { savePdf } from '../files/save-pdf';
import { mayClose } from '../window/finish-writing';
import { handle } from './handle';

/** One line per channel of shared/ipc/channels.ts. */
export function setupIpc(): void {
  handle('app:describe', () => ({
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
  }));
  handle('file:save', (page, name, bytes) => saveAs(page, name, () => bytes));
  handle('page:savePdf', savePdf);
  handle('app:opensAtLogin', () => app.getLoginItemSettings().openAtLogin);
  handle('app:setOpensAtLogin', (_page, openAtLogin) => {
    app.setLoginItemSettings({ openAtLogin });
    return app.getLoginItemSettings().openAtLogin;
  });
  handle('app:notify', (_page, message) => {
    if (!Notification.isSupported()) return false;
    new Notification(message).show();
    return true;
  });
  handle('window:mayClose', (page) => {
    mayClose(page);
    return undefined;
  });
}
