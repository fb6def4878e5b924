import type { PackageFile } from '@shared/sync/package-messages';
import { packageFileName } from '@shared/sync/packages/file-name';
import type { KeyPairs } from '@shared/sync/packages/keys';
import { buildPackage, type PackageHeader, type Sealing } from '@shared/sync/packages/package-file';
import type { ReceiptPart } from '@shared/sync/packages/parts';
import { codeBoxOverhead, keyBoxOverhead, sealForKey, sealWithCode } from '@shared/sync/packages/sealed-box';
import { fillRandom } from './county-keys';
import type { Person } from './person';

export const sealedForKey = (key: string): Sealing => ({
  by: 'key',
  overhead: keyBoxOverhead,
  seal: (about, plain) => sealForKey(key, about, plain, fillRandom),
});
export const sealedWithCode = (code: string): Sealing => ({
  by: 'code',
  overhead: codeBoxOverhead,
  seal: (about, plain) => sealWithCode(code, about, plain, fillRandom),
});

export type Contents = Pick<PackageHeader, 'kind' | 'number' | 'madeAt' | 'answers' | 'editCount'>;

/** A package for the device `me` is on, signed by the county. */
export function buildForDevice(
  { me }: Pick<Person, 'me'>,
  contents: Contents,
  parts: readonly ReceiptPart[],
  sealing: Sealing,
  countyKeys: KeyPairs,
): PackageFile {
  const header = {
    ...contents,
    countyId: me.county.id,
    countyName: me.county.name,
    deviceId: me.device.id,
    deviceName: me.device.name,
    placeName: me.device.orgUnit.name,
  };
  const bytes = buildPackage(header, parts, sealing, countyKeys.secret.signing);
  return { fileName: packageFileName(header), file: Buffer.from(bytes).toString('base64') };
}
