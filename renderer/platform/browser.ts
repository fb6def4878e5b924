import { createBrowserBackups } from './browser-backups';
import { deviceNameOf } from './device-name';
import { createKeptFiles } from './kept-files';
import { createBrowserKeyStore } from './key-store';
import { newId } from './new-id';
import type { Platform } from './platform';
import { localPreferences } from './preferences';
import { createPrivateJournal } from './private-journal/private-journal';
import { saveFile } from './save-file';

export function createBrowserPlatform(): Platform {
  const preferences = localPreferences(() => window.localStorage);
  const journal = createPrivateJournal();
  const keptFiles = createKeptFiles(newId);
  return {
    editionName: '浏览器版',
    deviceName: deviceNameOf(navigator.userAgent, preferences, newId),
    describeApp: () => Promise.resolve({ version: import.meta.env.VITE_APP_VERSION, runtime: '浏览器' }),
    saveFile,
    keepFile: keptFiles.keep,
    readKeptFile: keptFiles.read,
    removeKeptFiles: keptFiles.removeAll,
    print: () => window.print(),
    savePdf: null,
    startAtLogin: null,
    // A browser asks its user first, and an office that keeps the tab open sees the page itself.
    notify: null,
    openedPackages: null,
    openedLinks: null,
    updates: null,
    saveLog: null,
    openJournal: journal.open,
    backups: createBrowserBackups(),
    // A browser tab waits for nobody; every save is on disk before it is shown as saved.
    onClosing: () => () => {},
    // No menu of its own.
    onLockAsked: () => () => {},
    keyStore: createBrowserKeyStore(journal.keyringCopy),
    preferences,
    // `storage` is missing on plain-http pages of an office network.
    persistStorage: async () => (await navigator.storage?.persist?.()) ?? false,
  };
}
