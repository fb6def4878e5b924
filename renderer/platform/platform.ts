import type {
  AppDescription,
  BackupPlace,
  ChannelArgs,
  FolderTrouble,
  JournalRead,
  StoredBackup,
  UpdateFound,
  UpdateOutcome,
  UpdateProgress,
} from '@shared/ipc/channels';
import type { DeepLink } from '@shared/ipc/deep-link';
import type { KeyStore } from './key-store';

export type SaveOutcome = 'saved' | 'cancelled';

/** Small choices of this person on this device: column widths, theme. Never anything of the register. */
export interface Preferences {
  /** null = never set. */
  get(key: string): string | null;
  /** null removes it. */
  set(key: string, value: string | null): void;
}

/** Text that stays when the database is lost; parts are read one after another. */
export interface PlatformJournal {
  append(text: string): Promise<void>;
  read(from: JournalRead['end'] | null): Promise<JournalRead>;
  /** Removes the parts before this one; the newest always stays. */
  dropBefore(part: string): Promise<void>;
  /** Removes everything written so far. */
  beginAnew(): Promise<void>;
  /** Runs a save, which writes here first and into the register then. Windows save at the same time. */
  whileSaving<T>(job: () => Promise<T>): Promise<T>;
  /** Runs a comparison of journal and register while no window is in the middle of a save. */
  whileComparing<T>(job: () => Promise<T>): Promise<T>;
}

/** Sealed backups of the register, outside of its database. */
export interface PlatformBackups {
  place(): Promise<BackupPlaceHere>;
  /** Asks for the folder they go to from now on, null = none was chosen; null where nobody can choose (browsers). */
  readonly choose: (() => Promise<BackupPlaceHere | null>) | null;
  /** @throws FolderRefusal, like all that follow */
  list(): Promise<readonly StoredBackup[]>;
  /** The whole file or nothing. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** null when it is not there (any more). */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  remove(name: string): Promise<void>;
  /** All that lie on this computer by the program's own choice; those on a stick stay. */
  removeOwn(): Promise<void>;
}

/** `browser`: the browser's own storage, which goes with the computer and with “清除浏览数据”. */
export type BackupPlaceHere = BackupPlace | { readonly kind: 'browser'; readonly label: '' };

/** The place of the backups refused. */
export class FolderRefusal extends Error {
  override readonly name = 'FolderRefusal';
  constructor(readonly trouble: FolderTrouble) {
    super(trouble);
  }
}

/** New versions of the program. Nothing is looked for or installed unless asked. */
export interface PlatformUpdates {
  look(...place: ChannelArgs<'update:look'>): Promise<UpdateFound>;
  /** What the last look found. The system asks the person first; the program ends when it says yes. */
  install(): Promise<UpdateOutcome>;
  /** null = nothing is being received. */
  progress(): Promise<UpdateProgress | null>;
}

/** What another program opened the ledger with. */
export interface PlatformLinks {
  /** Once; null = nothing waits. */
  take(): Promise<DeepLink | null>;
  /** Another one was opened. @returns stops listening */
  onOpened(heard: () => void): () => void;
}

/** Exchange packages a person opened by double click, until the page has taken them. */
export interface PlatformPackages {
  areWaiting(): Promise<boolean>;
  /** The oldest; null when none waits, or its file is gone by now. */
  take(): Promise<File | null>;
  /** Another one was opened. @returns stops listening */
  onOpened(heard: () => void): () => void;
}

/** Everything that differs between the two editions. No other file may ask which one it runs in. */
export interface Platform {
  readonly editionName: string;
  /** Written into every edit, so that a county sees on which computer something was typed. */
  readonly deviceName: string;
  describeApp(): Promise<AppDescription>;
  /** Hands a finished file to the user: a save dialog where there is one, else the download folder. */
  saveFile(name: string, bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<SaveOutcome>;
  /** Keeps a copy of a file beside the register (the workbook behind an import). @returns its id */
  keepFile(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  /** null when it is not on this device. */
  readKeptFile(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Removes all kept copies, for good: the county took this device out of service. */
  removeKeptFiles(): Promise<void>;
  /** Opens the system's print dialog for the page as it is. */
  print(): void;
  /** Saves a page that stands alone as it would print; null where only the print dialog can (browsers). */
  readonly savePdf: ((name: string, html: string) => Promise<SaveOutcome>) | null;
  /** Starting with the computer; null where nothing can arrange it (browsers). */
  readonly startAtLogin: { get(): Promise<boolean>; set(opens: boolean): Promise<boolean> } | null;
  /** Shows a notice of the system and says whether it could; null where the page itself is the place (browsers). */
  readonly notify: ((title: string, body: string) => Promise<boolean>) | null;
  /** null where the system cannot open files with the page (browsers). */
  readonly openedPackages: PlatformPackages | null;
  /** null where an address opens the page itself (browsers). */
  readonly openedLinks: PlatformLinks | null;
  /** null where pages come from a server anew each time (browsers). */
  readonly updates: PlatformUpdates | null;
  /** Saves a copy of the program's log for whoever helps; null where there is none (browsers). */
  readonly saveLog: (() => Promise<SaveOutcome>) | null;
  /** A journal of edits outside the database; null where a page can write none. Always the same one. */
  openJournal(): Promise<PlatformJournal | null>;
  /** null where a page has no place for them (plain http). */
  readonly backups: PlatformBackups | null;
  /** Called before the window goes, as long as the edition can wait for it. @returns stops listening */
  onClosing(finish: () => Promise<void>): () => void;
  /** Somebody chose 锁定 in the menu of the window. @returns stops listening */
  onLockAsked(listener: () => void): () => void;
  /** Where the key of the register is kept; null where the page cannot encrypt. */
  readonly keyStore: KeyStore | null;
  readonly preferences: Preferences;
  /** Asks the browser not to throw the register away when the disk is nearly full. @returns whether it promised */
  persistStorage(): Promise<boolean>;
}
