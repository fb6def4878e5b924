/**
 * A backup outside of the program:
 *
 *   LXBACKUP 1⏎        what it is, and the version of the format
 *   {"kind":…}⏎        backup-head.ts
 *   sealed             gzip of the text of backup.ts, bound to the line above
 */

import type { Bytes, Sealer } from '@renderer/keys/sealer';
import { collectionNames, type Register } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { backupProblems } from '@shared/problems/backup-problems';
import type { Problem } from '@shared/problems/problem';
import { digestOf } from '@shared/sync/digest';
import { type Backup, backupPieces, readBackup } from '../backup';
import type { SchemaSteps } from '../storage/schema-versions';
import { type BackupHead, magic, readHead } from './backup-head';
import { gunzip, gzipOf } from './packed-text';

const about = (headText: string): string => `backup\n${headText}`;

/** The same for equal registers, whatever order their documents are in. */
export function digestOfRegister(register: Register): string {
  const documents = collectionNames.flatMap((name): readonly LedgerDocument[] => register[name]);
  return digestOf(documents.map(({ id, rev }) => ({ id, seq: rev })));
}

export async function sealBackup(register: Register, head: BackupHead, sealer: Sealer): Promise<Bytes> {
  const headText = JSON.stringify(head);
  const packed = await gzipOf(backupPieces(register, head.madeAt));
  const sealed = await sealer.seal(packed, about(headText));
  const start = new TextEncoder().encode(`${magic}\n${headText}\n`);
  const bytes = new Uint8Array(start.length + sealed.length);
  bytes.set(start);
  bytes.set(sealed, start.length);
  return bytes;
}

export type OpenedBackup =
  | { readonly head: BackupHead; readonly backup: Backup }
  | { readonly problem: Problem };

/**
 * Opens and checks all of it: the seal, every document, and whether it is what its first lines say.
 * @param sealer for `backups`, of the key the backup names
 */
export async function openBackup(bytes: Bytes, sealer: Sealer, steps?: SchemaSteps): Promise<OpenedBackup> {
  const found = readHead(bytes);
  if (found === null) return { problem: backupProblems.notABackup({}) };
  const text = await unsealed(bytes.subarray(found.end), sealer, about(found.text));
  if (text === null) return { problem: backupProblems.sealBroken({}) };
  const read = readBackup(text, steps);
  if ('problem' in read) return read;
  const isWhole =
    read.backup.count === found.head.count && digestOfRegister(read.backup.register) === found.head.digest;
  return isWhole ? { head: found.head, backup: read.backup } : { problem: backupProblems.notAsSaid({}) };
}

/** null = another key, or not a bit as it was written. */
async function unsealed(sealed: Bytes, sealer: Sealer, what: string): Promise<string | null> {
  try {
    return await gunzip(await sealer.open(sealed, what));
  } catch {
    return null;
  }
}
