/** The county a request is about. */
import { accountProblems } from '@shared/problems/account-problems';
import type { Queryable } from '../db/database';
import { type CountyPosition, findPosition } from '../repositories/county-position';
import { listPlacesById } from '../repositories/org-tree';
import type { Caller } from './caller';
import { Refusal } from './refusal';

/** Channel on which every process hears that a county has something new; the payload is a CountyChange as JSON. */
export const countyChannel = 'county_changes';
export interface CountyChange {
  readonly countyId: string;
  readonly epoch: string;
  readonly through: number;
}

/** @throws Refusal `notFound` */
export async function getPosition(on: Queryable, countyId: string): Promise<CountyPosition> {
  const position = await findPosition(on, countyId);
  if (position === null) throw new Refusal(accountProblems.notFound({}));
  return position;
}

/**
 * Ancestors of the caller's own place, from the county down.
 * @throws Refusal `notFound` when the county has no such place
 */
export async function getScopeAncestors(on: Queryable, caller: Caller): Promise<readonly string[]> {
  const [root] = await listPlacesById(on, caller.countyId, [caller.scopeRootId]);
  if (!root) throw new Refusal(accountProblems.notFound({}));
  return root.ancestors;
}

/** DEVICE-2. @throws Refusal `deviceDraining` */
export function requireReading({ deviceState }: Caller): void {
  if (deviceState === 'draining') throw new Refusal(accountProblems.deviceDraining({}));
}
