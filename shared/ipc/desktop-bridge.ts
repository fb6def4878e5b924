import type {
  AppDescription,
  AppendResult,
  BackupChoice,
  BackupListing,
  BackupPlace,
  BackupWritten,
  ChannelArgs,
  GuardResult,
  JournalRead,
  OpenedGuard,
  OpenedPackage,
  SaveResult,
  UpdateFound,
  UpdateOutcome,
  UpdateProgress,
} from './channels';
import type { DeepLink } from './deep-link';

/** What the preload script puts on `window.desktop`. Absent in the browser edition. */
export interface DesktopBridge {
  describeApp(): Promise<AppDescription>;
  /** Asks where, then writes the whole file or nothing. */
  saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<SaveResult>;
  /** A page that stands alone, as it would print. */
  savePdf(name: string, html: string): Promise<SaveResult>;
  opensAtLogin(): Promise<boolean>;
  /** @returns what the system made of it */
  setOpensAtLogin(opens: boolean): Promise<boolean>;
  /** @returns whether the system showed it */
  notify(message: { readonly title: string; readonly body: string }): Promise<boolean>;
  /** Exchange packages opened by double click and not read yet, oldest first. */
  openedPackages(): Promise<readonly OpenedPackage[]>;
  /** null when the file is gone by now. A token works once. */
  readPackage(token: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** A package was opened while the program ran. @returns stops listening */
  onPackageOpened(heard: () => void): () => void;
  /** What another program opened the ledger with; null = nothing waits. Once. */
  takeLink(): Promise<DeepLink | null>;
  /** An address was opened while the program ran. @returns stops listening */
  onLinkOpened(heard: () => void): () => void;
  /** Looks for a new version, and checks whether it comes from the publisher. */
  lookForUpdate(...place: ChannelArgs<'update:look'>): Promise<UpdateFound>;
  /** Installs what the last look found, after the person's yes; the program ends then. */
  installUpdate(): Promise<UpdateOutcome>;
  /** null = nothing is being received. */
  updateProgress(): Promise<UpdateProgress | null>;
  /** Asks where to put a copy of the program's log. */
  saveLog(): Promise<SaveResult>;
  /** Resolves when the text is on the disk, or says why it is not. */
  appendToJournal(text: string): Promise<AppendResult>;
  /** Removes everything written so far. */
  beginJournalAnew(): Promise<undefined>;
  /** Removes the parts before this one; the newest always stays. */
  dropJournalBefore(...part: ChannelArgs<'journal:dropBefore'>): Promise<undefined>;
  readJournal(...from: ChannelArgs<'journal:read'>): Promise<JournalRead>;
  /** Asks for a folder; backups go there from now on. */
  chooseBackupFolder(): Promise<BackupChoice>;
  backupPlace(): Promise<BackupPlace>;
  listBackups(): Promise<BackupListing>;
  /** The whole file or nothing. */
  writeBackup(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<BackupWritten>;
  /** null when it is not there (any more). */
  readBackup(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  removeBackup(name: string): Promise<BackupWritten>;
  /** All in the program's own folder; what lies on a stick stays. */
  removeOwnBackups(): Promise<BackupWritten>;
  /** The window is about to close: finish writing, then the promise lets it. @returns stops listening */
  onClosing(finish: () => Promise<void>): () => void;
  /** null: there is none yet. */
  readKeyring(): Promise<string | null>;
  writeKeyring(text: string): Promise<AppendResult>;
  /** Seals a key (base64) with the key store of the system, or says that there is none worth the name. */
  guardKey(key: string): Promise<GuardResult>;
  /** null: the system does not open it (any more). */
  openGuardedKey(text: string): Promise<OpenedGuard | null>;
  /** Somebody chose 锁定 in the menu. @returns stops listening */
  onLockAsked(listener: () => void): () => void;
}
