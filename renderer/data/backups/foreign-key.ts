/** Opening a backup of another computer: with a password of hers, or with her recovery sheet. */

import { openDataKeys } from '@renderer/keys/data-keys';
import { keyByCode, keyByPassword } from '@renderer/keys/key-book';
import type { Keyring } from '@renderer/keys/keyring';
import { usualIdleMinutes } from '@renderer/keys/keyring';
import { readCode } from '@renderer/keys/recovery-code';
import type { Bytes, Sealer } from '@renderer/keys/sealer';
import { backupProblems } from '@shared/problems/backup-problems';
import { keyProblems } from '@shared/problems/key-problems';
import type { Problem } from '@shared/problems/problem';
import type { BackupHead } from './backup-head';

export type FoundSealer =
  | { readonly ok: true; readonly sealer: Sealer }
  | { readonly ok: false; readonly problem: Problem };

/** Whether anybody could open it elsewhere at all. */
export const hasWayIn = ({ keyring }: BackupHead): boolean =>
  keyring.users.length > 0 || keyring.recovery !== null;

export async function sealerByPassword(
  head: BackupHead,
  userId: string,
  password: string,
): Promise<FoundSealer> {
  const key = await keyByPassword(ringOf(head), userId, password);
  return key === null ? refused(backupProblems.wrongPassword({})) : opened(head, key);
}

export async function sealerByCode(head: BackupHead, typedCode: string): Promise<FoundSealer> {
  const code = readCode(typedCode);
  if (code === null) return refused(keyProblems.mistypedCode({}));
  const key = await keyByCode(ringOf(head), code);
  return key === null ? refused(backupProblems.wrongCode({})) : opened(head, key);
}

const refused = (problem: Problem): FoundSealer => ({ ok: false, problem });

async function opened({ keyring: { keyId } }: BackupHead, key: Bytes): Promise<FoundSealer> {
  const keys = await openDataKeys(key, keyId);
  key.fill(0);
  return { ok: true, sealer: await keys.sealerFor('backups') };
}

/** A file can be tried as often as somebody likes: waiting after wrong tries would protect nothing here. */
const ringOf = ({ keyring }: BackupHead): Keyring => ({
  ...keyring,
  guarded: null,
  county: null,
  failures: { count: 0, waitUntil: null },
  idleMinutes: usualIdleMinutes,
});
