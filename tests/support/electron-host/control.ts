/** What a test may tell the host process and hear from it. Everything is plain data. */
import { EventEmitter } from 'node:events';

/** What the next dialogs of the system answer, in order. */
export type DialogAnswer =
  | { readonly kind: 'save'; readonly filePath: string | null }
  | { readonly kind: 'open'; readonly filePaths: readonly string[] }
  | { readonly kind: 'message'; readonly response: number };

export type ToHost =
  | { readonly ask: 'answerDialog'; readonly answer: DialogAnswer }
  | { readonly ask: 'closeWindow' }
  | { readonly ask: 'clickMenu'; readonly label: string }
  /** A message as a frame of another origin, or a frame inside the page, would send it. */
  | {
      readonly ask: 'invokeAs';
      readonly id: number;
      readonly origin: string;
      readonly isTopFrame: boolean;
      readonly channel: string;
      readonly args: readonly unknown[];
    }
  | { readonly ask: 'permission'; readonly id: number; readonly permission: string };

export type FromHost =
  | { readonly tell: 'ready'; readonly cdpPort: number; readonly browserPids: readonly number[] }
  | { readonly tell: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly tell: 'window'; readonly webPreferences: Readonly<Record<string, unknown>> }
  | Seen;

/** What the program did to the system. */
export type Seen =
  | { readonly tell: 'dialog'; readonly kind: DialogAnswer['kind']; readonly options: unknown }
  | { readonly tell: 'notification'; readonly title: string; readonly body: string }
  | { readonly tell: 'menu'; readonly labels: readonly string[] }
  /** The page wanted to go somewhere, and what the application said. */
  | { readonly tell: 'navigation'; readonly url: string; readonly isAllowed: boolean }
  /** Handed to the program the system has for such files. */
  | { readonly tell: 'openedPath'; readonly path: string }
  /** The system opens addresses of this scheme with the program from now on. */
  | { readonly tell: 'protocolClient'; readonly scheme: string }
  | { readonly tell: 'secondInstance' }
  | { readonly tell: 'focused' };

export const asked = new EventEmitter();
process.on('message', (message: ToHost) => asked.emit(message.ask, message));

/** A host started by hand has nobody to tell. */
export const tell = (message: FromHost): void => {
  process.send?.(message);
};
