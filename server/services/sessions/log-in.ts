import { accountProblems } from '@shared/problems/account-problems';
import type { LoginReply, loginRequest } from '@shared/sync/account-messages';
import type { z } from 'zod';
import { type DeviceRow, findDeviceByToken, noteSeen } from '../../repositories/accounts/device-repository';
import { listPlaces } from '../../repositories/accounts/place-repository';
import { insertSession } from '../../repositories/accounts/session-repository';
import { countAttempt, noteLogin, type UserRow } from '../../repositories/accounts/user-repository';
import { audit } from '../accounts/audit';
import { describeMe } from '../accounts/describe-me';
import { normalizeUserName } from '../accounts/user-name';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { isPasswordRight } from './passwords';
import { smallerPlace } from './scope';
import { digestOfSecret, isSameDigest, newSecret } from './secrets';
import { sessionEnd } from './session-life';
import type { UnknownNames } from './unknown-names';

const failuresAllowed = 5;
const lockMinutes = 15;
const lockMs = lockMinutes * 60_000;

type LoginRequest = z.output<typeof loginRequest>;

/**
 * A new session for a person on an enrolled device. Its token is made here, at every login: one that somebody put into
 * a browser beforehand is worth nothing.
 * @throws Refusal `unknownDevice`, `deviceWiped`, `wrongLogin`, `lockedOut`, `notAllowed` (person and device belong to
 *   places side by side)
 */
export async function logIn(
  environment: Environment,
  unknownNames: UnknownNames,
  request: LoginRequest,
): Promise<LoginReply> {
  const device = await requireDevice(environment, request.deviceToken);
  const user = await checkPassword(environment, unknownNames, device, request);
  const places = await listPlaces(environment.database, device.countyId);
  const root = smallerPlace(
    places.get(user.orgUnitId)?.ancestors ?? [],
    places.get(device.orgUnitId)?.ancestors ?? [],
  );
  if (root === null) throw new Refusal(accountProblems.notAllowed({}));
  const sessionToken = newSecret();
  const at = environment.now();
  const expiresAt = sessionEnd(at);
  await environment.database.transaction(async (tx) => {
    await noteLogin(tx, device.countyId, user.id, at);
    await noteSeen(tx, { countyId: device.countyId, deviceId: device.id }, user.id, at);
    await insertSession(tx, {
      countyId: device.countyId,
      tokenDigest: digestOfSecret(sessionToken),
      userId: user.id,
      deviceId: device.id,
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

async function checkPassword(
  environment: Environment,
  unknownNames: UnknownNames,
  { countyId }: DeviceRow,
  { userName: typedName, password }: LoginRequest,
): Promise<UserRow> {
  const userName = normalizeUserName(typedName);
  const now = environment.now();
  const nowMs = Date.parse(now);
  const lockUntil = new Date(nowMs + lockMs).toISOString();
  const attempt = await countAttempt(environment.database, countyId, userName, {
    now,
    failuresAllowed,
    lockUntil,
  });
  if (attempt.kind === 'locked') throw lockedOut(Date.parse(attempt.until), nowMs);
  if (attempt.kind === 'unknown') {
    const lock = unknownNames.count(`${countyId} ${userName}`, nowMs, failuresAllowed, lockMs);
    if (lock !== null && !lock.isNew) throw lockedOut(lock.untilMs, nowMs);
    await isPasswordRight(null, password);
    throw lock === null ? new Refusal(accountProblems.wrongLogin({})) : lockedOut(lock.untilMs, nowMs);
  }
  const { user, isLast } = attempt;
  if ((await isPasswordRight(user.passwordHash, password)) && user.isActive) return user;
  if (!isLast) throw new Refusal(accountProblems.wrongLogin({}));
  await audit(environment.database, environment, {
    countyId,
    userId: null,
    action: 'lockOut',
    subject: user.userName,
  });
  throw lockedOut(nowMs + lockMs, nowMs);
}

function lockedOut(untilMs: number, nowMs: number): Refusal {
  const seconds = Math.max(1, Math.ceil((untilMs - nowMs) / 1000));
  return new Refusal(accountProblems.lockedOut({ minutes: Math.ceil(seconds / 60) }), seconds);
}
