import { z } from 'zod';
import type { DeepLink } from './deep-link';

/** How a sealed backup of the register is called at its end. */
export const backupExtension = 'lxbak';

/** A file name without any folder: where a file goes is decided by a person in a dialog, never by the page. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => !/[\\/\0]/.test(name) && name !== '.' && name !== '..');
const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= 512 * 2 ** 20);

/** Backups are read and removed by the name they were listed under; nothing else in their folder can be. */
const backupName = fileName.refine((name) => name.endsWith(`.${backupExtension}`));

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);

const journalPart = z.string().regex(/^\d{6}$/);
/** A place in the journal of edits: bytes of one part; everything before it has been read. */
const journalPosition = z.strictObject({
  part: journalPart,
  offset: z.int().min(0),
});

/** Where a new version may lie: on the county server, or in a folder the person then chooses. */
const updatePlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('server'), address: z.url({ protocol: /^https?$/ }) }),
  z.strictObject({ kind: z.literal('folder') }),
]);

/**
 * Every message the page may send to the desktop's main process: channel name to the shape of its arguments.
 * The main process parses with these before it acts, so a damaged or foreign message never reaches a handler.
 */
export const channelArgs = {
  'app:describe': z.tuple([]),
  'file:save': z.tuple([fileName, bytes]),
  /** A whole page that stands alone, as the print page of a table does. */
  'page:savePdf': z.tuple([fileName, z.string().max(64 * 2 ** 20)]),
  'package:list': z.tuple([]),
  'package:read': z.tuple([z.uuid()]),
  'link:take': z.tuple([]),
  'app:setOpensAtLogin': z.tuple([z.boolean()]),
  'app:opensAtLogin': z.tuple([]),
  'app:notify': z.tuple([z.strictObject({ title: z.string().max(100), body: z.string().max(500) })]),
  'update:look': z.tuple([updatePlace]),
  /** What the last look found; asks the person first. */
  'update:install': z.tuple([]),
  'update:progress': z.tuple([]),
  'log:save': z.tuple([]),
  'window:mayClose': z.tuple([]),
  'journal:append': z.tuple([
    z
      .string()
      .min(1)
      .max(64 * 2 ** 20),
  ]),
  'journal:read': z.tuple([journalPosition.nullable()]),
  'journal:beginAnew': z.tuple([]),
  /** Removes the parts before this one, which nobody needs any more. */
  'journal:dropBefore': z.tuple([journalPart]),
  /** Asks for the folder that backups go to from now on; the page never learns its path. */
  'backup:choose': z.tuple([]),
  'backup:place': z.tuple([]),
  'backup:list': z.tuple([]),
  'backup:write': z.tuple([backupName, bytes]),
  'backup:read': z.tuple([backupName]),
  'backup:remove': z.tuple([backupName]),
  /** All in the program's own folder: the county took this computer out of service. */
  'backup:removeOwn': z.tuple([]),
  /** The keyring of the page: a text the main process keeps and does not read. */
  'keys:read': z.tuple([]),
  'keys:write': z.tuple([
    z
      .string()
      .min(1)
      .max(2 ** 20),
  ]),
  /** A key as base64, sealed by the key store of the system, and back. */
  'keys:guard': z.tuple([base64.max(200)]),
  'keys:open': z.tuple([base64.max(20_000)]),
} as const satisfies Record<string, z.ZodTuple>;

export type Channel = keyof typeof channelArgs;

export type ChannelArgs<C extends Channel> = z.infer<(typeof channelArgs)[C]>;

