/** The county helps people who forgot every password of a device (SPEC.md, DEVICE-4). Its secret key stays here. */
import { accountProblems } from '@shared/problems/account-problems';
import {
  openUnlockCode,
  readRequest,
  type UnlockAnswer,
  type UnlockRequest,
  type UnlockRequestReply,
} from '@shared/sync/unlock-help';
import type { Queryable } from '../../db/database';
import { findDeposit } from '../../repositories/accounts/deposit-repository';
import { type ListedDevice, listDevices } from '../../repositories/accounts/device-repository';
import { listPlaces } from '../../repositories/accounts/place-repository';
import { audit } from '../accounts/audit';
import { placeIn, realmOf } from '../accounts/realm';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { getCountyKeys } from '../packages/county-keys';
import { Refusal } from '../refusal';

/**
 * Whose request it is, before anything is given out: whoever answers makes sure that it is they who ask.
 * @throws Refusal `unlockRequestUnknown`, also for devices outside the caller's realm; `unlockRequestForeign`; `unlockOfWiped`
 */
export async function describeUnlockRequest(
  environment: Environment,
  caller: Caller,
  request: UnlockRequest,
): Promise<UnlockRequestReply> {
  const { database } = environment;
  const { device } = await openRequest(environment, database, caller, request);
  const places = await listPlaces(database, caller.countyId);
  const { id: deviceId, name: deviceName, lastUserName, lastSeenAt, orgUnitId } = device;
  return { deviceId, deviceName, lastUserName, lastSeenAt, orgUnit: placeIn(places, orgUnitId) };
}

/** The same code as long as the device has not used it; every time is written down. @throws Refusal as above */
export async function answerUnlockRequest(
  environment: Environment,
  caller: Caller,
  request: UnlockRequest,
  checked: string,
): Promise<UnlockAnswer> {
  return environment.database.transaction(async (tx) => {
    const { device, code } = await openRequest(environment, tx, caller, request);
    const places = await listPlaces(tx, caller.countyId);
    await audit(tx, environment, {
      countyId: caller.countyId,
      userId: caller.userId,
      action: 'helpUnlock',
      subject: device.name,
      detail: `${placeIn(places, device.orgUnitId).name}；核对：${checked}`,
    });
    return { deviceName: device.name, code };
  });
}

async function openRequest(
  environment: Environment,
  on: Queryable,
  caller: Caller,
  request: UnlockRequest,
): Promise<{ readonly device: ListedDevice; readonly code: string }> {
  const { countyId } = caller;
  const found = await findBox(on, caller, request);
  const [device] = await listDevices(on, realmOf(caller), found.deviceId);
  if (device === undefined) throw new Refusal(accountProblems.unlockRequestUnknown({}));
  if (device.state === 'wiped') throw new Refusal(accountProblems.unlockOfWiped({}));
  const { secret } = await getCountyKeys(environment, on, countyId);
  const owner = { countyId, deviceId: device.id };
  const code = openUnlockCode(secret.sealing, owner, found.request, Buffer.from(found.box, 'base64'));
  if (code === null) throw new Refusal(accountProblems.unlockRequestForeign({}));
  return { device, code };
}

interface Box {
  readonly deviceId: string;
  readonly request: string;
  readonly box: string;
}

async function findBox(on: Queryable, caller: Caller, request: UnlockRequest): Promise<Box> {
  if (request.by === 'file') {
    const { countyId, deviceId, deposit } = request.file;
    if (countyId !== caller.countyId) throw new Refusal(accountProblems.unlockRequestForeign({}));
    return { deviceId, ...deposit };
  }
  const typed = readRequest(request.code);
  const found = await findDeposit(on, realmOf(caller), typed);
  if (found === null) throw new Refusal(accountProblems.unlockRequestUnknown({}));
  return { ...found, request: typed };
}
