/** How much is sent at once, and which documents are left out for a while because the county cannot take them. */
import { editsPerPush } from '@shared/sync/protocol';
import type { Clock } from '../clock';

/** A document the county could not take at all is tried again after this time, so that it never blocks others. */
const setAsideMs = 10 * 60_000;

export class PushPace {
  private size = editsPerPush;
  private readonly asideUntil = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  get limit(): number {
    return this.size;
  }

  /** Keys of documents to leave out now. */
  skipped(): ReadonlySet<string> {
    const nowMs = this.clock.nowMs();
    // A clock that was set back must not keep a document aside for years.
    for (const [key, until] of this.asideUntil)
      if (until <= nowMs || until > nowMs + setAsideMs) this.asideUntil.delete(key);
    return new Set(this.asideUntil.keys());
  }

  taken(): void {
    this.size = Math.min(editsPerPush, this.size * 2);
  }

  /** @returns false when there is nothing left to make smaller */
  halve(sentCount: number): boolean {
    if (sentCount <= 1) return false;
    this.size = Math.ceil(sentCount / 2);
    return true;
  }

  setAside(key: string): void {
    this.asideUntil.set(key, this.clock.nowMs() + setAsideMs);
    this.size = editsPerPush;
  }

  /** The county is out of order, not a document. */
  forget(): void {
    this.asideUntil.clear();
    this.size = editsPerPush;
  }
}
