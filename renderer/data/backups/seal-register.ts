/** The register between two saves, as the bytes of a sealed backup. */
import { parseKeyring } from '@renderer/keys/keyring';
import type { Office } from '@shared/domain/setting';
import { countOf } from '../backup';
import type { RegisterStore } from '../register-store';
import { type BackupHead, type BackupKind, backupHead } from './backup-head';
import type { KeeperOptions } from './backup-keeper';
import { digestOfRegister, sealBackup } from './sealed-backup';

type SealOptions = Pick<KeeperOptions, 'keys' | 'keyringText' | 'userName' | 'now' | 'deviceName'>;

export interface SealedRegister {
  readonly head: BackupHead;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** To be called once it lies where it stays. */
  readonly kept: () => Promise<void>;
}

/** null: there is no key to seal it with. */
export async function sealRegister(
  options: SealOptions,
  register: RegisterStore,
  kind: BackupKind,
  serial: number,
): Promise<SealedRegister | null> {
  const keys = options.keys();
  const ringText = await options.keyringText();
  if (keys === null || ringText === null) return null;
  const { content, kept } = await register.forBackup();
  const office = officeOf(register);
  const head: BackupHead = {
    kind,
    serial,
    madeAt: options.now(),
    officeName: office?.name ?? '',
    by: options.userName() ?? office?.filler ?? '',
    deviceName: options.deviceName,
    count: countOf(content),
    digest: digestOfRegister(content),
    keyring: parseKeyring(ringText),
  };
  const bytes = await sealBackup(content, backupHead.parse(head), await keys.sealerFor('backups'));
  return { head, bytes, kept };
}

/** null = the register is empty: it has nothing to lose. */
export const officeOf = (register: RegisterStore): Office | null =>
  register
    .table('settings')
    .all()
    .find((setting) => setting.kind === 'office') ?? null;
