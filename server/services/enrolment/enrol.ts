import { accountProblems } from '@shared/problems/account-problems';
import { syncProblems } from '@shared/problems/sync-problems';
import type { EnrolReply, EnrolRequest } from '@shared/sync/account-messages';
import { normalizeCode } from '@shared/sync/enrolment-code';
import type { Queryable } from '../../db/database';
import { takeCode } from '../../repositories/accounts/code-repository';
import { insertDevice } from '../../repositories/accounts/device-repository';
import { findPlace } from '../../repositories/accounts/place-repository';
import { insertDeviceKeys } from '../../repositories/packages/key-repository';
import { audit } from '../accounts/audit';
import { placeMessage } from '../accounts/realm';
import type { Environment } from '../environment';
import { getCountyKeys } from '../packages/county-keys';
import { Refusal } from '../refusal';
import { digestOfSecret, isSameDigest, newSecret } from '../sessions/secrets';

/** Where a code leads to. */
interface Destination {
  readonly countyId: string;
  readonly orgUnitId: string;
}
/** Codes of the demonstration, by their digest: they can be used again and again. Empty in a real county. */
export type StandingCodes = ReadonlyMap<string, Destination>;

/**
 * DEVICE-1: a code becomes a device. A code is used up by the first of however many ask at the same moment.
 * @throws Refusal `wrongCode`, for codes that are unknown, used or expired alike; `otherCounty`, and the code stays good
 */
export async function enrol(
  environment: Environment,
  standingCodes: StandingCodes,
  { code, deviceName, countyId: ownCountyId, keys }: EnrolRequest,
): Promise<EnrolReply> {
  const deviceId = environment.newId();
  const deviceToken = newSecret();
  const codeDigest = digestOfSecret(normalizeCode(code));
  return environment.database.transaction(async (tx) => {
    const destination =
      standingCodes.get(codeDigest) ?? (await takeOnce(tx, codeDigest, deviceId, environment.now()));
    if (destination === null) throw new Refusal(accountProblems.wrongCode({}));
    const { countyId, orgUnitId } = destination;
    // Takes the code back with the transaction.
    if (ownCountyId !== null && ownCountyId !== countyId) throw new Refusal(syncProblems.otherCounty({}));
    const realm = { countyId, rootId: null };
    const orgUnit = await findPlace(tx, realm, orgUnitId);
    const county = await findPlace(tx, realm, orgUnit?.ancestors[0] ?? orgUnitId);
    // The place was merged or removed after the code was made.
    if (orgUnit === null || county === null) throw new Refusal(accountProblems.wrongCode({}));
    const tokenDigest = digestOfSecret(deviceToken);
    await insertDevice(
      tx,
      { countyId, id: deviceId, name: deviceName, orgUnitId, tokenDigest },
      environment.now(),
    );
    if (keys !== null) await insertDeviceKeys(tx, countyId, deviceId, keys);
    await audit(tx, environment, {
      countyId,
      userId: null,
      action: 'enrolDevice',
      subject: deviceName,
      detail: orgUnit.name,
    });
    const { public: countyKeys } = await getCountyKeys(environment, tx, countyId);
    const places = { county: placeMessage(county), orgUnit: placeMessage(orgUnit) };
    return { deviceId, deviceToken, countyKeys, ...places };
  });
}

async function takeOnce(
  tx: Queryable,
  codeDigest: string,
  deviceId: string,
  now: string,
): Promise<Destination | null> {
  const taken = await takeCode(tx, codeDigest, deviceId, now);
  return taken !== null && isSameDigest(taken.codeDigest, codeDigest) ? taken : null;
}
