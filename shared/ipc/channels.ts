import { z } from 'zod';

/** A file name without any folder: where a file goes is decided by a person in a dialog, never by the page. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => !/[\\/\0]/.test(name) && name !== '.' && name !== '..');
const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= 512 * 2 ** 20);

/** A place in the journal of edits: bytes of one part; everything before it has been read. */
const journalPosition = z.strictObject({
  part: z.string().regex(/^\d{6}$/),
  offset: z.int().min(0),
});

/**
 * Every message the page may send to the desktop's main process: channel name to the shape of its arguments.
 * The main process parses with these before it acts, so a damaged or foreign message never reaches a handler.
 */
export const channelArgs = {
  'app:describe': z.tuple([]),
  'file:save': z.tuple([fileName, bytes]),
  /** A whole page that stands alone, as the print page of a table does. */
  'page:savePdf': z.tuple([fileName, z.string().max(64 * 2 ** 20)]),
  'app:setOpensAtLogin': z.tuple([z.boolean()]),
  'app:opensAtLogin': z.tuple([]),
  'app:notify': z.tuple([z.strictObject({ title: z.string().max(100), body: z.string().max(500) })]),
  'window:mayClose': z.tuple([]),
  'journal:append': z.tuple([
    z
      .string()
      .min(1)
      .max(64 * 2 ** 20),
  ]),
  'journal:read': z.tuple([journalPosition.nullable()]),
  'journal:beginAnew': z.tuple([]),
} as const satisfies Record<string, z.ZodTuple>;

export type Channel = keyof typeof channelArgs;

export type ChannelArgs<C extends Channel> = z.infer<(typeof channelArgs)[C]>;

/** What each channel answers. */
export interface ChannelResults {
  'app:describe': AppDescription;
  'file:save': SaveResult;
  'page:savePdf': SaveResult;
  'app:setOpensAtLogin': boolean;
  'app:opensAtLogin': boolean;
  'app:notify': boolean;
  'window:mayClose': undefined;
  'journal:append': AppendResult;
  'journal:read': JournalRead;
  'journal:beginAnew': undefined;
}

/** Messages the main process sends to the page. They carry nothing but their name. */
export const pageEvents = ['window:closing'] as const;
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

/** `reason`: a few words for the sentence the page shows. */
export type AppendResult =
  | { readonly status: 'written' }
  | { readonly status: 'failed'; readonly reason: string };

export interface JournalRead {
  /** The rest of one part. */
  readonly text: string;
  readonly end: z.infer<typeof journalPosition>;
  readonly isLast: boolean;
}
