import type { EnrolReply } from '@shared/sync/account-messages';
import type { KeyPairs } from '@shared/sync/packages/keys';
import type { SyncActions } from '../status/sync-status';
import type { PackageMemory } from '../sync-memory';

export type PackageActions = Pick<SyncActions, 'exportReport' | 'noteExported' | 'takePackage'>;

/** What an enrolment leaves for packages; null when the county has no keys to exchange them with. */
export function packageMemoryOf(
  { countyKeys, county, deviceId, orgUnit }: EnrolReply,
  deviceName: string,
  keys: KeyPairs,
): PackageMemory | null {
  if (countyKeys === null) return null;
  return {
    keys,
    countyKeys,
    countyId: county.id,
    countyName: county.name,
    deviceId,
    deviceName,
    placeName: orgUnit.name,
    lastReport: 0,
    lastReceipt: 0,
    exported: null,
    answered: null,
  };
}
