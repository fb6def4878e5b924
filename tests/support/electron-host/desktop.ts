/** The desktop edition as a test drives it, whichever host runs it. One profile folder is one installation. */
import type { Page } from '@playwright/test';
import type { DialogAnswer, Seen } from './control';

export type SeenOf<K extends Seen['tell']> = Extract<Seen, { tell: K }>;

export type InvokeOutcome =
  | { readonly status: 'answered'; readonly value: unknown }
  | { readonly status: 'refused'; readonly reason: string };

export interface Desktop {
  readonly page: Page;
  /** What the program did to the system so far, oldest first. */
  seen<K extends Seen['tell']>(kind: K): Promise<readonly SeenOf<K>[]>;
  /** What the person does in the next dialog of the system. */
  answerDialog(answer: DialogAnswer): Promise<void>;
  /** As a click on an item of the window's menu. */
  clickMenu(label: string): Promise<void>;
  /** A message as a frame of another origin, or a frame inside the page, would send it. */
  invokeAs(
    from: { readonly origin: string; readonly isTopFrame: boolean },
    channel: string,
    ...args: unknown[]
  ): Promise<InvokeOutcome>;
  isPermitted(permission: string): Promise<boolean>;
  /** What the main window was opened with. */
  webPreferences(): Promise<Readonly<Record<string, unknown>>>;
  /** As the cross in the corner does. Resolves to the exit code when the process has ended. */
  close(): Promise<number | null>;
  /** The plug is pulled: everything ends at once. */
  kill(): Promise<void>;
  /** The process that runs the page. */
  pagePid(): Promise<number>;
  /** Where Chromium keeps the page's database. */
  readonly databaseFolder: string;
  readonly log: () => string;
}

export interface StartOptions {
  /** A folder with package.json and out/; the project itself when left out. */
  readonly program?: string;
  /** What the system adds to the command line, for instance a file that was double-clicked. */
  readonly args?: readonly string[];
  /** A Linux without a key store: the browser falls back to a password that is the same everywhere. */
  readonly hasNoKeyStore?: boolean;
}
