import { accountProblems } from '@shared/problems/account-problems';
import type { LoginReply, loginRequest } from '@shared/sync/account-messages';
import type { z } from 'zod';
import { type DeviceRow, findDeviceByToken, noteSeen } from '../../repositories/accounts/device-repository';
import { listPlaces } from '../../repositories/accounts/place-repository';
import { insertSession } from '../../repositories/accounts/session-repository';
import { forgetFailures, noteLogin } from '../../repositories/accounts/user-repository';
import { notePersonOfDevice } from '../../repositories/packages/key-repository';
import { describeMe, placesApart } from '../accounts/describe-me';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { checkPassword } from './check-password';
import { smallerPlace } from './scope';
import { digestOfSecret, isSameDigest, newSecret } from './secrets';
import { sessionEnd } from './session-life';
import type { UnknownNames } from './unknown-names';

type LoginRequest = z.output<typeof loginRequest>;

/**
 * A new session for a person on an enrolled device. Its token is made here, at every login: one that somebody put into
 * a browser beforehand is worth nothing.
 * @throws Refusal `unknownDevice`, `deviceWiped`, `wrongLogin`, `lockedOut`, `placesApart` (SCOPE-1: person and
 *   device belong to places side by side)
 */
export async function logIn(
  environment: Environment,
  unknownNames: UnknownNames,
  request: LoginRequest,
): Promise<LoginReply> {
  const device = await requireDevice(environment, request.deviceToken);
  const here = { countyId: device.countyId, deviceId: device.id };
  const user = await checkPassword(environment, unknownNames, { ...request, ...here });
  const places = await listPlaces(environment.database, device.countyId);
  const root = smallerPlace(
    places.get(user.orgUnitId)?.ancestors ?? [],
    places.get(device.orgUnitId)?.ancestors ?? [],
  );
  if (root === null) throw new Refusal(placesApart(describeMe(user, device, places)));
  const sessionToken = newSecret();
  const at = environment.now();
  const expiresAt = sessionEnd(at);
  await environment.database.transaction(async (tx) => {
    // Before she is known here: a first login proves who she is elsewhere.
    await forgetFailures(tx, here, user.id);
    await noteLogin(tx, here.countyId, user.id, at);
    await noteSeen(tx, here, user.id, at);
    await notePersonOfDevice(tx, here, user.id);
    await insertSession(tx, {
      ...here,
      tokenDigest: digestOfSecret(sessionToken),
      userId: user.id,
      createdAt: at,
      expiresAt,
    });
  });
  return { sessionToken, expiresAt, me: describeMe(user, device, places) };
}

async function requireDevice({ database }: Environment, deviceToken: string): Promise<DeviceRow> {
  const digest = digestOfSecret(deviceToken);
  const device = await findDeviceByToken(database, digest);
  if (device === null || !isSameDigest(device.tokenDigest, digest)) {
    throw new Refusal(accountProblems.unknownDevice({}));
  }
  if (device.state === 'wiped') throw new Refusal(accountProblems.deviceWiped({}));
  return device;
}
