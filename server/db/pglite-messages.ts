/** What is said between the thread that serves people and the one in which PGlite works. Plain data: it is cloned. */
import type { TransportedError } from './pglite-errors';

export type PgliteRequest =
  | { readonly kind: 'query'; readonly sql: string; readonly params: readonly (string | null)[] }
  | { readonly kind: 'script'; readonly sql: string }
  /** Apart from scripts because its answer says whether anything was committed. */
  | { readonly kind: 'commit' }
  | { readonly kind: 'listen' | 'unlisten'; readonly channel: string }
  | { readonly kind: 'stats' }
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' };

export interface PgliteStats {
  /** Times the log was flushed to the disk, at least once per commit that changed something. */
  readonly logFlushes: number;
  readonly checkpoints: number;
  readonly failedCheckpoints: number;
}

export interface ToWorker {
  readonly id: number;
  readonly request: PgliteRequest;
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: TransportedError }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly error: TransportedError }
  | { readonly kind: 'notification'; readonly channel: string; readonly payload: string };

export interface WorkerSettings {
  readonly folder: string;
  readonly checkpoint: CheckpointSettings | undefined;
}

export interface CheckpointSettings {
  /** Bytes of log after which a checkpoint is made; counted in whole segments of 16 MB. */
  readonly everyBytes: number;
  /** Time after which one is made if anything was written. */
  readonly everyMs: number;
}
