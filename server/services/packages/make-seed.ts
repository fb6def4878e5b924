/** 首次数据包: a first sync on a stick, for a known device or for a computer that was never connected (PACKAGE-9). */
import { randomInt } from 'node:crypto';
import { accountProblems } from '@shared/problems/account-problems';
import { packageProblems } from '@shared/problems/package-problems';
import type { SeedReply, SeedRequest } from '@shared/sync/package-messages';
import { createKeys } from '@shared/sync/packages/keys';
import type { Sealing } from '@shared/sync/packages/package-file';
import type { ReceiptPart } from '@shared/sync/packages/parts';
import type { Queryable } from '../../db/database';
import {
  type DeviceRow,
  findDevice,
  insertDevice,
  listDevices,
} from '../../repositories/accounts/device-repository';
import { findPlace } from '../../repositories/accounts/place-repository';
import { insertSession } from '../../repositories/accounts/session-repository';
import { findUser } from '../../repositories/accounts/user-repository';
import {
  findDeviceKeys,
  insertDeviceKeys,
  notePersonOfDevice,
} from '../../repositories/packages/key-repository';
import { insertPackage, lastNumber } from '../../repositories/packages/package-repository';
import { audit } from '../accounts/audit';
import { mayKeepRole, placeMessage, realmOf, requirePlace } from '../accounts/realm';
import type { Caller } from '../caller';
import { unambiguousAlphabet } from '../enrolment/enrolment-code';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { digestOfSecret, newSecret } from '../sessions/secrets';
import { sessionEnd } from '../sessions/session-life';
import { readAll } from './answer-report';
import { buildForDevice, sealedForKey, sealedWithCode } from './build-for-device';
import { fillRandom, getCountyKeys } from './county-keys';
import { findPersonOn, type Person } from './person';

/** About 72 bits, tried against a slow hash: whoever finds the stick cannot open it. */
const codeLength = 15;
const newCode = (): string =>
  Array.from({ length: codeLength }, () => unambiguousAlphabet[randomInt(unambiguousAlphabet.length)]).join(
    '',
  );
const formatCode = (code: string): string => code.replace(/.{5}(?=.)/g, '$&-');

/** A device the package is for, and what it takes to open it there. */
interface Recipient {
  readonly device: DeviceRow;
  readonly sealing: Sealing;
  readonly code: string | null;
  /** What makes a computer this device; empty when it is already. */
  readonly enrolment: readonly ReceiptPart[];
  /** Writes down what the package says of the device. */
  readonly enrol: (tx: Queryable) => Promise<void>;
}

/**
 * The package logs its person in on the device, so only accounts the caller keeps can be given.
 * @throws Refusal `notFound`, `notAllowed`, `deviceWithoutKeys`, `unknownPerson` (her place and the device's lie side by side)
 */
export async function makeSeed(
  environment: Environment,
  caller: Caller,
  request: SeedRequest,
): Promise<SeedReply> {
  const { database, now } = environment;
  await requireKeptUser(environment, caller, request.userId);
  const recipient =
    request.to === 'device'
      ? await knownDevice(environment, caller, request.deviceId)
      : await newDevice(environment, caller, request);
  const person = await findPersonOn(environment, recipient.device, request.userId);
  const sessionToken = newSecret();
  const read = await readAll(environment, person.caller, null);
  const { countyId } = caller;
  const number = (await lastNumber(database, countyId, recipient.device.id, 'out')) + 1;
  const lastReport = await lastNumber(database, countyId, recipient.device.id, 'in');
  const madeAt = now();
  const seed = buildForDevice(
    person,
    { kind: 'seed', number, madeAt, answers: null, editCount: 0 },
    [
      { part: 'about', me: person.me, lastReport, sessionToken, serverTime: madeAt },
      ...recipient.enrolment,
      ...read,
    ],
    recipient.sealing,
    await getCountyKeys(environment, database, countyId),
  );
  await database.transaction(async (tx) => {
    await recipient.enrol(tx);
    await logInBySeed(tx, person, sessionToken, madeAt);
    await writeDown(environment, tx, caller, person, { number, madeAt });
  });
  return { ...seed, code: recipient.code };
}

