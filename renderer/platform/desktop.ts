import type { SaveResult } from '@shared/ipc/channels';
import type { DesktopBridge } from '@shared/ipc/desktop-bridge';
import { createBrowserPlatform } from './browser';
import { createDesktopBackups } from './desktop-backups';
import { createDesktopKeyStore } from './desktop-key-store';
import type { Platform, PlatformJournal, PlatformPackages, SaveOutcome } from './platform';

/** The desktop page is a Chromium page: whatever the bridge does not offer, the web way serves as well. */
export function createDesktopPlatform(bridge: DesktopBridge): Platform {
  const journal = journalThrough(bridge);
  return {
    ...createBrowserPlatform(),
    editionName: '桌面版',
    describeApp: () => bridge.describeApp(),
    saveFile: async (name, bytes) => outcomeOf(await bridge.saveFile(name, bytes)),
    savePdf: async (name, html) => outcomeOf(await bridge.savePdf(name, html)),
    startAtLogin: { get: () => bridge.opensAtLogin(), set: (opens) => bridge.setOpensAtLogin(opens) },
    notify: (title, body) => bridge.notify({ title, body }),
    openedPackages: openedPackages(bridge),
    openedLinks: { take: () => bridge.takeLink(), onOpened: (heard) => bridge.onLinkOpened(heard) },
    updates: {
      look: (place) => bridge.lookForUpdate(place),
      install: () => bridge.installUpdate(),
      progress: () => bridge.updateProgress(),
    },
    saveLog: async () => outcomeOf(await bridge.saveLog()),
    openJournal: () => Promise.resolve(journal),
    backups: createDesktopBackups(bridge),
    onClosing: (finish) => bridge.onClosing(finish),
    onLockAsked: (listener) => bridge.onLockAsked(listener),
    keyStore: createDesktopKeyStore(bridge),
  };
}

const journalThrough = (bridge: DesktopBridge): PlatformJournal => ({
  append: async (text) => {
    const result = await bridge.appendToJournal(text);
    if (result.status === 'failed') throw new Error(result.reason);
  },
  read: (from) => bridge.readJournal(from),
  dropBefore: async (part) => void (await bridge.dropJournalBefore(part)),
  beginAnew: async () => void (await bridge.beginJournalAnew()),
  // The program has one window: nobody else saves or compares.
  whileSaving: (job) => job(),
  whileComparing: (job) => job(),
});

const openedPackages = (bridge: DesktopBridge): PlatformPackages => ({
  areWaiting: async () => (await bridge.openedPackages()).length > 0,
  async take() {
    const [oldest] = await bridge.openedPackages();
    if (!oldest) return null;
    const bytes = await bridge.readPackage(oldest.token);
    return bytes === null ? null : new File([bytes], oldest.name);
  },
  onOpened: (heard) => bridge.onPackageOpened(heard),
});

/** @throws with the sentence for people when the file could not be written, as the web way does */
function outcomeOf(result: SaveResult): SaveOutcome {
  if (result.status === 'failed') throw new Error(result.text);
  return result.status;
}
