/** In whose name a package speaks (SPEC.md, PACKAGE-3). */
import { packageProblems } from '@shared/problems/package-problems';
import type { Me } from '@shared/sync/account-messages';
import type { DeviceRow } from '../../repositories/accounts/device-repository';
import { listPlaces } from '../../repositories/accounts/place-repository';
import { findUser } from '../../repositories/accounts/user-repository';
import { isPersonOfDevice } from '../../repositories/packages/key-repository';
import { describeMe } from '../accounts/describe-me';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { smallerPlace } from '../sessions/scope';

export interface Person {
  readonly caller: Caller;
  readonly me: Me;
}

/**
 * A person as caller of the services on a device, as if she had sent a request from it.
 * @throws Refusal `unknownPerson`: no such account, not active, or her place and the device's lie side by side
 */
export async function findPersonOn(
  { database }: Environment,
  device: DeviceRow,
  userId: string,
): Promise<Person> {
  const { countyId } = device;
  const user = await findUser(database, { countyId, rootId: null }, userId);
  const places = await listPlaces(database, countyId);
  const scopeRootId = smallerPlace(
    places.get(user?.orgUnitId ?? '')?.ancestors ?? [],
    places.get(device.orgUnitId)?.ancestors ?? [],
  );
  if (user === null || !user.isActive || scopeRootId === null || device.state === 'wiped')
    throw new Refusal(packageProblems.unknownPerson({}));
  const { id, name, role } = user;
  const deviceState = device.state;
  return {
    caller: { countyId, userId: id, name, role, deviceId: device.id, deviceState, scopeRootId },
    // ROLE-5 waits for her next login: no password is used on a stick.
    me: { ...describeMe(user, device, places), mustChangePassword: false },
  };
}

/** The same for somebody who has logged in on the device before. @throws Refusal `unknownPerson` */
export async function requirePerson(
  environment: Environment,
  device: DeviceRow,
  userId: string,
): Promise<Person> {
  const isKnown = await isPersonOfDevice(
    environment.database,
    { countyId: device.countyId, deviceId: device.id },
    userId,
  );
  if (!isKnown) throw new Refusal(packageProblems.unknownPerson({}));
  return findPersonOn(environment, device, userId);
}
