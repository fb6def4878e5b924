/** The two people anybody may be while trying the program out. Everything about them is public and invented. */
import { demoCountyName } from '@shared/demo/generate-places';
import type { Role } from '@shared/sync/access';
import type { DemoReply } from '@shared/sync/account-messages';
import type { Queryable } from '../../db/database';
import { listPlaces } from '../../repositories/accounts/place-repository';
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

const password = '演示2026';
const people: readonly DemoPerson[] = [
  { userName: 'zhen', name: '苏小青', role: 'clerk', placeName: '青溪镇', code: 'QXZHEN2345' },
  { userName: 'xian', name: '程远山', role: 'organizer', placeName: demoCountyName, code: 'XZZBX23456' },
];

/** What GET /demo shows, and the codes it shows as enrolment knows them. */
export interface Demo {
  readonly reply: DemoReply;
  readonly standingCodes: StandingCodes;
}

/** Makes the accounts where they are missing. @param countyId the demo county, with its places */
export async function openDemoAccounts(environment: Environment, countyId: string): Promise<Demo> {
  const { database, now, newId } = environment;
  const places = await listPlaces(database, countyId);
  const placed = people.map((person) => ({ ...person, orgUnitId: placeNamed(places, person.placeName) }));
  const passwordHash = await hashPassword(password);
  for (const { userName, name, role, orgUnitId } of placed) {
    if (await isThere(database, countyId, userName)) continue;
    const user = { id: newId(), userName, name, role, orgUnitId, passwordHash, mustChangePassword: false };
    await insertUser(database, countyId, user, now());
  }
  return {
    reply: {
      accounts: placed.map(({ userName, name, role, orgUnitId, code }) => {
        return {
          userName,
          password,
          name,
          role,
          orgUnit: placeIn(places, orgUnitId),
          code: formatCode(code),
        };
      }),
    },
    standingCodes: new Map(
      placed.map(({ code, orgUnitId }) => [digestOfSecret(code), { countyId, orgUnitId }]),
    ),
  };
}

const isThere = async (on: Queryable, countyId: string, userName: string): Promise<boolean> =>
  (await findUserByName(on, countyId, userName)) !== null;

function placeNamed(places: Awaited<ReturnType<typeof listPlaces>>, name: string): string {
  const found = [...places.values()].find((place) => place.name === name);
  if (found === undefined) throw new Error(`the demo county has no ${name}`);
  return found.id;
}
