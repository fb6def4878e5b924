/**
 * Failed logins with names nobody has. They are locked like real ones, so that a lock does not tell which names exist.
 * Kept in memory: nothing depends on them, and at most `limit` names are remembered.
 */
const limit = 10_000;

interface Failures {
  readonly count: number;
  readonly lockedUntilMs: number | null;
}

export class UnknownNames {
  private readonly failures = new Map<string, Failures>();

  /** Counts a try. @returns the end of the lock in ms, and whether this very try began it; null = not locked */
  count(name: string, nowMs: number, failuresAllowed: number, lockMs: number): LockState | null {
    const key = name.toLowerCase();
    const known = this.failures.get(key);
    if (known?.lockedUntilMs != null && known.lockedUntilMs > nowMs) {
      return { untilMs: known.lockedUntilMs, isNew: false };
    }
    const count = known === undefined || known.lockedUntilMs !== null ? 1 : known.count + 1;
    const lockedUntilMs = count >= failuresAllowed ? nowMs + lockMs : null;
    // Put at the end again: the names tried longest ago are forgotten first.
    this.failures.delete(key);
    this.failures.set(key, { count, lockedUntilMs });
    this.forgetOldest();
    return lockedUntilMs === null ? null : { untilMs: lockedUntilMs, isNew: true };
  }

  private forgetOldest(): void {
    const oldest = this.failures.keys().next();
    if (this.failures.size > limit && !oldest.done) this.failures.delete(oldest.value);
  }
}

export interface LockState {
  readonly untilMs: number;
  readonly isNew: boolean;
}
