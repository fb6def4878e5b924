import { accountProblems } from '@shared/problems/account-problems';
import type { PackageFile, PackageMessage } from '@shared/sync/package-messages';
import { packageFileName } from '@shared/sync/packages/file-name';
import { listPlaces } from '../../repositories/accounts/place-repository';
import { findReceipt, listPackages } from '../../repositories/packages/package-repository';
import { placeIn, realmOf } from '../accounts/realm';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';

/** What came and went by stick, newest first. */
export async function describePackages({ database }: Environment, caller: Caller): Promise<PackageMessage[]> {
  const places = await listPlaces(database, caller.countyId);
  const listed = await listPackages(database, realmOf(caller));
  return listed.map(({ orgUnitId, direction: _, ...one }) => ({
    ...one,
    orgUnit: placeIn(places, orgUnitId),
  }));
}

/** The newest receipt of a device once more: the stick was lost on its way back. @throws Refusal `notFound` */
export async function readReceipt(
  { database }: Environment,
  caller: Caller,
  deviceId: string,
): Promise<PackageFile> {
  const realm = realmOf(caller);
  const receipt = await findReceipt(database, realm, deviceId);
  if (receipt === null) throw new Refusal(accountProblems.notFound({}));
  const listed = await listPackages(database, realm);
  const places = await listPlaces(database, caller.countyId);
  const own = listed.find((one) => one.deviceId === deviceId);
  const placeName = places.get(own?.orgUnitId ?? '')?.name ?? '';
  return { fileName: packageFileName({ ...receipt, kind: 'receipt', placeName }), file: receipt.file };
}
