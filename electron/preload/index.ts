import type { Channel, ChannelArgs, ChannelResults, PageEvent } from '@shared/ipc/channels';
import type { DesktopBridge } from '@shared/ipc/desktop-bridge';
import { contextBridge, ipcRenderer } from 'electron';

/** `ipcRenderer` never leaves this file: the page gets named functions, not a channel to anywhere. */
function invoke<C extends Channel>(channel: C, ...args: ChannelArgs<C>): Promise<ChannelResults[C]> {
  return ipcRenderer.invoke(channel, ...args);
}

function listen(event: PageEvent, heard: () => void): () => void {
  // The event object stays here: it would give the page `sender`, a way to every channel.
  const listener = () => heard();
  ipcRenderer.on(event, listener);
  return () => ipcRenderer.removeListener(event, listener);
}

const desktop: DesktopBridge = {
  describeApp: () => invoke('app:describe'),
  saveFile: (name, bytes) => invoke('file:save', name, bytes),
  savePdf: (name, html) => invoke('page:savePdf', name, html),
  opensAtLogin: () => invoke('app:opensAtLogin'),
  setOpensAtLogin: (opens) => invoke('app:setOpensAtLogin', opens),
  notify: (message) => invoke('app:notify', message),
  openedPackages: () => invoke('package:list'),
  readPackage: (token) => invoke('package:read', token),
  onPackageOpened: (heard) => listen('package:opened', heard),
  takeLink: () => invoke('link:take'),
  onLinkOpened: (heard) => listen('link:opened', heard),
  lookForUpdate: (place) => invoke('update:look', place),
  installUpdate: () => invoke('update:install'),
  updateProgress: () => invoke('update:progress'),
  saveLog: () => invoke('log:save'),
  appendToJournal: (text) => invoke('journal:append', text),
  beginJournalAnew: () => invoke('journal:beginAnew'),
  dropJournalBefore: (part) => invoke('journal:dropBefore', part),
  readJournal: (from) => invoke('journal:read', from),
  chooseBackupFolder: () => invoke('backup:choose'),
  backupPlace: () => invoke('backup:place'),
  listBackups: () => invoke('backup:list'),
  writeBackup: (name, bytes) => invoke('backup:write', name, bytes),
  readBackup: (name) => invoke('backup:read', name),
  removeBackup: (name) => invoke('backup:remove', name),
  removeOwnBackups: () => invoke('backup:removeOwn'),
  readKeyring: () => invoke('keys:read'),
  writeKeyring: (text) => invoke('keys:write', text),
  guardKey: (key) => invoke('keys:guard', key),
  openGuardedKey: (text) => invoke('keys:open', text),
  onLockAsked: (listener) => listen('window:lock', listener),
  onClosing: (finish) =>
    listen('window:closing', () => {
      const leave = () => void invoke('window:mayClose');
      finish().then(leave, leave);
    }),
};

contextBridge.exposeInMainWorld('desktop', desktop);
