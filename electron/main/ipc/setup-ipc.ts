import { join } from 'node:path';
import { app, Notification } from 'electron';
import { openBackupFolder } from '../backup/backup-folder';
import { chooseBackupFolder } from '../backup/choose-backup-folder';
import { offeredPackages, readOffered } from '../files/opened-packages';
import { saveAs } from '../files/save-as';
import { saveLog } from '../files/save-log';
import { savePdf } from '../files/save-pdf';
import { appendOrSay } from '../journal/append-or-say';
import { openJournal } from '../journal/journal-folder';
import { readKeyFile, writeKeyFile } from '../keys/key-file';
import { guardKey, openGuardedKey } from '../keys/system-guard';
import { takeLink } from '../links/offered-link';
import { opensAtLogin, setOpensAtLogin } from '../system/login-item';
import { openUpdates } from '../update/setup-updates';
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
  handle('package:list', offeredPackages);
  handle('package:read', (_page, token) => readOffered(token));
  handle('link:take', takeLink);
  handle('app:opensAtLogin', opensAtLogin);
  handle('app:setOpensAtLogin', (_page, opens) => setOpensAtLogin(opens));
  handle('log:save', saveLog);
  const updates = openUpdates();
  handle('update:look', updates.look);
  handle('update:install', updates.install);
  handle('update:progress', updates.progress);
  handle('app:notify', (_page, message) => {
    if (!Notification.isSupported()) return false;
    new Notification(message).show();
    return true;
  });
  setupJournal();
  setupBackups();
  handle('keys:read', readKeyFile);
  handle('keys:write', (_page, text) => writeKeyFile(text));
  handle('keys:guard', (_page, key) => guardKey(key));
  handle('keys:open', (_page, text) => openGuardedKey(text));
  handle('window:mayClose', (page) => {
    mayClose(page);
    return undefined;
  });
}

function setupJournal(): void {
  const journal = openJournal(join(app.getPath('userData'), 'journal'));
  handle('journal:append', (_page, text) => appendOrSay(journal, text));
  handle('journal:read', (_page, from) => journal.read(from));
  handle('journal:beginAnew', async () => {
    await journal.beginAnew();
    return undefined;
  });
  handle('journal:dropBefore', async (_page, part) => {
    await journal.dropBefore(part);
    return undefined;
  });
}

function setupBackups(): void {
  const backups = openBackupFolder(app.getPath('userData'));
  handle('backup:choose', (page) => chooseBackupFolder(page, backups));
  handle('backup:place', backups.place);
  handle('backup:list', backups.list);
  handle('backup:write', (_page, name, bytes) => backups.write(name, bytes));
  handle('backup:read', (_page, name) => backups.read(name));
  handle('backup:remove', (_page, name) => backups.remove(name));
  handle('backup:removeOwn', backups.removeOwn);
}
