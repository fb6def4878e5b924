/**
 * What a sealed backup says of itself in the open: enough to find the right one in a list, and the keyring without which a
 * backup on a stick would die with its computer. Nothing in it names a person of the register or opens anything by itself.
 */
import { keyring } from '@renderer/keys/keyring';
import { type CodeOf, codeList } from '@shared/domain/define';
import { instant } from '@shared/domain/values';
import { backupExtension } from '@shared/ipc/channels';
import { chinaDayOf } from '@shared/lib/day';
import { z } from 'zod';

/**
 * `daily`: the one of a day, by itself or by hand. `beforeUpdate`: a new program may change the shape of the documents when it
 * first opens them, and the old one can no longer be asked then.
 */
export const backupKinds = codeList('备份类型', {
  daily: '每日备份',
  beforeImport: '导入前备份',
  beforeRestore: '恢复前备份',
  beforeUpdate: '升级前备份',
});
export type BackupKind = CodeOf<typeof backupKinds>;

export const backupHead = z.object({
  kind: backupKinds.schema,
  /** Counts the backups of a place, from 1: the order they were made in, whatever the clock said. */
  serial: z.int().min(1),
  madeAt: instant,
  officeName: z.string(),
  by: z.string(),
  deviceName: z.string(),
  /** Documents, deleted ones included. */
  count: z.int().min(0),
  /** Over the ids and revisions of all documents (digestOfRegister). */
  digest: z.string(),
  /**
   * Passwords and recovery sheet of the register. Left out: what only this computer could open, and the county's help, which
   * is worth something only as long as nobody carries the keyring away.
   */
  keyring: keyring.omit({ guarded: true, failures: true, idleMinutes: true, county: true }),
});
export type BackupHead = z.infer<typeof backupHead>;

export const magic = 'LXBACKUP 1';

/** As a person finds it: day and time of making, then what keeps names apart on a stick of several computers. */
export function backupNameOf({ madeAt, serial, keyring: { keyId } }: BackupHead): string {
  const day = chinaDayOf(madeAt).replaceAll('-', '');
  const mark = keyId.replace(/[^0-9A-Za-z]/g, '').slice(-6);
  return `两新台账备份-${day}-${String(serial).padStart(5, '0')}-${mark}.${backupExtension}`;
}

interface HeadText {
  readonly head: BackupHead;
  /** As it stands in the file: the sealed part is bound to every letter of it. */
  readonly text: string;
  /** Where the sealed part begins. */
  readonly end: number;
}

/** @param bytes the file or its beginning; null = no backup of this format, or damaged in its first lines */
export function readHead(bytes: Uint8Array): HeadText | null {
  const first = bytes.indexOf(lineEnd);
  const second = bytes.indexOf(lineEnd, first + 1);
  if (first < 0 || second < 0) return null;
  const decoder = new TextDecoder();
  if (decoder.decode(bytes.subarray(0, first)) !== magic) return null;
  const text = decoder.decode(bytes.subarray(first + 1, second));
  try {
    return { head: backupHead.parse(JSON.parse(text)), text, end: second + 1 };
  } catch {
    return null;
  }
}

const lineEnd = 0x0a;