/** What each channel answers. */
export interface ChannelResults {
  'app:describe': AppDescription;
  'file:save': SaveResult;
  'page:savePdf': SaveResult;
  'package:list': readonly OpenedPackage[];
  'package:read': Uint8Array<ArrayBuffer> | null;
  'link:take': DeepLink | null;
  'app:setOpensAtLogin': boolean;
  'app:opensAtLogin': boolean;
  'app:notify': boolean;
  'update:look': UpdateFound;
  'update:install': UpdateOutcome;
  'update:progress': UpdateProgress | null;
  'log:save': SaveResult;
  'window:mayClose': undefined;
  'journal:append': AppendResult;
  'journal:read': JournalRead;
  'journal:beginAnew': undefined;
  'journal:dropBefore': undefined;
  'backup:choose': BackupChoice;
  'backup:place': BackupPlace;
  'backup:list': BackupListing;
  'backup:write': BackupWritten;
  'backup:read': Uint8Array<ArrayBuffer> | null;
  'backup:remove': BackupWritten;
  'backup:removeOwn': BackupWritten;
  'keys:read': string | null;
  'keys:write': AppendResult;
  'keys:guard': GuardResult;
  'keys:open': OpenedGuard | null;
}

/** Messages the main process sends to the page. They carry nothing but their name. */
export const pageEvents = ['window:closing', 'window:lock', 'package:opened', 'link:opened'] as const;
export type PageEvent = (typeof pageEvents)[number];

/** What the 关于 page shows and a support call asks for first. */
export interface AppDescription {
  /** Version of the ledger, as in package.json. */
  version: string;
  /** The runtime it lives in, e.g. "Electron 45.4.1". */
  runtime: string;
}

/** `failed` carries a sentence for people; nothing was written then, and an older file of that name is as it was. */
export type SaveResult =
  | { readonly status: 'saved' }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly text: string };

/** `by`: what guards it, or what the system offered instead of a key store. */
export type GuardResult =
  | { readonly status: 'guarded'; readonly text: string; readonly by: string }
  | { readonly status: 'refused'; readonly by: string };

/** `text`: what to keep from now on; another one when the system seals with a newer key. */
export interface OpenedGuard {
  readonly key: string;
  readonly text: string;
}

/** `reason`: a few words for the sentence the page shows. */
export type AppendResult =
  | { readonly status: 'written' }
  | { readonly status: 'failed'; readonly reason: string };

/** `program`: a folder of the program itself, as long as nobody has chosen one. */
export interface BackupPlace {
  readonly kind: 'chosen' | 'program';
  /** The end of its path, for people; empty for the program's own. */
  readonly label: string;
}

/** `missing`: the stick was pulled out, or another one is in its place. */
export const folderTroubles = ['missing', 'full', 'notWritable', 'other'] as const;
export type FolderTrouble = (typeof folderTroubles)[number];

export type BackupChoice =
  | { readonly status: 'chosen'; readonly place: BackupPlace }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly trouble: FolderTrouble };

export type BackupWritten =
  | { readonly status: 'written' }
  | { readonly status: 'failed'; readonly trouble: FolderTrouble };

export interface StoredBackup {
  readonly name: string;
  readonly byteCount: number;
  /** The first bytes, with what the backup says of itself. */
  readonly head: Uint8Array<ArrayBuffer>;
}

export type BackupListing =
  | { readonly status: 'listed'; readonly files: readonly StoredBackup[] }
  | { readonly status: 'failed'; readonly trouble: FolderTrouble };

export interface JournalRead {
  /** The rest of one part. */
  readonly text: string;
  readonly end: z.infer<typeof journalPosition>;
  readonly isLast: boolean;
}

/** `current`: this very version lies there. `refused` carries a sentence for people; nothing has changed then. */
export type UpdateFound =
  | {
      readonly status: 'found';
      readonly version: string;
      /** YYYY-MM-DD. */
      readonly releasedOn: string;
      readonly notes: string;
      readonly byteCount: number;
    }
  | { readonly status: 'current'; readonly version: string }
  | { readonly status: 'cancelled' }
  | { readonly status: 'refused'; readonly text: string };

/** `started`: the system installs, and this program ends now. */
export type UpdateOutcome =
  | { readonly status: 'started' }
  | { readonly status: 'cancelled' }
  | { readonly status: 'refused'; readonly text: string };

export interface UpdateProgress {
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

/** An exchange package opened by double click; the token reads it once. */
export interface OpenedPackage {
  readonly token: string;
  /** As the file is called. */
  readonly name: string;
}
