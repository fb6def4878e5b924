import { randomFillSync } from 'node:crypto';
import { createKeys, type FillRandom, type KeyPairs } from '@shared/sync/packages/keys';
import type { Queryable } from '../../db/database';
import { findCountyKeys, insertCountyKeys } from '../../repositories/packages/key-repository';
import type { Environment } from '../environment';

export const fillRandom: FillRandom = (into) => void randomFillSync(into);

/**
 * The county's keys (PACKAGE-2), made when somebody first asks: counties that were begun before there were packages have
 * none. The public ones go to devices at enrolment (`EnrolReply.countyKeys`), which may seal for the county whatever only
 * it is to open: `sealForKey` there, `openWithKey(keys.secret.sealing, …)` here.
 */
export async function getCountyKeys(
  { now }: Environment,
  on: Queryable,
  countyId: string,
): Promise<KeyPairs> {
  const known = await findCountyKeys(on, countyId);
  if (known !== null) return known;
  await insertCountyKeys(on, countyId, createKeys(fillRandom), now());
  const made = await findCountyKeys(on, countyId);
  if (made === null) throw new Error('the keys of the county were not kept');
  return made;
}
