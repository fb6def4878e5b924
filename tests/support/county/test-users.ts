/** One person of every role, and a second clerk next door. All names are invented. */
import { insertUser } from '@server/repositories/accounts/user-repository';
import type { Environment } from '@server/services/environment';
import { hashPassword } from '@server/services/sessions/passwords';
import type { Role } from '@shared/sync/access';
import { placeIds, type TestPlace } from './test-places';

export interface TestUser {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
  readonly role: Role;
  readonly place: TestPlace;
}
const user = (userName: string, name: string, role: Role, place: TestPlace): TestUser => ({
  id: `U-${userName}`,
  userName,
  name,
  role,
  place,
});

export const testUsers = {
  clerk: user('clerk', '章小溪', 'clerk', 'township'),
  lead: user('lead', '顾大川', 'lead', 'township'),
  otherClerk: user('otherClerk', '岳小岭', 'clerk', 'otherTownship'),
  organizer: user('organizer', '江组织', 'organizer', 'county'),
  auditor: user('auditor', '沈审计', 'auditor', 'county'),
  administrator: user('administrator', '关系统', 'administrator', 'county'),
} as const;
export type TestUserName = keyof typeof testUsers;
export const testPassword = '山高-水长-2026';

export async function createTestUsers({ database, now }: Environment): Promise<void> {
  const passwordHash = await hashPassword(testPassword);
  for (const { place, ...one } of Object.values(testUsers)) {
    const row = { ...one, orgUnitId: placeIds[place], passwordHash, mustChangePassword: false };
    await insertUser(database, placeIds.county, row, now());
  }
}
