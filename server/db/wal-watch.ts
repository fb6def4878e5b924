/**
 * Says when a checkpoint is due. PGlite runs PostgreSQL without its background processes, so nobody makes one when the
 * log has grown: it would grow for ever, and every start after a crash would read all of it.
 */
import type { CheckpointSettings } from './pglite-messages';

const logPath = /[/\\]pg_wal[/\\][0-9A-F]{24}$/;
/** At 64 MB a start after a crash takes well under a second. */
const defaults: CheckpointSettings = { everyBytes: 64 * 1024 * 1024, everyMs: 5 * 60_000 };
/** Asking for the size of the log costs a statement. Between two questions at most this many segments of 16 MB fill. */
const flushesPerLook = 4;

export interface WalWatch {
  /** Times the log was flushed, about once per commit. */
  readonly flushes: number;
  /** @param path of a file or directory that was just flushed */
  flushed(path: string): void;
  /** Whether it is worth asking for the position. */
  wantsPosition(): boolean;
  /** @param position bytes of log written since the database was made */
  isDue(position: number): boolean;
  checkpointed(position: number): void;
}

export function createWalWatch(nowMs: () => number, settings: CheckpointSettings = defaults): WalWatch {
  let flushes = 0;
  let flushesAtLook = 0;
  /** Where the last checkpoint left the log; null = since the start, which makes one itself. */
  let last: { readonly position: number | null; readonly flushes: number; readonly atMs: number } = {
    position: null,
    flushes: 0,
    atMs: nowMs(),
  };
  const isLate = () => nowMs() - last.atMs >= settings.everyMs;
  return {
    get flushes() {
      return flushes;
    },
    flushed(path) {
      if (logPath.test(path)) flushes++;
    },
    wantsPosition: () =>
      last.position === null ||
      (flushes > last.flushes && (flushes >= flushesAtLook + flushesPerLook || isLate())),
    isDue(position) {
      flushesAtLook = flushes;
      if (last.position === null) last = { ...last, position };
      return position - (last.position ?? position) >= settings.everyBytes || isLate();
    },
    checkpointed(position) {
      last = { position, flushes, atMs: nowMs() };
    },
  };
}
