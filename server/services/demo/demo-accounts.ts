/** The two people anybody may be while trying the program out. Everything about them is public and invented. */

import { demoCountyName } from '@shared/demo/generate-places';
import type { Role } from '@shared/sync/access';
import type { DemoReply } from '@shared/sync/account-messages';
import { normalizeCode } from '@shared/sync/enrolment-code';
import { listPlaces, type Place } from '../../repositories/accounts/place-repository';
import { findUserByName, insertUser } from '../../repositories/accounts/user-repository';
import { placeIn } from '../accounts/realm';
import type { StandingCodes } from '../enrolment/enrol';
import { formatCode } from '../enrolment/enrolment-code';
import type { Environment } from '../environment';
import { hashPassword } from '../sessions/passwords';
import { digestOfSecret } from '../sessions/secrets';

interface DemoPerson {
  readonly userName: string;
  readonly name: string;
  readonly role: Role;
  readonly placeName: string;
  /** Can be used again and again, unlike any code of a real county. */
  readonly code: string;
}

const password = 'yanshi2026';
const people: readonly DemoPerson[] = [
  { userName: 'zhen', name: '苏小青', role: 'clerk', placeName: '青溪镇', code: 'QXZHEN2345' },
  { userName: 'xian', name: '程远山', role: 'organizer', placeName: demoCountyName, code: 'XZZBX23456' },
];

/** What GET /demo shows, and its codes as enrolment knows them. */
export interface Demo {
  readonly reply: DemoReply;
  readonly standingCodes: StandingCodes;
}

/** Both at once, as the last step of making a demonstration: their being there means that it is whole. */
export async function createDemoAccounts(environment: Environment, countyId: string): Promise<void> {
  const { database, now, newId } = environment;
  const passwordHash = await hashPassword(password);
  await database.transaction(async (tx) => {
    const places = await listPlaces(tx, countyId);
    for (const { userName, name, role, placeName } of people) {
      const { id: orgUnitId } = placeNamed(places, placeName);
      const user = { id: newId(), userName, name, role, orgUnitId, passwordHash, mustChangePassword: false };
      await insertUser(tx, countyId, user, now());
    }
  });
}

/** @returns null when an account is missing */
export async function findDemo({ database }: Environment, countyId: string): Promise<Demo | null> {
  const places = await listPlaces(database, countyId);
  const found = await Promise.all(people.map(({ userName }) => findUserByName(database, countyId, userName)));
  const accounts = found.flatMap((user, index) => {
    const code = people[index]?.code;
    if (user === null || code === undefined) return [];
    // As they are now: whoever plays with the demonstration may have moved or renamed them.
    const { userName, name, role, orgUnitId } = user;
    return [{ userName, password, name, role, orgUnit: placeIn(places, orgUnitId), code: formatCode(code) }];
  });
  if (accounts.length < people.length) return null;
  const standingCodes = new Map(
    accounts.map(({ code, orgUnit }) => {
      return [digestOfSecret(normalizeCode(code)), { countyId, orgUnitId: orgUnit.id }] as const;
    }),
  );
  return { reply: { accounts }, standingCodes };
}

function placeNamed(places: ReadonlyMap<string, Place>, name: string): Place {
  const found = [...places.values()].find((place) => place.name === name);
  if (found === undefined) throw new Error(`the demo county has no ${name}`);
  return found;
}
