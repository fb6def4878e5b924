import { accountProblems } from '@shared/problems/account-problems';
import type { Problem } from '@shared/problems/problem';
import type { Me } from '@shared/sync/account-messages';
import { type DeviceRow, findDevice } from '../../repositories/accounts/device-repository';
import { listPlaces, type Place } from '../../repositories/accounts/place-repository';
import { findUser, type UserRow } from '../../repositories/accounts/user-repository';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { placeIn } from './realm';

/** What a device shows about who is logged in. */
export function describeMe(user: UserRow, device: DeviceRow, places: ReadonlyMap<string, Place>): Me {
  const countyId = places.get(user.orgUnitId)?.ancestors[0] ?? user.orgUnitId;
  return {
    userId: user.id,
    userName: user.userName,
    name: user.name,
    role: user.role,
    orgUnit: placeIn(places, user.orgUnitId),
    county: placeIn(places, countyId),
    device: {
      id: device.id,
      name: device.name,
      orgUnit: placeIn(places, device.orgUnitId),
      state: device.state,
    },
    mustChangePassword: user.mustChangePassword,
  };
}

/** SCOPE-1, in the names of the two places that lie side by side. */
export const placesApart = ({ name, orgUnit, device }: Me): Problem =>
  accountProblems.placesApart({ name, place: orgUnit.name, devicePlace: device.orgUnit.name });

export async function describeCaller(
  { database }: Environment,
  caller: Pick<Caller, 'countyId' | 'userId' | 'deviceId'>,
): Promise<Me> {
  const user = await findUser(database, { countyId: caller.countyId, rootId: null }, caller.userId);
  const device = await findDevice(database, caller.countyId, caller.deviceId);
  if (user === null || device === null) throw new Error('a session without its user or device');
  return describeMe(user, device, await listPlaces(database, caller.countyId));
}
