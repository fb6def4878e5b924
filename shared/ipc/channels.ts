import { z } from 'zod';

/**
 * Every message the page may send to the desktop's main process: channel name to the shape of its arguments.
 * The main process parses with these before it acts, so a damaged or foreign message never reaches a handler.
 */
export const channelArgs = {
  'app:describe': z.tuple([]),
} as const satisfies Record<string, z.ZodTuple>;

export type Channel = keyof typeof channelArgs;

export type ChannelArgs<C extends Channel> = z.infer<(typeof channelArgs)[C]>;

/** What each channel answers. */
export interface ChannelResults {
  'app:describe': AppDescription;
}

/** What the 关于 page shows and a support call asks for first. */
export interface AppDescription {
  /** Version of the ledger, as in package.json. */
  version: string;
  /** The runtime it lives in, e.g. "Electron 45.4.1". */
  runtime: string;
}
