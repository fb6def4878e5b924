/**
 * Says from inside a page when something was painted: the moment the page's own thread was done with the frame that
 * shows it. Times are milliseconds since the navigation began.
 */
import type { Page } from '@playwright/test';
import { probeParts } from './probe-parts';

export interface Scrolling {
  /** Time from each frame to the next, ms. */
  readonly frames: readonly number[];
  /** Frames painted with no row in the middle of the list. */
  readonly blankFrames: number;
}

export interface Wanted {
  readonly after: 'Enter' | 'click' | 'change';
  readonly selector: string;
  /** '' = any. */
  readonly text: string;
  /** Gives up after so long. */
  readonly limitMs: number;
}

/** Moments of one save, ms after its key went down. */
export interface SaveMoments {
  /** The line for the journal is being sealed: what the page does by itself before is over. */
  readonly lineBegun: number;
  /** The journal has it, flushed, and the database is being written. */
  readonly journaled: number;
  /** The database has it, flushed. */
  readonly saved: number;
}

/** What the computer and the host need for the parts of a save when nothing else is done, ms. */
export interface HostTimes {
  /** A message to the main process that does nothing there, and back. */
  readonly message: number;
  /** One document into a database of its own, flushed. */
  readonly put: number;
}

export interface PaintProbe {
  /** Tells when the frame being made now is painted. */
  afterPaint(tell: (at: number) => void): void;
  /** Selectors of elements whose first paint is wanted. */
  readonly awaited: readonly string[];
  /** When one of those was first painted after the navigation; null = not yet. */
  firstPaintOf(selector: string): number | null;
  /** Begins to time key strokes by what they change within the area. */
  watchStrokes(area: string): void;
  /** For each stroke since: from the key going down to the last paint it caused, ms. Stops watching. */
  takeStrokes(): readonly number[];
  /** From the next event of that kind until an element is painted that contains the text, ms. */
  timeUntilShown(wanted: Wanted): Promise<number>;
  /** From the next Enter until a document is in the database, flushed. Gives up after so long. */
  timeUntilSaved(limitMs: number): Promise<SaveMoments>;
  /** Desktop edition only. */
  timesOfHost(): Promise<HostTimes>;
  /** When other words than now were painted in an element, by the clock of the computer. Gives up after so long. */
  instantOfChange(selector: string, limitMs: number): Promise<number>;
  /** Begins to time frames. @param rowHeight null = a list without rows */
  watchScrolling(scroller: string, rowHeight: number | null): void;
  takeScrolling(): Scrolling;
  /** Resolves when the page's thread was not busy for more than 20 ms during a second, or after 30 seconds. */
  whenQuiet(): Promise<void>;
  /** Begins to collect tasks that kept the page's thread longer than 50 ms. */
  watchLongTasks(): void;
  /** Their lengths, ms. */
  takeLongTasks(): readonly number[];
}

declare global {
  interface Window {
    readonly paintProbe: PaintProbe;
  }
}

/**
 * Puts `window.paintProbe` into every document this page opens from now on.
 * @param awaited selectors of elements whose first paint is wanted
 */
export async function installProbe(page: Page, awaited: readonly string[] = []): Promise<void> {
  const parts = probeParts.map((part) => `(${part})(window.paintProbe);`);
  // The runner keeps the names of functions by calling __name; a page that runs such functions must know it too.
  await page.addInitScript(
    [
      'globalThis.__name = (named) => named;',
      `window.paintProbe = ${JSON.stringify({ awaited })};`,
      ...parts,
    ].join('\n'),
  );
}
