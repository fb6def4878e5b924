/** What the page asks of the worker that writes the journal, and what it answers. */
import type { JournalParts } from './journal-parts';

export interface JournalCalls extends JournalParts {
  /** Whether this browser lets the worker write files in place and flush them. */
  open(): Promise<boolean>;
  readKeyring(): Promise<string | null>;
  writeKeyring(text: string | null): Promise<void>;
}
export type JournalCall = keyof JournalCalls;

export type JournalAsk = {
  [C in JournalCall]: { readonly id: number; readonly call: C; readonly args: Parameters<JournalCalls[C]> };
}[JournalCall];

/** `reason`: a few words for the sentence the page shows. */
export type JournalAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly reason: string };
