/** Invariant 8: what one device has read, and what it was told of its documents, never goes back within an epoch. */
import { collectionNames } from '@shared/domain/collections';
import type { Checkpoint } from '@shared/sync/messages';
import type { Device } from '../world/device';

export class Progress {
  private last: Checkpoint | null = null;
  private readonly numbers = new Map<string, number>();
  private readonly versions = new Map<string, number>();

  constructor(private readonly device: Device) {}

  /** A program that starts counts the versions of its tables anew. */
  forgetVersions(): void {
    this.versions.clear();
  }

  /** Called after everything the device remembers. @returns what went back, in words */
  note(): string[] {
    const { running, person } = this.device;
    const checkpoint = this.device.remembered()?.checkpoint ?? null;
    if (!running || !checkpoint) return [];
    const wentBack = this.noteCheckpoint(checkpoint);
    for (const collection of collectionNames) {
      const table = running.register.table(collection);
      if (this.versions.get(collection) === table.version) continue;
      this.versions.set(collection, table.version);
      for (const { id, seq } of table.allIncludingDeleted())
        wentBack.push(...this.noteNumber(`${collection}/${id}`, seq));
    }
    return wentBack.map((what) => `${what} on the device of ${person.userName}`);
  }

  private noteCheckpoint(checkpoint: Checkpoint): string[] {
    const { last } = this;
    this.last = checkpoint;
    if (last?.epoch !== checkpoint.epoch) this.numbers.clear();
    const isSameNames = last?.epoch === checkpoint.epoch && last.scope === checkpoint.scope;
    if (!isSameNames || checkpoint.through >= last.through || checkpoint.through === 0) return [];
    return [`PULL-4: checkpoint went back from ${last.through} to ${checkpoint.through}`];
  }

  /** null and 0 say that the device does not know the number, which is no step back (EPOCH-3). */
  private noteNumber(key: string, seq: number | null): string[] {
    if (seq === null || seq === 0) return [];
    const last = this.numbers.get(key) ?? 0;
    this.numbers.set(key, seq);
    return seq < last ? [`PULL-7: ${key} went back from ${last} to ${seq}`] : [];
  }
}