async function requireKeptUser(environment: Environment, caller: Caller, userId: string): Promise<void> {
  const user = await findUser(environment.database, realmOf(caller), userId);
  if (user === null) throw new Refusal(accountProblems.notFound({}));
  if (!mayKeepRole(caller, user.role)) throw new Refusal(accountProblems.notAllowed({}));
}

async function knownDevice(environment: Environment, caller: Caller, deviceId: string): Promise<Recipient> {
  const { database } = environment;
  const [listed] = await listDevices(database, realmOf(caller), deviceId);
  const device = listed && (await findDevice(database, caller.countyId, deviceId));
  if (!device) throw new Refusal(accountProblems.notFound({}));
  if (device.state !== 'active') throw new Refusal(packageProblems.deviceWiped({ deviceName: device.name }));
  const keys = await findDeviceKeys(database, caller.countyId, deviceId);
  if (keys === null) throw new Refusal(packageProblems.deviceWithoutKeys({}));
  const sealing = sealedForKey(keys.sealing);
  return { device, sealing, code: null, enrolment: [], enrol: async () => {} };
}

/** The county makes the keys of this device; they travel only inside the box, as its token does. */
async function newDevice(
  environment: Environment,
  caller: Caller,
  { orgUnitId, deviceName }: Extract<SeedRequest, { to: 'newDevice' }>,
): Promise<Recipient> {
  const { database, newId, now } = environment;
  const { countyId, userId } = caller;
  const orgUnit = await requirePlace(database, caller, orgUnitId);
  const county = await findPlace(database, { countyId, rootId: null }, orgUnit.ancestors[0] ?? orgUnitId);
  if (county === null) throw new Refusal(accountProblems.notFound({}));
  const { public: countyKeys } = await getCountyKeys(environment, database, countyId);
  const [deviceToken, keys, code] = [newSecret(), createKeys(fillRandom), newCode()];
  const tokenDigest = digestOfSecret(deviceToken);
  const row = { countyId, id: newId(), name: deviceName, orgUnitId, tokenDigest };
  const places = { county: placeMessage(county), orgUnit: placeMessage(orgUnit) };
  const enrolment = { deviceId: row.id, deviceToken, countyKeys, ...places };
  return {
    device: { ...row, state: 'active' },
    sealing: sealedWithCode(code),
    code: formatCode(code),
    enrolment: [{ part: 'enrolment', enrolment, keys: keys.secret }],
    async enrol(tx) {
      await insertDevice(tx, row, now());
      await insertDeviceKeys(tx, countyId, row.id, keys.public);
      const act = { countyId, userId, subject: deviceName, detail: orgUnit.name };
      await audit(tx, environment, { ...act, action: 'enrolDevice' });
    },
  };
}

async function logInBySeed(tx: Queryable, { caller }: Person, token: string, at: string): Promise<void> {
  const { countyId, deviceId, userId } = caller;
  await notePersonOfDevice(tx, { countyId, deviceId }, userId);
  await insertSession(tx, {
    countyId,
    tokenDigest: digestOfSecret(token),
    userId,
    deviceId,
    createdAt: at,
    expiresAt: sessionEnd(at),
  });
}

async function writeDown(
  environment: Environment,
  tx: Queryable,
  { countyId, userId: handledBy }: Caller,
  { caller, me }: Person,
  { number, madeAt }: { readonly number: number; readonly madeAt: string },
): Promise<void> {
  const { deviceId, userId } = caller;
  await insertPackage(tx, countyId, {
    deviceId,
    direction: 'out',
    number,
    kind: 'seed',
    madeAt,
    handledAt: madeAt,
    handledBy,
    userId,
    editCount: 0,
    answers: null,
    file: null,
  });
  const detail = `交给 ${me.name}，${me.device.orgUnit.name}`;
  const act = { countyId, userId: handledBy, action: 'makeSeed', subject: me.device.name } as const;
  await audit(tx, environment, { ...act, detail });
}
