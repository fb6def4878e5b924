/** Whether a report may be taken, from whom it is and what it says (SPEC.md, PACKAGE-1 to PACKAGE-4). Changes nothing. */
import { packageProblems } from '@shared/problems/package-problems';
import type { PushRequest } from '@shared/sync/messages';
import type { PublicKeys } from '@shared/sync/packages/keys';
import {
  isSignedBy,
  type PackageHeader,
  readLinesCalmly,
  readPackage,
  type WholePackage,
} from '@shared/sync/packages/package-file';
import { type PartOf, partsNamed, type ReportPart, reportPart } from '@shared/sync/packages/parts';
import { openWithKey } from '@shared/sync/packages/sealed-box';
import { modelVersion, protocolVersion } from '@shared/sync/protocol';
import { type DeviceRow, findDevice } from '../../repositories/accounts/device-repository';
import { findPlace, type Realm } from '../../repositories/accounts/place-repository';
import { findDeviceKeys } from '../../repositories/packages/key-repository';
import { lastNumber } from '../../repositories/packages/package-repository';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { getCountyKeys } from './county-keys';
import { type Person, requirePerson } from './person';

export interface OpenedReport extends Person {
  readonly header: PackageHeader;
  readonly device: DeviceRow;
  readonly deviceKeys: PublicKeys;
  readonly ask: PartOf<ReportPart, 'ask'>;
  readonly pushes: readonly PushRequest[];
}

/** Everything that came in meanwhile gets its turn. */
const answerOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** @throws Refusal of `packageProblems`, each with its reason */
export async function openReport(
  environment: Environment,
  realm: Realm,
  bytes: Uint8Array,
): Promise<OpenedReport> {
  const { database } = environment;
  const read = readPackage(bytes);
  if (!read.ok) throw new Refusal(read.problem);
  const { header } = read.file;
  if (header.kind !== 'report') throw new Refusal(packageProblems.receiptElsewhere({}));
  if (header.countyId !== realm.countyId) throw new Refusal(packageProblems.otherCounty(header));
  const { device, deviceKeys } = await requireDevice(environment, realm, read.file);
  const { secret } = await getCountyKeys(environment, database, realm.countyId);
  const open = (about: Uint8Array, box: Uint8Array) => openWithKey(secret.sealing, about, box);
  const parts = await readLinesCalmly(read.file, open, reportPart, answerOthers);
  if (!parts.ok) throw new Refusal(parts.problem);
  const [ask, ...others] = partsNamed(parts.lines, 'ask');
  if (ask === undefined || others.length > 0) throw new Refusal(packageProblems.notUnderstood({}));
  requireVersions(ask);
  await requireNewNumber(environment, header);
  const person = await requirePerson(environment, device, ask.userId);
  const pushes = partsNamed(parts.lines, 'push').map(({ request }) => request);
  return { ...person, header, device, deviceKeys, ask, pushes };
}

/** The device the header names, which must have signed the file. */
async function requireDevice({ database }: Environment, realm: Realm, file: WholePackage) {
  const { deviceId, deviceName } = file.header;
  const device = await findDevice(database, realm.countyId, deviceId);
  // A device out of the keeper's reach is not told from one nobody knows.
  const place = device && (await findPlace(database, realm, device.orgUnitId));
  if (device === null || place === null) throw new Refusal(packageProblems.unknownDevice({ deviceName }));
  const deviceKeys = await findDeviceKeys(database, realm.countyId, deviceId);
  if (deviceKeys === null) throw new Refusal(packageProblems.deviceWithoutKeys({}));
  if (!isSignedBy(file, deviceKeys.signing)) throw new Refusal(packageProblems.forged({ from: device.name }));
  if (device.state === 'wiped') throw new Refusal(packageProblems.deviceWiped({ deviceName: device.name }));
  return { device, deviceKeys };
}

/** SKEW-1, said to the one who stands at the county's computer. */
function requireVersions({ protocol, model }: PartOf<ReportPart, 'ask'>): void {
  if (protocol > protocolVersion || model > modelVersion) throw new Refusal(packageProblems.newerProgram({}));
  if (protocol < protocolVersion - 1 || model < modelVersion - 1)
    throw new Refusal(packageProblems.olderProgram({}));
}

/** PACKAGE-4. Whoever numbers below what was taken has nothing new, or has lost its count. */
async function requireNewNumber({ database }: Environment, header: PackageHeader): Promise<void> {
  const { countyId, deviceId, number } = header;
  const last = await lastNumber(database, countyId, deviceId, 'in');
  if (number === last) throw new Refusal(packageProblems.duplicate({ number }));
  if (number < last) throw new Refusal(packageProblems.outdated({ number, last }));
}
