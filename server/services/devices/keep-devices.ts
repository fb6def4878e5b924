/** The county's devices, for those who keep them. */
import { accountProblems } from '@shared/problems/account-problems';
import type { DeviceMessage } from '@shared/sync/account-messages';
import { forgetDeposit } from '../../repositories/accounts/deposit-repository';
import { advanceDevice, type ListedDevice, listDevices } from '../../repositories/accounts/device-repository';
import { listPlaces, type Place } from '../../repositories/accounts/place-repository';
import { audit } from '../accounts/audit';
import { placeIn, realmOf } from '../accounts/realm';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';

/** With what each last sent and saw, newest first. */
export async function describeDevices({ database }: Environment, caller: Caller): Promise<DeviceMessage[]> {
  const places = await listPlaces(database, caller.countyId);
  const devices = await listDevices(database, realmOf(caller), null);
  return devices.map((device) => deviceMessageOf(device, places));
}

/**
 * DEVICE-2: `draining` lets a device deliver what it holds; `wiped` (DEVICE-3) gives up on that. Asking again for a state
 * it already has, or has passed, changes nothing.
 * @throws Refusal `notFound`
 */
export async function revokeDevice(
  environment: Environment,
  caller: Caller,
  deviceId: string,
  to: 'draining' | 'wiped',
): Promise<DeviceMessage> {
  const realm = realmOf(caller);
  return environment.database.transaction(async (tx) => {
    const isMoved = await advanceDevice(tx, realm, deviceId, to);
    const [device] = await listDevices(tx, realm, deviceId);
    if (device === undefined) throw new Refusal(accountProblems.notFound({}));
    const places = await listPlaces(tx, caller.countyId);
    if (to === 'wiped') await forgetDeposit(tx, caller.countyId, deviceId);
    if (isMoved) {
      await audit(tx, environment, {
        countyId: caller.countyId,
        userId: caller.userId,
        action: to === 'wiped' ? 'wipeDevice' : 'revokeDevice',
        subject: device.name,
        detail: placeIn(places, device.orgUnitId).name,
      });
    }
    return deviceMessageOf(device, places);
  });
}

function deviceMessageOf(
  { orgUnitId, ...device }: ListedDevice,
  places: ReadonlyMap<string, Place>,
): DeviceMessage {
  return { ...device, orgUnit: placeIn(places, orgUnitId) };
}
