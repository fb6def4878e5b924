/**
 * Says when a checkpoint is due. PGlite runs PostgreSQL without its background processes, so nobody makes one when the
 * log has grown: it would grow for ever, and every start after a crash would read all of it.
 */
import type { CheckpointSettings } from './pglite-messages';

const segmentBytes = 16 * 1024 * 1024;
const segmentPath = /[/\\]pg_wal[/\\][0-9A-F]{8}([0-9A-F]{8})([0-9A-F]{8})$/;
/** At 64 MB a start after a crash takes well under a second. */
const defaults: CheckpointSettings = { everyBytes: 64 * 1024 * 1024, everyMs: 5 * 60_000 };

export interface WalWatch {
  readonly flushes: number;
  /** @param path of a file that was just flushed */
  flushed(path: string): void;
  isDue(): boolean;
  checkpointed(): void;
}

export function createWalWatch(nowMs: () => number, settings: CheckpointSettings = defaults): WalWatch {
  let flushes = 0;
  let flushesAtCheckpoint = 0;
  let segment: number | null = null;
  let segmentAtCheckpoint: number | null = null;
  let checkpointAtMs = nowMs();
  return {
    get flushes() {
      return flushes;
    },
    flushed(path) {
      const match = segmentPath.exec(path);
      if (match === null) return;
      flushes++;
      segment = Number.parseInt(`${match[1]}`, 16) * 256 + Number.parseInt(`${match[2]}`, 16);
      segmentAtCheckpoint ??= segment;
    },
    isDue() {
      if (flushes === flushesAtCheckpoint) return false;
      const bytes = ((segment ?? 0) - (segmentAtCheckpoint ?? 0)) * segmentBytes;
      return bytes >= settings.everyBytes || nowMs() - checkpointAtMs >= settings.everyMs;
    },
    checkpointed() {
      flushesAtCheckpoint = flushes;
      segmentAtCheckpoint = segment;
      checkpointAtMs = nowMs();
    },
  };
}
